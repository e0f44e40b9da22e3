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
        "nearest": 3.08,
        "nearest_three": 5.42,
        "statement": 3.66,
        "share": 3.24,
        "lexical": 0.81,
        "kind": 2.11,
        "form": 0.63,
        "names": 3.51,
        "concepts": 1.68,
    },
    bias=-13.21,
    confidence={
        "nearest_three": 5.55,
        "share": 0.32,
        "lexical": 0.81,
        "kind": 1.22,
        "form": 5.08,
        "concepts": 0.66,
        "unnamed": -2.89,
        "lead_of_case": 0.48,
        "portion": 2.23,
        "words": 0.60,
        "pressing": -1.24,
        "private": -4.41,
        "missing": -0.35,
        "strange": -0.47,
    },
    threshold=0.45,
)
COMPACT_WEIGHTS = Weights(
    ranking={
        "nearest": 6.07,
        "nearest_three": 6.58,
        "statement": 3.42,
        "share": 3.18,
        "lexical": 0.41,
        "kind": 1.44,
        "form": 0.25,
        "names": 3.10,
        "concepts": 1.15,
    },
    bias=-10.21,
    confidence={
        "nearest_three": 7.86,
        "share": 0.14,
        "lexical": 0.55,
        "kind": 0.92,
        "form": 1.69,
        "concepts": 0.45,
        "unnamed": -3.90,
        "lead_of_case": 0.36,
        "portion": 2.96,
        "words": 0.49,
        "pressing": -1.24,
        "private": -4.70,
        "missing": -0.39,
        "strange": -0.55,
    },
    threshold=0.55,
)
