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
    bias=-4.62,
    confidence={
        "nearest_three": 6.89,
        "share": 0.50,
        "lexical": 0.29,
        "kind": -1.16,
        "form": 0.53,
        "concepts": 0.08,
        "unnamed": -2.45,
        "undated": -1.69,
        "lead_of_case": 1.03,
        "portion": 3.45,
        "unanswered": -1.92,
        "of_any": -2.05,
        "repeats": -1.23,
        "prospect": 0.48,
        "words": 0.21,
        "pressing": -0.23,
        "private": -2.31,
        "missing": -0.41,
        "strange": -0.24,
        "portion x kind": 3.51,
        "portion x portion": -2.81,
        "kind x words": 0.27,
        "nearest_three x lead_of_case": -0.17,
        "portion x words": -0.53,
        "unanswered x lead_of_case": -1.55,
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
    bias=0.52,
    confidence={
        "nearest_three": 1.26,
        "share": 0.34,
        "lexical": -0.38,
        "kind": -3.32,
        "form": -0.58,
        "concepts": 0.05,
        "unnamed": -2.08,
        "undated": -1.16,
        "lead_of_case": 0.48,
        "portion": 5.79,
        "unanswered": -2.40,
        "of_any": -2.58,
        "repeats": 13.25,
        "words": 0.16,
        "pressing": -0.49,
        "private": -1.17,
        "missing": -0.32,
        "strange": -0.20,
        "cross": 0.56,
        "portion x kind": 4.64,
        "portion x portion": -4.63,
        "kind x words": 0.40,
        "nearest_three x lead_of_case": 1.88,
        "portion x words": -0.58,
        "unanswered x lead_of_case": -1.87,
    },
    threshold=0.65,
)
# For any other encoder: those of the compact one, its next of kin, fitted without what its cross-encoder says.
OTHER_WEIGHTS = Weights(
    ranking=COMPACT_WEIGHTS.ranking,
    bias=-0.87,
    confidence={
        "nearest_three": 5.30,
        "share": 0.56,
        "lexical": -0.20,
        "kind": -2.67,
        "form": -0.04,
        "concepts": 0.11,
        "unnamed": -2.39,
        "undated": -2.23,
        "lead_of_case": 0.52,
        "portion": 5.03,
        "unanswered": -2.87,
        "of_any": -3.72,
        "repeats": 10.58,
        "words": 0.10,
        "pressing": -0.59,
        "private": -1.64,
        "missing": -0.23,
        "strange": -0.23,
        "portion x kind": 4.37,
        "portion x portion": -4.64,
        "kind x words": 0.31,
        "nearest_three x lead_of_case": 1.67,
        "portion x words": -0.45,
        "unanswered x lead_of_case": -2.02,
    },
    threshold=0.7,
)
