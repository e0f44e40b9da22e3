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
        "nearest": 3.15,
        "nearest_three": 5.34,
        "statement": 3.61,
        "share": 2.99,
        "lexical": 0.79,
        "kind": 2.10,
        "form": 0.61,
        "names": 3.49,
        "concepts": 1.72,
        "years": 2.07,
    },
    bias=-5.35,
    confidence={
        "nearest_three": 4.03,
        "share": -0.04,
        "lexical": 0.57,
        "kind": 0.64,
        "form": 0.75,
        "concepts": 0.33,
        "unnamed": -2.43,
        "undated": -1.84,
        "lead_of_case": 0.69,
        "portion": 1.65,
        "unanswered": -6.91,
        "words": 0.64,
        "pressing": -0.79,
        "private": -2.72,
        "missing": -0.36,
        "strange": -0.92,
    },
    threshold=0.5,
)
COMPACT_WEIGHTS = Weights(
    ranking={
        "nearest": 6.10,
        "nearest_three": 6.51,
        "statement": 3.42,
        "share": 2.81,
        "lexical": 0.43,
        "kind": 1.43,
        "form": 0.21,
        "names": 3.04,
        "concepts": 1.20,
        "years": 2.11,
    },
    bias=-5.21,
    confidence={
        "nearest_three": 7.42,
        "share": -0.13,
        "lexical": 0.46,
        "kind": 0.55,
        "form": -0.41,
        "concepts": 0.26,
        "unnamed": -1.93,
        "undated": -3.50,
        "lead_of_case": 0.76,
        "portion": 2.48,
        "unanswered": -8.03,
        "words": 0.41,
        "pressing": -0.85,
        "private": -2.91,
        "missing": -0.41,
        "strange": -0.78,
    },
    threshold=0.6,
)
