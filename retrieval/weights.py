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
        "nearest": 3.51,
        "nearest_three": 5.75,
        "statement": 3.72,
        "share": 2.80,
        "lexical": 0.79,
        "kind": 2.02,
        "form": 0.81,
        "names": 3.24,
        "concepts": 1.38,
        "years": 1.93,
    },
    bias=-3.93,
    confidence={
        "nearest_three": 4.78,
        "share": 0.85,
        "lexical": 0.37,
        "kind": 2.21,
        "form": 0.50,
        "concepts": 0.30,
        "unnamed": -2.50,
        "undated": -0.97,
        "lead_of_case": 0.32,
        "portion": 1.07,
        "unanswered": -6.96,
        "prospect": 0.54,
        "words": -0.01,
        "pressing": -0.34,
        "private": -2.19,
        "missing": -0.22,
        "strange": -0.23,
    },
    threshold=0.5,
)
COMPACT_WEIGHTS = Weights(
    ranking={
        "nearest": 6.83,
        "nearest_three": 6.75,
        "statement": 3.30,
        "share": 2.16,
        "lexical": 0.49,
        "kind": 0.86,
        "form": 0.37,
        "names": 3.14,
        "concepts": 0.77,
        "years": 1.68,
    },
    bias=-3.40,
    confidence={
        "nearest_three": 7.63,
        "share": 0.86,
        "lexical": -0.32,
        "kind": 1.78,
        "form": -0.18,
        "concepts": 0.26,
        "unnamed": -2.22,
        "undated": -1.85,
        "lead_of_case": 0.55,
        "portion": 1.57,
        "unanswered": -8.30,
        "words": -0.11,
        "pressing": -0.53,
        "private": -1.41,
        "missing": 0.00,
        "strange": -0.18,
        "cross": 0.56,
    },
    threshold=0.6,
)
# For any other encoder: those of the compact one, its next of kin, as they were fitted before it had a cross-encoder,
# on the first 1,625 development questions.
OTHER_WEIGHTS = Weights(
    ranking=COMPACT_WEIGHTS.ranking,
    bias=-4.18,
    confidence={
        "nearest_three": 10.44,
        "share": 0.77,
        "lexical": -0.29,
        "kind": 1.30,
        "form": -0.40,
        "concepts": 0.34,
        "unnamed": -3.14,
        "undated": -3.26,
        "lead_of_case": 0.53,
        "portion": 2.12,
        "unanswered": -9.59,
        "words": 0.16,
        "pressing": -0.65,
        "private": -1.62,
        "missing": -0.24,
        "strange": -0.30,
    },
    threshold=0.65,
)
