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
    bias=-5.10,
    confidence={
        "nearest_three": 7.29,
        "share": 0.48,
        "lexical": 0.31,
        "kind": -1.14,
        "form": 0.61,
        "concepts": 0.07,
        "unnamed": -2.48,
        "undated": -1.60,
        "lead_of_case": 1.04,
        "portion": 3.61,
        "unanswered": -3.45,
        "prospect": 0.49,
        "words": 0.23,
        "pressing": -0.22,
        "private": -2.36,
        "missing": -0.45,
        "strange": -0.25,
        "portion x kind": 3.41,
        "portion x portion": -2.99,
        "kind x words": 0.28,
        "nearest_three x lead_of_case": -0.23,
        "portion x words": -0.52,
        "unanswered x lead_of_case": -1.52,
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
    bias=-0.04,
    confidence={
        "nearest_three": 2.23,
        "share": 0.41,
        "lexical": -0.29,
        "kind": -3.31,
        "form": -0.51,
        "concepts": 0.01,
        "unnamed": -2.14,
        "undated": -1.17,
        "lead_of_case": 0.42,
        "portion": 4.75,
        "unanswered": -4.38,
        "words": 0.16,
        "pressing": -0.46,
        "private": -1.24,
        "missing": -0.33,
        "strange": -0.23,
        "cross": 0.56,
        "portion x kind": 4.64,
        "portion x portion": -4.00,
        "kind x words": 0.39,
        "nearest_three x lead_of_case": 2.03,
        "portion x words": -0.56,
        "unanswered x lead_of_case": -1.91,
    },
    threshold=0.65,
)
# For any other encoder: those of the compact one, its next of kin, fitted without what its cross-encoder says.
OTHER_WEIGHTS = Weights(
    ranking=COMPACT_WEIGHTS.ranking,
    bias=-1.69,
    confidence={
        "nearest_three": 6.61,
        "share": 0.61,
        "lexical": -0.14,
        "kind": -2.64,
        "form": 0.06,
        "concepts": 0.04,
        "unnamed": -2.36,
        "undated": -2.26,
        "lead_of_case": 0.52,
        "portion": 4.13,
        "unanswered": -6.01,
        "words": 0.13,
        "pressing": -0.56,
        "private": -1.75,
        "missing": -0.26,
        "strange": -0.26,
        "portion x kind": 4.37,
        "portion x portion": -4.20,
        "kind x words": 0.30,
        "nearest_three x lead_of_case": 1.69,
        "portion x words": -0.43,
        "unanswered x lead_of_case": -1.98,
    },
    threshold=0.7,
)
