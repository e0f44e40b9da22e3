"""What a text asks, as against what it is about.

To any encoder two questions about one hunger strike are nearer to each other than two questions for a date. A lens is a
linear map of an encoder's vectors that turns this about. It is fitted on the example questions of the case files by
retrieval/training/lens.py, and works on cases that it was not fitted on.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from retrieval.vectors import Vectors, load_vectors, normalised


@dataclass(frozen=True)
class Lens:
    """A square matrix that multiplies rows from the right; without one, vectors are seen as they are."""

    matrix: Vectors | None = None

    @classmethod
    def load(cls, path: Path) -> "Lens":
        """From a file that `save` wrote; EncoderError when it is missing or damaged."""
        return cls(load_vectors(path))

    def save(self, path: Path) -> None:
        """Two bytes a number are enough for cosines."""
        np.save(path, np.asarray(self.matrix, dtype=np.float16))

    @cached_property
    def fingerprint(self) -> str:
        return "none" if self.matrix is None else hashlib.sha256(self.matrix.tobytes()).hexdigest()[:16]

    def seen(self, vectors: Vectors) -> Vectors:
        """Rows of length one, as the lens shows them."""
        return vectors if self.matrix is None else normalised(vectors @ self.matrix)

    def lengths(self, vectors: Vectors) -> Vectors:
        """How long the lens makes each row."""
        return np.asarray(np.linalg.norm(vectors if self.matrix is None else vectors @ self.matrix, axis=1), np.float32)

    def turned(self, seen: Vectors) -> Vectors:
        """Rows whose product with a vector, divided by the length of that, is its cosine to `seen` through the lens:
        with them the many vectors of an index are compared without being mapped.
        """
        return seen if self.matrix is None else np.asarray(seen @ self.matrix.T, dtype=np.float32)
