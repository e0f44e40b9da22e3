"""Question and claim read together: whether the one answers the other.

An encoder sees two texts apart and says how near they are; a near miss is near. A cross-encoder (Nogueira and Cho 2019)
reads every word of the one in the light of the other. This one is the upper half of the compact encoder's network;
up to there each text is read by itself (MacAvaney et al. 2020), so that claims need not be read again.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.errors import loading
from retrieval.runtime import open_session
from retrieval.vectors import Vectors

# The claims read together with a question: further down hardly any was the right one, and each costs milliseconds.
READ = 6
# What tells the pieces of the two sides, and padding, apart.
QUESTION, CLAIM, NEITHER = 0, 1, 2
# Texts kept half read, some 30 KB each.
_KEPT = 2048

# From a text to its half-read pieces: float32 (pieces, dim).
HalfRead = Callable[[str], Vectors]


class CrossEncoder:
    """Says of claims whether they answer a question."""

    def __init__(self, session: Any, half_read: HalfRead) -> None:  # noqa: ANN401 (untyped package)
        self._session = session
        self._half_read = half_read
        self._claim = lru_cache(_KEPT)(lambda text: half_read(text).astype(np.float16))

    @classmethod
    def load(cls, path: Path, half_read: HalfRead) -> "CrossEncoder":
        """From a file of the trainer; EncoderError when it is missing or damaged."""
        with loading(path):
            return cls(open_session(path.read_bytes()), half_read)

    def logits(self, question: str, claims: Sequence[str]) -> list[float]:
        """For each claim the logarithm of the odds that it answers the question, against none of them."""
        if not claims:
            return []
        asked = self._half_read(question)
        told = [self._claim(text) for text in claims]
        longest = max(map(len, told))
        states = np.zeros((len(told), len(asked) + longest, asked.shape[1]), dtype=np.float32)
        sides = np.full(states.shape[:2], NEITHER, dtype=np.int64)
        states[:, : len(asked)], sides[:, : len(asked)] = asked, QUESTION
        for row, pieces in enumerate(told):
            end = len(asked) + len(pieces)
            states[row, len(asked) : end], sides[row, len(asked) : end] = pieces, CLAIM
        [logits] = self._session.run(None, {"states": states, "sides": sides})
        return [float(logit) for logit in logits]
