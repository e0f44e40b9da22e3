"""Contrastive tuning: the sides of a pair together, against every other pair of its batch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from transformers import BertModel

from retrieval.training.compact.course import Course
from retrieval.training.compact.fourbit import Tensors
from retrieval.training.compact.network import PADDING, build, mixed_precision, pooled
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
class Stock:
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
    stocks = [stock_of(lesson, tokenizer) for lesson in taught]
    shares = np.array([stock.share for stock in stocks])
    network = build(tensors).to(device).train()
    kinds = rng.choice(len(stocks), course.steps, p=shares / shares.sum())
    descend(network, (pair_loss(network, stocks[kind], course.batch, rng) for kind in kinds), course, "tuning")
    return averaged(build(tensors), network.cpu(), TUNED_SHARE)


def descend(network: torch.nn.Module, losses: Iterable[torch.Tensor], course: Course, title: str) -> None:
    """Change the network by one loss after another, each computed when its turn comes."""
    optimizer = torch.optim.AdamW(_groups(network), lr=course.rate, betas=BETAS)
    decay = torch.optim.lr_scheduler.LambdaLR(optimizer, course.factor)
    with progress_bar() as progress:
        task = progress.add_task(title, total=course.steps, loss=float("nan"))
        for loss in losses:
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), LARGEST_GRADIENT)
            optimizer.step()
            decay.step()
            progress.update(task, advance=1, loss=float(loss.detach()))


def averaged(first: BertModel, second: BertModel, share: float) -> BertModel:
    """So much of the second network's weights, the rest of the first one's, which it replaces."""
    start, end = first.state_dict(), second.state_dict()
    first.load_state_dict({name: torch.lerp(start[name], end[name], share) for name in start})
    return first.eval()


def _groups(network: torch.nn.Module) -> list[dict[str, object]]:
    """Matrices are held small, biases and norms are not."""
    matrices = [one for one in network.parameters() if one.dim() > 1]
    others = [one for one in network.parameters() if one.dim() == 1]
    return [{"params": matrices, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0.0}]


def stock_of(lesson: Lesson, tokenizer: Tokenizer) -> Stock:
    """The pairs of a lesson as numbers of pieces."""
    left, right = ([pair[side] for pair in lesson.pairs] for side in (0, 1))
    return Stock(lesson.share, pieces_of(tokenizer, left), pieces_of(tokenizer, right), _numbers(left), _numbers(right))


def pieces_of(tokenizer: Tokenizer, texts: Sequence[str]) -> Ids:
    """The numbers of the pieces of each text."""
    return [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]


def _numbers(texts: Sequence[str]) -> NDArray[np.int64]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(text, len(numbers)) for text in texts], dtype=np.int64)


def pair_loss(
    network: BertModel, stock: Stock, size: int, rng: np.random.Generator, at_once: int | None = None
) -> torch.Tensor:
    """Symmetric InfoNCE; pairs that share a text are not held against each other."""
    rows = rng.choice(len(stock.left), min(size, len(stock.left)), replace=False)
    left = embed(network, [stock.left[row] for row in rows], at_once)
    right = embed(network, [stock.right[row] for row in rows], at_once)
    same = _equal(stock.left_texts[rows]) | _equal(stock.right_texts[rows])
    same.fill_diagonal_(False)
    scores = (SCALE * left @ right.T).masked_fill(same.to(left.device), -torch.inf)
    target = torch.arange(len(rows), device=left.device)
    cross_entropy = torch.nn.functional.cross_entropy
    loss: torch.Tensor = (cross_entropy(scores, target) + cross_entropy(scores.T, target)) / 2
    return loss


def embed(network: BertModel, ids: Ids, at_once: int | None = None) -> torch.Tensor:
    """Vectors of length one, a row for each text. `at_once` limits how many texts go together: those of one length do,
    so that a processor spends little on padding.
    """
    order = sorted(range(len(ids)), key=lambda place: len(ids[place]))
    size = at_once or len(ids)
    parts = [
        _embedded(network, [ids[place] for place in order[start : start + size]]) for start in range(0, len(ids), size)
    ]
    return torch.cat(parts)[np.argsort(order)]


def _embedded(network: BertModel, ids: Ids) -> torch.Tensor:
    width = max(map(len, ids))
    padded = torch.tensor([row + [PADDING] * (width - len(row)) for row in ids], device=network.device)
    with mixed_precision(network.device.type):
        mask = (padded != PADDING).long()
        return pooled(network(input_ids=padded, attention_mask=mask).last_hidden_state, mask)


def _equal(texts: NDArray[np.int64]) -> torch.Tensor:
    numbers = torch.from_numpy(texts)
    equal: torch.Tensor = numbers[:, None] == numbers[None, :]
    return equal
