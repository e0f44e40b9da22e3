"""Fits the confidence of an answer: `python -m benchmarks.calibrate tests/questions/dev.jsonl [--encoder compact]`.

Prints the weights for retrieval/weights.py (logistic regression) and, by ten-fold cross-validation, what each
threshold would answer rightly, answer wrongly and leave, of case files with few questions and of the shipped
ones, and the same without the cross-encoder where there is one; then what each would do with the weights in force and
every reading of a message. Draws the reliability curve with `--plot FILE`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from rich.progress import track
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.plots import draw
from benchmarks.thinning import fewest, left_out, refitted, right_for, thinned
from knowledge.base import Knowledge
from knowledge.loader import load
from retrieval.answer import Context
from retrieval.choosing import as_asked, choose, told
from retrieval.compose import compose
from retrieval.confidence import evidence
from retrieval.encoders import Model, load_encoders
from retrieval.evaluate import Asked, Outcome, read_questions
from retrieval.query import Query
from retrieval.retriever import Retriever
from retrieval.search import Hit

_FOLDS = 10
# Example questions left out of the index are asked as well, for they are many and name what the development questions
# hardly do; each counts as a fifth of one of these, for they resemble what is left.
_EXAMPLE, _SEED = 0.2, 5
# Of the questions that no claim answers, the case files with few examples keep one in so many: three a claim.
_FEW = 4
_THRESHOLDS = tuple(round(0.3 + 0.05 * step, 2) for step in range(14))


@dataclass(frozen=True, slots=True)
class Judged:
    """A question that the confidence decides, with its evidence.

    `right`: whether what ranks first, and is told with it, is; `answerable`: whether there is an answer at all.
    `chance` and `is_told_rightly`: the same of the surest, by the weights in force.
    """

    id: str
    evidence: dict[str, float]
    right: bool
    answerable: bool
    chance: float
    is_told_rightly: bool


Plot = Annotated[Path | None, typer.Option(help="Draw the curves into this file.")]
Chosen = Annotated[str, typer.Option(help="static or compact.")]


def main(questions: Path, plot: Plot = None, encoder: Chosen = "") -> None:
    """Fit and print."""
    knowledge, encoders = load(), load_encoders(Model(encoder))
    asked = read_questions(questions)
    few = _all_judged(Retriever.open(thinned(knowledge, fewest, "fewest", one_in=_FEW), encoders), asked)
    many = _all_judged(Retriever.open(knowledge, encoders), asked)
    rest, examples = left_out(knowledge, _SEED)
    left = _all_judged(Retriever.open(rest, refitted(encoders, rest)), list(_as_asked(knowledge, examples)))
    chances = _fit_and_print(few, many, left)
    if "cross" in many[0].evidence:
        print("For other encoders, without the cross-encoder")
        _fit_and_print(*([_uncrossed(each) for each in judged] for judged in (few, many, left)))
    print("with the weights in force, the case files as they are")
    in_force = np.array([each.chance for each in many])
    _print_thresholds(in_force, [replace(each, right=each.is_told_rightly) for each in many])
    if plot is not None:
        judged = [*few, *many]
        draw(plot, chances, _right(judged), _answerable(judged), encoders.weights.threshold)


def _fit_and_print(few: Sequence[Judged], many: Sequence[Judged], left: Sequence[Judged]) -> NDArray[np.float64]:
    """Print the weights and what each threshold would do; returns the chances of the first two, by cross-validation."""
    chances = _cross_validated([*few, *many], left)
    scaler, regression = (step for _, step in _fitted([*few, *many], left).steps)
    weights = regression.coef_[0] / scaler.scale_
    print(f"    bias={regression.intercept_[0] - weights @ scaler.mean_:.2f},")
    # What is the same for every question, an encoder does not have.
    for name, weight, spread in zip(many[0].evidence, weights, scaler.var_, strict=True):
        if spread:
            print(f'    "{name}": {weight:.2f},')
    for title, some, of_them in (
        ("with few questions", few, chances[: len(few)]),
        ("as they are", many, chances[len(few) :]),
    ):
        print(f"the case files {title}")
        _print_thresholds(of_them, some)
    return chances


def _uncrossed(judged: Judged) -> Judged:
    return replace(judged, evidence={name: value for name, value in judged.evidence.items() if name != "cross"})


def _as_asked(knowledge: Knowledge, examples: Sequence[tuple[str, str]]) -> Iterator[Asked]:
    for place, (question, claim_id) in enumerate(examples):
        right = tuple(right_for(knowledge, claim_id))
        yield Asked(id=f"example-{place}", question=question, lang="en", kind="example", claims=right)


def _all_judged(retriever: Retriever, asked: Sequence[Asked]) -> list[Judged]:
    return [judged for one in track(asked, description="Asking") for judged in _judged(retriever, one)]


def _fitted(judged: Sequence[Judged], examples: Sequence[Judged]) -> Pipeline:
    rows = np.array([list(each.evidence.values()) for each in (*judged, *examples)])
    shares = np.repeat([1, _EXAMPLE], [len(judged), len(examples)])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=1, max_iter=1000))
    return model.fit(rows, _right([*judged, *examples]), logisticregression__sample_weight=shares)


def _cross_validated(judged: Sequence[Judged], examples: Sequence[Judged]) -> NDArray[np.float64]:
    """For each of the judged the probability by a model that has not seen its question."""
    chances = np.zeros(len(judged))
    # A question is asked of both contents: it must not be in the fold that judges and in those that are learnt from.
    groups = [each.id for each in judged]
    for learnt, unseen in GroupKFold(_FOLDS).split(groups, groups=groups):
        model = _fitted([judged[place] for place in learnt], examples)
        rows = np.array([list(judged[place].evidence.values()) for place in unseen])
        chances[unseen] = model.predict_proba(rows)[:, 1]
    return chances


def _right(judged: Sequence[Judged]) -> NDArray[np.bool_]:
    return np.array([each.right for each in judged])


def _answerable(judged: Sequence[Judged]) -> NDArray[np.bool_]:
    return np.array([each.answerable for each in judged])


def _judged(retriever: Retriever, asked: Asked) -> Iterator[Judged]:
    """Nothing for what the confidence does not decide: other languages, bare names, pronouns that stand for nobody."""
    context = retriever.ask(asked.previous).leaves(Context()) if asked.previous else Context()
    query, hits = retriever.finder.find(asked.question, context)
    if query.is_decided or not hits:
        return
    answerable = bool(asked.claims)
    ranked, surest = told(query, hits), choose(query, hits, threshold=0)
    first, told_first = (_is_right(retriever, asked, query, hits, chosen) for chosen in (ranked, surest))
    yield Judged(asked.id, evidence(query, hits), first, answerable, surest[0].chance, told_first)


def _is_right(retriever: Retriever, asked: Asked, query: Query, hits: Sequence[Hit], chosen: Sequence[Hit]) -> bool:
    readings = as_asked(hits, retriever.knowledge.disputes)
    answer = compose(retriever.knowledge, query.language, [hit.claim_id for hit in chosen], readings)
    return Outcome(asked, answer).is_in_answer


def _print_thresholds(chances: NDArray[np.float64], judged: Sequence[Judged]) -> None:
    right, answerable = _right(judged), _answerable(judged)
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
