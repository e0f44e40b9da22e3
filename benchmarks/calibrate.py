"""Fits the confidence of an answer: `python -m benchmarks.calibrate tests/questions/dev.jsonl [--encoder compact]`.

Prints the weights for retrieval/weights.py (logistic regression) and, by ten-fold cross-validation, what each
threshold would answer rightly, answer wrongly and leave; draws the reliability curve with `--plot FILE`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.plots import draw
from benchmarks.thinning import fewest, thinned
from knowledge.loader import load
from retrieval.answer import Context
from retrieval.choosing import told
from retrieval.confidence import evidence
from retrieval.encoders import Model, load_encoders
from retrieval.evaluate import Asked, read_questions
from retrieval.language import Script
from retrieval.retriever import Retriever

_FOLDS = 10
_THRESHOLDS = tuple(round(0.3 + 0.05 * step, 2) for step in range(14))


@dataclass(frozen=True, slots=True)
class Judged:
    """A question that the confidence decides, with its evidence.

    `right`: whether what would be told is; `answerable`: whether there is an answer at all.
    """

    evidence: dict[str, float]
    right: bool
    answerable: bool


Plot = Annotated[Path | None, typer.Option(help="Draw the curves into this file.")]
Chosen = Annotated[str, typer.Option(help="static or compact.")]


def main(questions: Path, plot: Plot = None, encoder: Chosen = "") -> None:
    """Fit and print."""
    knowledge, encoders = load(), load_encoders(Model(encoder))
    asked = read_questions(questions)
    judged, groups = [], []
    for known in (knowledge, thinned(knowledge, fewest, "fewest")):
        retriever = Retriever.open(known, encoders)
        for place, one in enumerate(asked):
            found = list(_judged(retriever, one))
            judged += found
            groups += [place] * len(found)
    names = list(judged[0].evidence)
    rows = np.array([list(each.evidence.values()) for each in judged])
    right = np.array([each.right for each in judged])
    answerable = np.array([each.answerable for each in judged])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=1, max_iter=1000))
    # A question is asked of both: it must not be in the fold that judges and in those that are learnt from.
    folds = GroupKFold(_FOLDS)
    chances = cross_val_predict(model, rows, right, groups=groups, cv=folds, method="predict_proba")[:, 1]
    scaler, regression = (step for _, step in model.fit(rows, right).steps)
    weights = regression.coef_[0] / scaler.scale_
    print(f"    bias={regression.intercept_[0] - weights @ scaler.mean_:.2f},")
    for name, weight in zip(names, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    _print_thresholds(chances, right, answerable)
    if plot is not None:
        draw(plot, chances, right, answerable, encoders.weights.threshold)


def _judged(retriever: Retriever, asked: Asked) -> Iterator[Judged]:
    """Nothing for what the confidence does not decide: other languages, bare names, pronouns that stand for nobody."""
    context = retriever.ask(asked.previous).leaves(Context()) if asked.previous else Context()
    query, hits = retriever.find(asked.question, context)
    decided_before = query.is_overview or query.is_vague or query.says_nothing or query.is_elsewhere
    if decided_before or query.script is Script.OTHER or not hits:
        return
    best = retriever.knowledge.disputes
    claims = {hit.claim_id for hit in told(query, hits)}
    claims |= {dispute.best for claim in claims if (dispute := best.get(claim)) and dispute.best}
    yield Judged(evidence(query, hits), bool(claims & set(asked.claims)), bool(asked.claims))


def _print_thresholds(chances: NDArray[np.float64], right: NDArray[np.bool_], answerable: NDArray[np.bool_]) -> None:
    print(f"{'threshold':>9} {'right':>14} {'wrong facts':>13} {'right abstentions':>18}")
    for threshold in _THRESHOLDS:
        spoken = chances >= threshold
        answered = _share((spoken & right).sum(), answerable.sum())
        wrong = _share((spoken & ~right).sum(), len(chances))
        left = _share((~spoken & ~answerable).sum(), (~answerable).sum())
        print(f"{threshold:9.2f} {answered:>14} {wrong:>13} {left:>18}")


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:.1%}"


if __name__ == "__main__":
    typer.run(main)
