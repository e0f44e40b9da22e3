"""Whether a question sounds like one that case files answer.

A near miss shares its words with a claim; some give themselves away by what they ask for, whoever they ask about. The
weights are learnt from invented case files by retrieval/training/prospect.py: their questions, and what is asked of
them in vain.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retrieval.vectors import Vectors, load_vectors


@dataclass(frozen=True)
class Prospect:
    """A weight for each number of a vector, then a constant; without any, every question sounds alike."""

    weights: Vectors | None = None

    @classmethod
    def load(cls, path: Path) -> "Prospect":
        """From a file that `save` wrote; EncoderError when it is missing or damaged."""
        return cls(load_vectors(path))

    def save(self, path: Path) -> None:
        """Two bytes a number are enough."""
        np.save(path, np.asarray(self.weights, dtype=np.float16))

    def of(self, vector: Vectors) -> float:
        """The logarithm of the odds, 0 when they are even, for the vector of a question without names."""
        return 0.0 if self.weights is None else float(vector @ self.weights[:-1] + self.weights[-1])
