"""Texts as bags of token ids, kept flat so that a batch is one gather."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from retrieval.training.tokenizer import silent_pieces

Ids = NDArray[np.int64]

# Lines handed to the tokenizer at once: enough for its threads, few enough for memory.
CHUNK = 20_000


@dataclass(frozen=True, slots=True)
class Bags:
    """Row i is `flat[starts[i]:starts[i + 1]]`."""

    flat: NDArray[np.int32]
    starts: Ids

    @property
    def lengths(self) -> Ids:
        """Tokens in each row."""
        return np.diff(self.starts)

    def take(self, rows: Ids) -> tuple[Ids, Ids]:
        """The tokens of `rows` end to end, and where each row begins."""
        lengths = self.starts[rows + 1] - self.starts[rows]
        begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        at = np.arange(lengths.sum()) + np.repeat(self.starts[rows] - begins, lengths)
        return self.flat[at].astype(np.int64), begins


class Bagger:
    """Turns texts into bags; a line that comes up in many texts is tokenized once."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._heard = np.ones(tokenizer.get_vocab_size(), dtype=np.bool_)
        self._heard[silent_pieces(tokenizer)] = False
        self._known: dict[str, NDArray[np.int32]] = {}

    def bags(self, texts: Sequence[str]) -> Bags:
        """Tokenize, leaving out silent pieces."""
        lines = [text.split("\n") for text in texts]
        self._learn(sorted({line for cut in lines for line in cut} - self._known.keys()))
        rows = [self._known[line] for cut in lines for line in cut]
        ends = np.cumsum([sum(len(self._known[line]) for line in cut) for cut in lines])
        return Bags(np.concatenate(rows), np.concatenate([[0], ends]))

    def _learn(self, lines: Sequence[str]) -> None:
        for at in range(0, len(lines), CHUNK):
            chunk = lines[at : at + CHUNK]
            for line, encoding in zip(chunk, self._tokenizer.encode_batch_fast(chunk), strict=True):
                row = np.array(encoding.ids, dtype=np.int32)
                self._known[line] = row[self._heard[row]]


def drop_tokens(ids: Ids, begins: Ids, rate: float, rng: np.random.Generator) -> tuple[Ids, Ids]:
    """Lose tokens at `rate`; a row that would lose all keeps its first."""
    keep = rng.random(len(ids)) >= rate
    empty = np.add.reduceat(keep, begins, dtype=np.int64) == 0
    keep[begins[empty]] = True
    lengths = np.add.reduceat(keep, begins, dtype=np.int64)
    return ids[keep], np.concatenate([[0], np.cumsum(lengths)[:-1]])
