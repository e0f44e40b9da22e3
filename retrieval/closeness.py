"""Exact cosines of a question to the passages of a few claims, with the names in them and without."""

import heapq
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.dense import STEPS, Scores
from retrieval.encoders import Vectors

# One passage may be near by chance, three hardly are.
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close a claim is to a question, in cosines from -1 to 1: its nearest passage, the mean of its three
    nearest, and the nearer of its own two texts.
    """

    nearest: float
    nearest_three: float
    statement: float


@dataclass(frozen=True)
class CloseIndex:
    """Each passage as two vectors end to end, in one byte a number: as it is written, and without names.

    Names are matched by spelling. In a vector, the mean of its words, a name outweighs the rest of a short question:
    without it, what is asked about the person decides.
    """

    steps: NDArray[np.int8]

    @classmethod
    def build(cls, written: Vectors, nameless: Vectors) -> "CloseIndex":
        """Rows of both in passage order."""
        return cls(np.rint(np.hstack([written, nameless]) * STEPS).astype(np.int8))

    @classmethod
    def load(cls, path: Path) -> "CloseIndex":
        """Read a saved index; OSError or ValueError when the file is damaged or missing."""
        return cls(np.load(path, mmap_mode="r", allow_pickle=False))

    def by_text(self) -> NDArray[np.int8]:
        """A row for each text: of all as they are written, then of all without names."""
        return np.concatenate(np.split(self.steps, 2, axis=1))

    def save(self, path: Path) -> None:
        np.save(path, self.steps)

    def cosines(self, places: NDArray[np.intp], written: Vectors, nameless: Vectors) -> Scores:
        """The mean of both cosines for each of the passages; several readings of a question count by the nearest."""
        rows = self.steps[places].astype(np.float32) / STEPS
        width = written.shape[1]
        as_written = (rows[:, :width] @ written.T).max(axis=1)
        without_names = (rows[:, width:] @ nameless.T).max(axis=1)
        return np.asarray((as_written + without_names) / 2, dtype=np.float32)


def closeness(cosines: Scores, is_statement: NDArray[np.bool_]) -> Closeness:
    """Of one claim, from the cosines of its passages."""
    # Plain numbers: for some forty of them a call of NumPy costs more than the work.
    nearest = heapq.nlargest(_NEAREST, cosines.tolist())
    return Closeness(
        nearest=nearest[0],
        nearest_three=sum(nearest) / len(nearest),
        statement=max(cosines[is_statement].tolist()),
    )
