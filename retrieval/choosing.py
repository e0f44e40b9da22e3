"""Which of the claims found to tell: the one that answers, and those that answer about as well."""

from collections.abc import Iterator, Sequence

from retrieval.confidence import THRESHOLD, probability
from retrieval.query import Query
from retrieval.search import Hit

# Further claims on the same case join the first when they score nearly as well; further apart they answer another
# question. In the unit of the scores: the first is at most so much likelier. A list takes more.
_COMPANION_GAP, _LIST_GAP = 0.6, 2.0
# The surest of so many is told first: the ranking compares claims, the probability asks whether one answers at all.
_FRONT = 3


def choose(query: Query, hits: Sequence[Hit]) -> list[Hit]:
    """The claims to tell, best first; none when it is more likely that the question has no answer here."""
    if not hits or query.is_elsewhere:
        return []
    chances = [probability(query, hits, place) for place in range(min(_FRONT, len(hits)))]
    if max(chances) < THRESHOLD:
        return []
    surest = chances.index(max(chances))
    return told(query, [hits[surest], *hits[:surest], *hits[surest + 1 :]])


def told(query: Query, hits: Sequence[Hit]) -> list[Hit]:
    """What is told if anything is: the best claim and those nearly as good."""
    first, *others = hits
    return [first, *_companions(query, first, others)]


def _companions(query: Query, first: Hit, others: Sequence[Hit]) -> Iterator[Hit]:
    gap = _LIST_GAP if query.wants_several else _COMPANION_GAP
    return (hit for hit in others if hit.case_id == first.case_id and first.score - hit.score <= gap)
