"""Contrastive tuning: the sides of a pair together, against every other pair of its batch."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from transformers import BertModel

from retrieval.training.compact.fourbit import Tensors
from retrieval.training.compact.network import PADDING, build, pooled
from retrieval.training.compact.pairs import Lesson
from retrieval.training.train import progress_bar

Ids = list[list[int]]

# Sharpness of the softmax over cosines, as for the static encoder.
SCALE = 20.0
BETAS = (0.9, 0.98)
WEIGHT_DECAY = 0.01
LARGEST_GRADIENT = 1.0
# Of the tuned weights in the end, the rest from the starting ones (Wortsman et al. 2022): of 1, 0.8 and 0.6 the best on
# the pairs held out, the probe left aside.
TUNED_SHARE = 0.8
LONGEST = 128


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how fast to tune."""

    steps: int = 1200
    batch: int = 768
    rate: float = 2e-4
    warm_up: int = 100

    def factor(self, step: int) -> float:
        """The share of `rate` in force at `step`: up during the warm-up, then straight down to zero."""
        warm_up = min(self.warm_up, self.steps // 4 + 1)
        return min((step + 1) / warm_up, (self.steps - step) / max(1, self.steps - warm_up))


@dataclass(frozen=True, slots=True)
class _Stock:
    """A lesson tokenized, with the number of each text, so that equal ones are known."""

    share: float
    left: Ids
    right: Ids
    left_texts: NDArray[np.int64]
    right_texts: NDArray[np.int64]


def tune_network(
    tensors: Tensors, tokenizer: Tokenizer, taught: Sequence[Lesson], course: Course, seed: int
) -> BertModel:
    """The tuned network, on the processor; it works on a GPU where there is one."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    tokenizer.enable_truncation(LONGEST)
    stocks = [_stock(lesson, tokenizer) for lesson in taught]
    shares = np.array([stock.share for stock in stocks])
    network = build(tensors).to(device).train()
    optimizer = torch.optim.AdamW(_groups(network), lr=course.rate, betas=BETAS)
    decay = torch.optim.lr_scheduler.LambdaLR(optimizer, course.factor)
    with progress_bar() as progress:
        task = progress.add_task("tuning", total=course.steps, loss=float("nan"))
        for kind in rng.choice(len(stocks), course.steps, p=shares / shares.sum()):
            loss = _loss(network, stocks[kind], course.batch, rng, device)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), LARGEST_GRADIENT)
            optimizer.step()
            decay.step()
            progress.update(task, advance=1, loss=float(loss.detach()))
    return _averaged(build(tensors), network.cpu()).eval()


def _groups(network: BertModel) -> list[dict[str, object]]:
    """Matrices are held small, biases and norms are not."""
    matrices = [one for one in network.parameters() if one.dim() > 1]
    others = [one for one in network.parameters() if one.dim() == 1]
    return [{"params": matrices, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0.0}]


def _averaged(first: BertModel, tuned: BertModel) -> BertModel:
    start, end = first.state_dict(), tuned.state_dict()
    first.load_state_dict({name: torch.lerp(start[name], end[name], TUNED_SHARE) for name in start})
    return first


def _stock(lesson: Lesson, tokenizer: Tokenizer) -> _Stock:
    left, right = ([pair[side] for pair in lesson.pairs] for side in (0, 1))
    return _Stock(lesson.share, _ids(tokenizer, left), _ids(tokenizer, right), _numbers(left), _numbers(right))


def _ids(tokenizer: Tokenizer, texts: Sequence[str]) -> Ids:
    return [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]


def _numbers(texts: Sequence[str]) -> NDArray[np.int64]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(text, len(numbers)) for text in texts], dtype=np.int64)


def _loss(network: BertModel, stock: _Stock, size: int, rng: np.random.Generator, device: str) -> torch.Tensor:
    """Symmetric InfoNCE; pairs that share a text are not held against each other."""
    rows = rng.choice(len(stock.left), min(size, len(stock.left)), replace=False)
    left = _embed(network, [stock.left[row] for row in rows], device)
    right = _embed(network, [stock.right[row] for row in rows], device)
    same = _equal(stock.left_texts[rows]) | _equal(stock.right_texts[rows])
    same.fill_diagonal_(False)
    scores = (SCALE * left @ right.T).masked_fill(same.to(device), -torch.inf)
    target = torch.arange(len(rows), device=device)
    cross_entropy = torch.nn.functional.cross_entropy
    loss: torch.Tensor = (cross_entropy(scores, target) + cross_entropy(scores.T, target)) / 2
    return loss


def _embed(network: BertModel, ids: Ids, device: str) -> torch.Tensor:
    width = max(map(len, ids))
    padded = torch.tensor([row + [PADDING] * (width - len(row)) for row in ids], device=device)
    with torch.autocast(device, dtype=torch.bfloat16):
        return pooled(network, padded, (padded != PADDING).long())


def _equal(texts: NDArray[np.int64]) -> torch.Tensor:
    numbers = torch.from_numpy(texts)
    equal: torch.Tensor = numbers[:, None] == numbers[None, :]
    return equal
