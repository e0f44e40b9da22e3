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
    bias=-4.41,
    confidence={
        "nearest_three": 3.42,
        "share": 0.41,
        "lexical": 0.57,
        "kind": 0.58,
        "form": 0.83,
        "concepts": 0.17,
        "unnamed": -1.71,
        "undated": -1.98,
        "lead_of_case": 0.64,
        "portion": 1.55,
        "unanswered": -7.43,
        "words": 0.42,
        "pressing": -0.70,
        "private": -2.74,
        "missing": -0.25,
        "strange": -0.84,
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
    bias=-4.67,
    confidence={
        "nearest_three": 8.36,
        "share": 0.46,
        "lexical": 0.36,
        "kind": 0.84,
        "form": -0.52,
        "concepts": 0.25,
        "unnamed": -1.83,
        "undated": -3.94,
        "lead_of_case": 0.80,
        "portion": 2.18,
        "unanswered": -9.70,
        "words": 0.27,
        "pressing": -0.86,
        "private": -3.01,
        "missing": -0.33,
        "strange": -0.74,
    },
    threshold=0.6,
)
