"""Whether a claim found is the answer: one probability from what speaks for it."""

import math

from retrieval.search import Hit

# Fitted on the development questions by `fit` in benchmarks; see docs/retrieval.md.
_BIAS = -5.0
_COSINE = 6.0
_COVERAGE = 4.0
# Below this a question is left unanswered: a wrong fact is worse than a missing one.
THRESHOLD = 0.5


def probability(hit: Hit) -> float:
    """How likely the hit answers its question, 0 to 1 (logistic regression)."""
    return 1 / (1 + math.exp(-(_BIAS + _COSINE * hit.cosine + _COVERAGE * hit.coverage)))
