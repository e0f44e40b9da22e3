"""Cosine similarity of a question to every passage, by FAISS."""

from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from retrieval.encoders import Vectors

Scores = NDArray[np.float32]

# Sorting all passages costs more than scoring them, and claims beyond these never win.
_NEAREST = 1000


class DenseIndex:
    """An exact inner-product index: with a few thousand passages nothing is gained by an approximate one."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def build(cls, vectors: Vectors) -> "DenseIndex":
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(vectors)
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> "DenseIndex":
        """Read a saved index; RuntimeError when the file is damaged or missing."""
        return cls(faiss.read_index(str(path)))

    def save(self, path: Path) -> None:
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def scores(self, queries: Vectors) -> Scores:
        """Cosine of every passage to the nearest of the queries, in passage order.

        Passages beyond the nearest `_NEAREST` get the score of the last of these: an upper bound.
        """
        similarity, order = self._index.search(queries, min(_NEAREST, len(self)))
        placed = np.repeat(similarity[:, -1:], len(self), axis=1)
        np.put_along_axis(placed, order, similarity, axis=1)
        return np.asarray(placed.max(axis=0), dtype=np.float32)


def best_per_group(scores: Scores, groups: NDArray[np.int32], count: int, floor: float = 0.0) -> Scores:
    """The highest score of each group (a claim's passages); `floor` where a group has none."""
    best = np.full(count, floor, dtype=np.float32)
    np.maximum.at(best, groups, scores)
    return best


def stack(vectors: Sequence[Vectors]) -> Vectors:
    """Batches of rows as one array."""
    return np.ascontiguousarray(np.vstack(vectors), dtype=np.float32)
