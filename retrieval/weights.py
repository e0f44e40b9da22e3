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
    bias=-5.15,
    confidence={
        "nearest_three": 4.33,
        "share": 0.44,
        "lexical": 0.55,
        "kind": 0.54,
        "form": 0.84,
        "concepts": 0.32,
        "unnamed": -2.63,
        "undated": -2.02,
        "lead_of_case": 0.72,
        "portion": 1.42,
        "unanswered": -7.78,
        "words": 0.51,
        "pressing": -0.75,
        "private": -2.69,
        "missing": -0.23,
        "strange": -0.91,
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
    bias=-4.59,
    confidence={
        "nearest_three": 7.53,
        "share": 0.24,
        "lexical": 0.35,
        "kind": 0.40,
        "form": -0.36,
        "concepts": 0.24,
        "unnamed": -2.18,
        "undated": -3.75,
        "lead_of_case": 0.84,
        "portion": 2.43,
        "unanswered": -9.34,
        "words": 0.31,
        "pressing": -0.80,
        "private": -2.86,
        "missing": -0.38,
        "strange": -0.76,
    },
    threshold=0.55,
)
