"""Whether a claim found is the answer: one probability from what speaks for it."""

import math

from retrieval.search import Hit

# Fitted on the development questions by `python -m benchmarks.calibrate`.
_BIAS = -5.81
_COSINE = 5.82
_COVERAGE = 5.65
# Below this a question is left unanswered: chosen so that nine in ten of the development questions without an
# answer are left so.
THRESHOLD = 0.3


def probability(hit: Hit) -> float:
    """How likely the hit answers its question, 0 to 1 (logistic regression)."""
    return 1 / (1 + math.exp(-(_BIAS + _COSINE * hit.cosine + _COVERAGE * hit.coverage)))
