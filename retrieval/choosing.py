"""Which of the claims found to tell: the one that answers, and those that answer about as well."""

from collections.abc import Iterator, Mapping, Sequence

from knowledge.schema import Dispute
from retrieval.query import Query
from retrieval.search import Hit

# Further claims on the same case join the first unless it is more than four times likelier: where two compete so
# closely either may be what was meant, and the second costs a line. A list takes more. In the unit of the scores, the
# logarithm of a chance.
_COMPANION_GAP, _LIST_GAP = 1.4, 2.0
# A claim less likely than this is hardly ever what was meant. Of 80 answerable development questions that were left
# unanswered 63 meant one of the claims that this lets through, 1.7 of them at a time.
_PERHAPS = 0.1
# A reading twelve times likelier than another is what was asked for. Of 31 development questions nearest to a reading
# that is not the best supported one, 20 meant that one and no other, 17 of them further ahead than this, and none meant
# the best supported one alone; those that ask which of two is right lie below for the most part.
_ANOTHER_QUESTION = 2.5


def choose(query: Query, hits: Sequence[Hit], threshold: float) -> list[Hit]:
    """The claims to tell, best first; none when the chance of an answer is below the threshold."""
    if not hits or query.is_elsewhere:
        return []
    best = surest(hits)
    return told(query, [best, *(hit for hit in hits if hit is not best)]) if best.chance >= threshold else []


def surest(hits: Sequence[Hit]) -> Hit:
    """The hit that most probably answers: the ranking compares claims, the chance asks whether one answers at all."""
    return max(hits, key=lambda hit: hit.chance)


def perhaps(hits: Sequence[Hit]) -> list[Hit]:
    """What may have been meant where nothing is sure enough to be told, the likeliest first."""
    return sorted((hit for hit in hits if hit.chance >= _PERHAPS), key=lambda hit: -hit.chance)


def as_asked(hits: Sequence[Hit], disputes: Mapping[str, Dispute]) -> frozenset[str]:
    """The readings of disputes that are asked for themselves: the best supported one of theirs answers far worse."""
    scores = {hit.claim_id: hit.score for hit in hits}
    lowest = min(scores.values(), default=0.0)
    return frozenset(
        claim_id
        for claim_id, score in scores.items()
        if (dispute := disputes.get(claim_id)) is not None
        and dispute.best is not None
        and score - scores.get(dispute.best, lowest) > _ANOTHER_QUESTION
    )


def told(query: Query, hits: Sequence[Hit]) -> list[Hit]:
    """What is told if anything is: the best claim and those nearly as good."""
    first, *others = hits
    return [first, *_companions(query, first, others)]


def _companions(query: Query, first: Hit, others: Sequence[Hit]) -> Iterator[Hit]:
    gap = _LIST_GAP if query.wants_several else _COMPANION_GAP
    return (hit for hit in others if hit.cases & first.cases and first.score - hit.score <= gap)
