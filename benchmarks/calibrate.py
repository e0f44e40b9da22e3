"""Fits the confidence of an answer: `python -m benchmarks.calibrate tests/questions/dev.jsonl`.

Prints the coefficients for retrieval/confidence.py (logistic regression, the extra `training`) and, by ten-fold
cross-validation, what each threshold would answer, get wrong and leave.
"""

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from knowledge.loader import load
from retrieval.answer import Context
from retrieval.encoders import load_encoder
from retrieval.evaluate import Asked, read_questions
from retrieval.language import Script
from retrieval.retriever import Retriever

_FOLDS = 10
_THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)


def main() -> None:
    """Fit and print."""
    retriever = Retriever.open(load(), load_encoder())
    rows = [row for asked in read_questions(Path(sys.argv[1])) if (row := _row(retriever, asked)) is not None]
    features = np.array([row[:2] for row in rows])
    right = np.array([row[2] for row in rows], dtype=bool)
    answerable = np.array([row[3] for row in rows], dtype=bool)
    model = LogisticRegression(C=10, max_iter=1000)
    chances = cross_val_predict(model, features, right, cv=_FOLDS, method="predict_proba")[:, 1]
    model.fit(features, right)
    print(f"bias {model.intercept_[0]:.2f}, cosine {model.coef_[0][0]:.2f}, coverage {model.coef_[0][1]:.2f}")
    _print_thresholds(chances, right, answerable)


def _row(retriever: Retriever, asked: Asked) -> tuple[float, float, bool, bool] | None:
    """Cosine and coverage of the first claim, whether it is right, whether there was an answer at all.

    None for what the confidence does not decide: other languages, bare names, pronouns that stand for nobody.
    """
    context = retriever.ask(asked.previous).leaves(Context()) if asked.previous else Context()
    query, hits = retriever.find(asked.question, context)
    if query.is_overview or query.is_vague or query.script is Script.OTHER or not hits:
        return None
    dispute = retriever.knowledge.disputes.get(hits[0].claim_id)
    told = {hits[0].claim_id, *((dispute.best or "",) if dispute else ())}
    return hits[0].cosine, hits[0].coverage, bool(told & set(asked.claims)), bool(asked.claims)


def _print_thresholds(chances: NDArray[np.float64], right: NDArray[np.bool_], answerable: NDArray[np.bool_]) -> None:
    print(f"{'threshold':>9} {'right':>10} {'wrong claim':>12} {'answered without an answer':>28}")
    for threshold in _THRESHOLDS:
        told = chances >= threshold
        print(
            f"{threshold:9.2f} {(told & right).sum():6}/{answerable.sum():3} {(told & ~right & answerable).sum():12} "
            f"{(told & ~answerable).sum():24}/{(~answerable).sum()}"
        )


if __name__ == "__main__":
    main()
