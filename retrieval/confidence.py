"""Whether a claim found is the answer: one probability from what speaks for it and against it."""

import math
from collections.abc import Sequence

from retrieval.query import Query
from retrieval.search import Hit
from retrieval.weights import Weights

# Being further ahead than this says no more; in the unit of the scores, the logarithm of a chance.
_CLEAR_LEAD = 4.0
# A longer question has said what it wants.
_MANY_WORDS = 8
# From this cosine on a passage is the question itself in other words: the rest of the evidence counts the less.
_THE_SAME = 0.75
# Evidence of which the one decides how much the other says: a claim that leads far says little unless it is of the kind
# asked for. Of 78 products of two these are the ones that forward selection took, one by one, by the log-loss in
# five-fold cross-validation on the development questions.
_TOGETHER = (
    ("portion", "kind"),
    ("portion", "portion"),
    ("kind", "words"),
    ("nearest_three", "lead_of_case"),
    ("portion", "words"),
    ("unanswered", "lead_of_case"),
)


def probability(query: Query, hits: Sequence[Hit], weights: Weights, place: int = 0) -> float:
    """How likely the hit in this place answers the question, 0 to 1 (logistic regression)."""
    found = evidence(query, hits, place)
    return 1 / (1 + math.exp(-weights.bias - sum(weight * found[name] for name, weight in weights.confidence.items())))


def evidence(query: Query, hits: Sequence[Hit], place: int = 0) -> dict[str, float]:
    """What the probability is made of, by name.

    `unnamed` is the share of the names asked about that the claim does not speak of, `undated` is 1 when it
    is of none of the years asked about, `portion` its share of the chance
    that the ranking gives to all hits, `lead_of_case` by how much it leads the best hit that shares no case with
    it, `unanswered` how close the question is to one that no claim of these cases answers, `of_any` to one that no
    case file answers, `repeats` how far the nearest passage all but repeats it, `prospect` whether it sounds like one
    that case files answer. `cross` is the logarithm of the odds that one of the claims that a
    cross-encoder has read answers; which of them, the rest tells as well. Without a cross-encoder it is missing.
    """
    found = _single(query, hits, hits[place]) | _crossed(hits)
    return found | {f"{one} x {other}": found[one] * found[other] for one, other in _TOGETHER}


def _single(query: Query, hits: Sequence[Hit], hit: Hit) -> dict[str, float]:
    signals, coverage = hit.signals, hit.signals.coverage
    return {
        "nearest_three": signals.closeness.nearest_three,
        "share": coverage.share,
        "lexical": signals.lexical,
        "kind": signals.kind,
        "form": signals.form,
        "concepts": signals.concepts,
        "unnamed": 1 - signals.names if query.mentions else 0.0,
        "anonymous": signals.anonymous,
        "undated": float(bool(query.years) and not signals.years),
        "lead_of_case": _lead(hit, [other for other in hits if not other.cases & hit.cases]),
        "portion": _portion(hit, hits),
        "unanswered": hit.unanswered,
        "of_any": hit.of_any,
        "repeats": max(0.0, signals.closeness.nearest - _THE_SAME),
        "prospect": signals.prospect,
        "words": min(len(query.content), _MANY_WORDS),
        "pressing": len(query.pressing),
        "private": coverage.private,
        "missing": coverage.missing,
        "strange": coverage.strange,
    }


def _crossed(hits: Sequence[Hit]) -> dict[str, float]:
    read = [hit.cross for hit in hits if hit.cross is not None]
    return {"cross": math.log(sum(map(math.exp, read)))} if read else {}


def _portion(hit: Hit, hits: Sequence[Hit]) -> float:
    return 1 / sum(math.exp(other.score - hit.score) for other in hits)


def _lead(hit: Hit, rivals: Sequence[Hit]) -> float:
    return min((hit.score - max(rival.score for rival in rivals) if rivals else _CLEAR_LEAD), _CLEAR_LEAD)
