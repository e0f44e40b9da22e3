"""Measuring a packed model on the pairs held out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from model2vec import StaticModel
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


def evaluate(folder: Path, tasks: Sequence[Task]) -> list[Score]:
    """Score the model as the program will load it, quantized and all."""
    model = StaticModel.from_pretrained(folder)
    return [_score(model, task) for task in tasks]


def as_table(scores: Sequence[Score]) -> Table:
    """The scores for the terminal."""
    table = Table("task", "pool", "R@1", "R@3", "R@5")
    for score in scores:
        table.add_row(score.task, str(score.pool), *(f"{share:.3f}" for share in score.shares))
    return table


def _score(model: StaticModel, task: Task) -> Score:
    similarity = model.encode(task.queries) @ model.encode(task.answers).T
    right = similarity[np.arange(len(task.right)), task.right][:, None]
    # Ties count against the model: the right answer must beat the others.
    ranks = (similarity >= right).sum(axis=1)
    return Score(task.name, len(task.answers), *(float((ranks <= most).mean()) for most in (1, 3, 5)))
