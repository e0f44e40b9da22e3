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
    bias=-5.15,
    confidence={
        "nearest_three": 7.21,
        "share": 0.52,
        "lexical": 0.25,
        "kind": -1.54,
        "form": 1.47,
        "concepts": 0.14,
        "unnamed": -2.53,
        "anonymous": -2.83,
        "undated": -1.64,
        "lead_of_case": 1.07,
        "portion": 3.25,
        "unanswered": -2.20,
        "of_any": -1.92,
        "repeats": -0.54,
        "prospect": 0.45,
        "words": 0.20,
        "pressing": -0.25,
        "private": -1.76,
        "missing": -0.42,
        "strange": -0.27,
        "portion x kind": 3.66,
        "portion x portion": -2.83,
        "kind x words": 0.25,
        "nearest_three x lead_of_case": -0.32,
        "portion x words": -0.46,
        "unanswered x lead_of_case": -1.47,
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
    bias=-0.57,
    confidence={
        "nearest_three": 1.16,
        "share": 0.45,
        "lexical": -0.33,
        "kind": -3.48,
        "form": 0.88,
        "concepts": 0.14,
        "unnamed": -2.31,
        "anonymous": -3.07,
        "undated": -1.26,
        "lead_of_case": 0.43,
        "portion": 5.35,
        "unanswered": -2.48,
        "of_any": -2.43,
        "repeats": 12.07,
        "words": 0.11,
        "pressing": -0.49,
        "private": -0.69,
        "missing": -0.32,
        "strange": -0.20,
        "cross": 0.53,
        "portion x kind": 4.52,
        "portion x portion": -4.45,
        "kind x words": 0.40,
        "nearest_three x lead_of_case": 1.94,
        "portion x words": -0.51,
        "unanswered x lead_of_case": -1.85,
    },
    threshold=0.65,
)
# For any other encoder: those of the compact one, its next of kin, fitted without what its cross-encoder says.
OTHER_WEIGHTS = Weights(
    ranking=COMPACT_WEIGHTS.ranking,
    bias=-1.81,
    confidence={
        "nearest_three": 5.13,
        "share": 0.61,
        "lexical": -0.17,
        "kind": -2.97,
        "form": 1.25,
        "concepts": 0.21,
        "unnamed": -2.57,
        "anonymous": -3.86,
        "undated": -2.20,
        "lead_of_case": 0.53,
        "portion": 4.60,
        "unanswered": -2.72,
        "of_any": -3.46,
        "repeats": 9.43,
        "words": 0.03,
        "pressing": -0.62,
        "private": -1.03,
        "missing": -0.25,
        "strange": -0.25,
        "portion x kind": 4.30,
        "portion x portion": -4.49,
        "kind x words": 0.33,
        "nearest_three x lead_of_case": 1.73,
        "portion x words": -0.36,
        "unanswered x lead_of_case": -2.07,
    },
    threshold=0.7,
)
