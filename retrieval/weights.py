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
    bias=-9.46,
    confidence={
        "nearest_three": 4.46,
        "share": 0.22,
        "lexical": 0.86,
        "kind": 1.08,
        "form": 1.81,
        "concepts": 0.77,
        "unnamed": -3.08,
        "undated": -0.67,
        "lead_of_case": 0.59,
        "portion": 2.07,
        "words": 0.56,
        "pressing": -1.27,
        "private": -4.33,
        "missing": -0.37,
        "strange": -0.61,
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
    bias=-10.11,
    confidence={
        "nearest_three": 7.88,
        "share": 0.03,
        "lexical": 0.52,
        "kind": 1.11,
        "form": 1.61,
        "concepts": 0.36,
        "unnamed": -3.80,
        "undated": -5.58,
        "lead_of_case": 0.40,
        "portion": 2.78,
        "words": 0.56,
        "pressing": -1.17,
        "private": -4.83,
        "missing": -0.48,
        "strange": -0.73,
    },
    threshold=0.6,
)
