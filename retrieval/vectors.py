"""Rows of numbers that stand for texts."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import EncoderError

Vectors = NDArray[np.float32]


def load_vectors(path: Path) -> Vectors:
    """What NumPy saved; EncoderError when it is missing or damaged."""
    try:
        return np.asarray(np.load(path, allow_pickle=False), dtype=np.float32)
    except (OSError, ValueError, EOFError) as error:
        raise EncoderError(f"{path}: cannot be loaded ({error}): reinstall the package") from error


def normalised(vectors: NDArray[np.floating]) -> Vectors:
    """Rows scaled to length one; zero rows stay zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths == 0, 1, lengths), dtype=np.float32)
