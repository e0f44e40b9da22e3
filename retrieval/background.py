"""How alike unrelated texts are to an encoder: what every cosine is measured from."""

import numpy as np
from numpy.typing import NDArray

from retrieval.vectors import Vectors

_PAIRS = 20_000


def background(vectors: Vectors) -> float:
    """The mean cosine of texts drawn at random: near 0 for the bundled encoder, 0.7 and more for some transformers."""
    draw = np.random.default_rng(0)
    one, other = (vectors[draw.integers(len(vectors), size=_PAIRS)] for _ in range(2))
    return float(np.einsum("ij,ij->i", one, other).mean())


def above(cosines: NDArray[np.float32], level: float) -> NDArray[np.float32]:
    """Cosines on the scale on which unrelated texts are 0 and equal ones 1, so that weights fit any encoder."""
    return np.asarray((cosines - level) / (1 - level), dtype=np.float32)
