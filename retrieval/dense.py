"""Cosine similarity of a question to every passage, by FAISS."""

from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from retrieval.vectors import Vectors

Scores = NDArray[np.float32]

# Sorting all passages costs more than scoring them, and claims beyond these never win.
_NEAREST = 500
# A signed byte holds a number from -1 to 1 in steps of 1/127; cosines stay right to about 0.01.
STEPS = 127


class DenseIndex:
    """An exact inner-product index over vectors kept in one byte a number: a quarter of the memory to walk through.

    With some ten thousand passages nothing is gained by an approximate search.
    """

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def build(cls, vectors: Vectors) -> "DenseIndex":
        index = faiss.IndexScalarQuantizer(
            vectors.shape[1], faiss.ScalarQuantizer.QT_8bit_direct_signed, faiss.METRIC_INNER_PRODUCT
        )
        index.add(_in_steps(vectors))
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
        products, order = self._index.search(_in_steps(queries), min(_NEAREST, len(self)))
        similarity = products / STEPS**2
        placed = np.repeat(similarity[:, -1:], len(self), axis=1)
        np.put_along_axis(placed, order, similarity, axis=1)
        return np.asarray(placed.max(axis=0), dtype=np.float32)


def _in_steps(vectors: Vectors) -> Vectors:
    """Whole numbers from -127 to 127, for FAISS cuts off what stands after the point."""
    return np.asarray(np.rint(vectors * STEPS), dtype=np.float32)


def best_per_group(scores: Scores, groups: NDArray[np.int32], count: int, floor: float = 0.0) -> Scores:
    """The highest score of each group (a claim's passages); `floor` where a group has none."""
    best = np.full(count, floor, dtype=np.float32)
    np.maximum.at(best, groups, scores)
    return best


def stack(vectors: Sequence[Vectors]) -> Vectors:
    """Batches of rows as one array."""
    return np.ascontiguousarray(np.vstack(vectors), dtype=np.float32)
