"""Contrastive training of the token vectors.

The loss is that of sentence-transformers' MultipleNegativesSymmetricRankingLoss inside a MatryoshkaLoss over a
StaticEmbedding, written out because three things are not to be had there: batches of one kind of pair each, with a
token dropout of its own; equal texts in a batch that are not held against each other; texts tokenized once for all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from retrieval.training.batches import Side, Stock

Matrix = NDArray[np.float32]

# Leading dimensions that must work alone, and how much each counts.
MATRYOSHKA = {384: 1.0, 192: 0.5, 96: 0.25}
# Sharpness of the softmax over cosines.
SCALE = 20.0
# A short memory of squared gradients suits tokens that come up in few batches.
BETAS = (0.9, 0.98)
# Of the trained vectors in the end: half and more of the rest lost translations, none of it lost paraphrases, on the
# pairs held out.
TRAINED_SHARE = 0.75
# Ten batches, about the time in which the loss is seen to move.
SMOOTHING = 0.9


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to train."""

    steps: int = 1500
    batch: int = 2048
    rate: float = 0.01
    warm_up: int = 100

    def factor(self, step: int) -> float:
        """The share of `rate` in force at `step`: up during the warm-up, then straight down to zero."""
        warm_up = min(self.warm_up, self.steps // 4)
        if step < warm_up:
            return (step + 1) / warm_up
        return (self.steps - step) / (self.steps - warm_up)


def train(vectors: Matrix, stocks: Sequence[Stock], schedule: Schedule, rng: np.random.Generator) -> Matrix:
    """Pull the sides of each pair together, against every other pair of its batch."""
    table = torch.nn.Parameter(torch.from_numpy(vectors.copy()))
    optimizer = torch.optim.Adam([table], lr=schedule.rate, betas=BETAS)
    decay = torch.optim.lr_scheduler.LambdaLR(optimizer, schedule.factor)
    shares = np.array([stock.kind.share for stock in stocks])
    kinds = rng.choice(len(stocks), schedule.steps, p=shares / shares.sum())
    with progress_bar() as progress:
        task = progress.add_task("training", total=schedule.steps, loss=float("nan"))
        smooth = None
        for kind in kinds:
            loss = _loss(table, *stocks[kind].draw(schedule.batch, rng))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            decay.step()
            value = float(loss.detach())
            smooth = value if smooth is None else SMOOTHING * smooth + (1 - SMOOTHING) * value
            progress.update(task, advance=1, loss=smooth)
    return np.asarray(table.detach().numpy(), dtype=np.float32)


def averaged(first: Matrix, trained: Matrix) -> Matrix:
    """The trained vectors with some of the first ones, each scaled to one size.

    Training on word-for-word pairs unlearns some of the paraphrase that the transformer brought; averaging the weights
    keeps it at no loss elsewhere (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
    """
    return np.asarray(TRAINED_SHARE * trained / _size(trained) + (1 - TRAINED_SHARE) * first / _size(first), np.float32)


def _size(vectors: Matrix) -> float:
    return float(np.sqrt(np.mean(vectors**2)))


def progress_bar() -> Progress:
    """A bar that shows the loss beside the time left."""
    loss = TextColumn("loss {task.fields[loss]:.3f}")
    return Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), loss, TimeRemainingColumn())


def _loss(table: torch.Tensor, queries: Side, answers: Side) -> torch.Tensor:
    """Symmetric InfoNCE at each length of the Matryoshka."""
    left, right = _embed(table, queries), _embed(table, answers)
    same = _equal(queries) | _equal(answers)
    same.fill_diagonal_(False)
    total = torch.zeros(())
    for dimensions, weight in MATRYOSHKA.items():
        total = total + weight * _contrast(left[:, :dimensions], right[:, :dimensions], same)
    return total


def _embed(table: torch.Tensor, side: Side) -> torch.Tensor:
    ids, begins = torch.from_numpy(side.ids), torch.from_numpy(side.begins)
    pooled: torch.Tensor = torch.nn.functional.embedding_bag(ids, table, begins, mode="mean")
    return pooled


def _equal(side: Side) -> torch.Tensor:
    """Pairs that share a text: one's answer is no wrong answer to the other."""
    texts = torch.from_numpy(side.texts)
    equal: torch.Tensor = texts[:, None] == texts[None, :]
    return equal


def _contrast(left: torch.Tensor, right: torch.Tensor, same: torch.Tensor) -> torch.Tensor:
    normalize, cross_entropy = torch.nn.functional.normalize, torch.nn.functional.cross_entropy
    scores = SCALE * normalize(left) @ normalize(right).T
    scores = scores.masked_fill(same, -torch.inf)
    target = torch.arange(len(scores))
    loss: torch.Tensor = (cross_entropy(scores, target) + cross_entropy(scores.T, target)) / 2
    return loss
