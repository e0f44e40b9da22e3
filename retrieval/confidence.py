"""Whether a claim found is the answer: one probability from what speaks for it and against it."""

import math
from collections.abc import Sequence

from retrieval.query import Query
from retrieval.search import Hit

# Being further ahead than this says no more; in the unit of the scores, the logarithm of a chance.
_CLEAR_LEAD = 4.0
# A longer question has said what it wants.
_MANY_WORDS = 8

# Fitted on the development questions by `python -m benchmarks.calibrate`, which also shows how far the probability
# can be trusted (docs/retrieval.md).
_BIAS = -9.99
_WEIGHTS = {
    "nearest_three": 4.21,
    "share": 0.81,
    "lexical": 0.01,
    "kind": 1.67,
    "form": 5.45,
    "concepts": 0.44,
    "unnamed": -3.88,
    "lead": 0.32,
    "lead_of_case": 0.64,
    "words": 0.53,
    "pressing": -1.38,
    "private": -4.02,
    "missing": -0.59,
    "strange": -0.68,
}
# Below this a question is left unanswered.
THRESHOLD = 0.65


def probability(query: Query, hits: Sequence[Hit], place: int = 0) -> float:
    """How likely the hit in this place answers the question, 0 to 1 (logistic regression)."""
    found = evidence(query, hits, place)
    return 1 / (1 + math.exp(-_BIAS - sum(weight * found[name] for name, weight in _WEIGHTS.items())))


def evidence(query: Query, hits: Sequence[Hit], place: int = 0) -> dict[str, float]:
    """What the probability is made of, by name.

    `unnamed` is the share of the names asked about that the claim does not speak of, `lead` by how much the hit leads
    the next one (or lags behind the first), `lead_of_case` the same against other cases.
    """
    hit = hits[place]
    signals, coverage = hit.signals, hit.signals.coverage
    rivals = [other for other in hits if other is not hit]
    return {
        "nearest_three": signals.closeness.nearest_three,
        "share": coverage.share,
        "lexical": signals.lexical,
        "kind": signals.kind,
        "form": signals.form,
        "concepts": signals.concepts,
        "unnamed": 1 - signals.names if query.mentions else 0.0,
        "lead": _lead(hit, rivals),
        "lead_of_case": _lead(hit, [other for other in rivals if other.case_id != hit.case_id]),
        "words": min(len(query.content), _MANY_WORDS),
        "pressing": len(query.pressing),
        "private": coverage.private,
        "missing": coverage.missing,
        "strange": coverage.strange,
    }


def _lead(hit: Hit, rivals: Sequence[Hit]) -> float:
    return min((hit.score - max(rival.score for rival in rivals) if rivals else _CLEAR_LEAD), _CLEAR_LEAD)
