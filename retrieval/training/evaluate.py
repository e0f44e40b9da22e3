"""Measuring a finished model on the pairs held out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from rich.table import Table

from retrieval.training.heldout import Task


@dataclass(frozen=True, slots=True)
class Score:
    """How often the right answer came first, among the first three, and among the first five."""

    task: str
    pool: int
    first: float
    first_three: float
    first_five: float

    @property
    def shares(self) -> tuple[float, float, float]:
        return self.first, self.first_three, self.first_five


class Model(Protocol):
    """Whatever turns texts into vectors of length one."""

    def encode(self, texts: list[str], /) -> NDArray[np.float32]: ...


def evaluate(model: Model, tasks: Sequence[Task]) -> list[Score]:
    """Score a model as the program will load it, quantized and all."""
    return [_score(model, task) for task in tasks]


def as_table(scores: Sequence[Score]) -> Table:
    """The scores for the terminal."""
    table = Table("task", "pool", "R@1", "R@3", "R@5")
    for score in scores:
        table.add_row(score.task, str(score.pool), *(f"{share:.3f}" for share in score.shares))
    return table


def _score(model: Model, task: Task) -> Score:
    similarity = model.encode(task.queries) @ model.encode(task.answers).T
    right = similarity[np.arange(len(task.right)), task.right][:, None]
    # Ties count against the model: the right answer must beat the others.
    ranks = (similarity >= right).sum(axis=1)
    return Score(task.name, len(task.answers), *(float((ranks <= most).mean()) for most in (1, 3, 5)))
