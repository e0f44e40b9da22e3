"""How much each signal counts, for each of the bundled encoders: their cosines mean different things."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """`ranking` weighs the signals that order the claims; `bias` and `confidence` the evidence that one of them answers
    at all; below `threshold`, a probability, a question is left unanswered.
    """

    ranking: Mapping[str, float]
    bias: float
    confidence: Mapping[str, float]
    threshold: float


# The ranking is fitted by `python -m benchmarks.ranking`: a tenth of the example questions in turn is left out of the
# index and asked, and conditional logistic regression finds the weights that bring their claims to the top; the
# question sets have no part in it. The confidence is fitted on the development questions by
# `python -m benchmarks.calibrate`, which also shows how far the probability can be trusted (docs/retrieval.md).
STATIC_WEIGHTS = Weights(
    ranking={
        "nearest": 3.65,
        "nearest_three": 5.79,
        "statement": 3.78,
        "share": 2.58,
        "lexical": 0.65,
        "kind": 1.97,
        "form": 0.57,
        "names": 3.56,
        "concepts": 1.64,
        "years": 2.04,
    },
    bias=-1.79,
    confidence={
        "nearest_three": 5.45,
        "share": 0.28,
        "lexical": 0.28,
        "kind": 1.34,
        "form": -0.88,
        "concepts": 0.43,
        "unnamed": -3.09,
        "undated": -3.54,
        "lead_of_case": 0.45,
        "portion": 1.97,
        "unanswered": -9.06,
        "words": 0.24,
        "pressing": -0.76,
        "private": -3.53,
        "missing": -0.36,
        "strange": -0.56,
    },
    threshold=0.6,
)
COMPACT_WEIGHTS = Weights(
    ranking={
        "nearest": 6.62,
        "nearest_three": 6.55,
        "statement": 3.87,
        "share": 2.37,
        "lexical": 0.33,
        "kind": 1.05,
        "form": 0.17,
        "names": 3.03,
        "concepts": 1.18,
        "years": 2.11,
    },
    bias=-2.91,
    confidence={
        "nearest_three": 11.65,
        "share": 0.58,
        "lexical": 0.00,
        "kind": 0.92,
        "form": -1.15,
        "concepts": 0.68,
        "unnamed": -2.81,
        "undated": -3.73,
        "lead_of_case": 0.61,
        "portion": 1.67,
        "unanswered": -12.09,
        "words": 0.26,
        "pressing": -0.85,
        "private": -2.93,
        "missing": -0.53,
        "strange": -0.20,
    },
    threshold=0.65,
)
