"""Exact cosines of a question to the passages of a few claims, with the names in them and without."""

import heapq
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.dense import STEPS, Scores
from retrieval.lens import Lens
from retrieval.vectors import Vectors

# One passage may be near by chance, three hardly are.
_NEAREST = 3
# A text of which the encoder knows nothing has no length to divide by.
_NOTHING = 1e-6
_STEPS_FILE, _LENGTHS_FILE = "close.npy", "lengths.npy"


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

    Names are matched by spelling. In a vector a name outweighs the rest of a short question: without it, and seen
    through the lens, what is asked about the person decides. `lengths` are those that the lens gives to the vectors
    without names.
    """

    steps: NDArray[np.int8]
    lengths: Vectors

    @classmethod
    def build(cls, written: Vectors, nameless: Vectors, lens: Lens) -> "CloseIndex":
        """Rows of both in passage order."""
        steps = np.rint(np.hstack([written, nameless]) * STEPS).astype(np.int8)
        return cls(steps, lens.lengths(nameless))

    @classmethod
    def load(cls, folder: Path) -> "CloseIndex":
        """Read a saved index; OSError or ValueError when a file is damaged or missing."""
        steps = np.load(folder / _STEPS_FILE, mmap_mode="r", allow_pickle=False)
        return cls(steps, np.load(folder / _LENGTHS_FILE, allow_pickle=False))

    def by_text(self) -> NDArray[np.int8]:
        """A row for each text: of all as they are written, then of all without names."""
        return np.concatenate(np.split(self.steps, 2, axis=1))

    def save(self, folder: Path) -> None:
        np.save(folder / _STEPS_FILE, self.steps)
        np.save(folder / _LENGTHS_FILE, self.lengths)

    def as_written(self, places: NDArray[np.intp], vectors: Vectors) -> Scores:
        """The cosine of each of the passages to the nearest of several readings of a question."""
        rows = self.steps[places, : vectors.shape[1]].astype(np.float32)
        return np.asarray((rows @ vectors.T).max(axis=1) / STEPS, dtype=np.float32)

    def without_names(self, places: NDArray[np.intp], turned: Vectors) -> Scores:
        """Likewise through the lens, for a question without names that it has turned."""
        rows = self.steps[places, turned.shape[1] :].astype(np.float32)
        lengths = np.maximum(self.lengths[places], _NOTHING)
        return np.asarray((rows @ turned.T).max(axis=1) / (STEPS * lengths), dtype=np.float32)


def closeness(cosines: Scores, is_statement: NDArray[np.bool_]) -> Closeness:
    """Of one claim, from the cosines of its passages."""
    # Plain numbers: for some forty of them a call of NumPy costs more than the work.
    nearest = heapq.nlargest(_NEAREST, cosines.tolist())
    return Closeness(
        nearest=nearest[0],
        nearest_three=sum(nearest) / len(nearest),
        statement=max(cosines[is_statement].tolist()),
    )
