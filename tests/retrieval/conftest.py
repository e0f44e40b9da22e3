from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from knowledge.base import Knowledge
from knowledge.loader import load
from retrieval.encoders import Encoders
from retrieval.tokens import words
from retrieval.vectors import Vectors, normalised
from retrieval.weights import STATIC_WEIGHTS
from tests import content


class HashedEncoder:
    """A seeded encoder without a model: a text is the sum of its words' random vectors."""

    fingerprint = "hashed"

    def __init__(self, dimension: int = 64) -> None:
        self._dimension = dimension
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded += len(texts)
        return normalised(np.array([self._vector(text) for text in texts]).reshape(len(texts), self._dimension))

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        return self.encode(texts)

    def knows(self, word: str) -> bool:
        return False

    def _vector(self, text: str) -> Vectors:
        vector = np.zeros(self._dimension, dtype=np.float32)
        for word in words(text):
            seed = np.frombuffer(word.encode().ljust(8, b"\0")[:8], dtype=np.uint32)
            vector += np.random.default_rng(seed.tolist()).standard_normal(self._dimension, dtype=np.float32)
        return vector


@pytest.fixture
def encoder() -> HashedEncoder:
    return HashedEncoder()


@pytest.fixture
def encoders(encoder: HashedEncoder) -> Encoders:
    return Encoders(encoder, encoder, STATIC_WEIGHTS)


@pytest.fixture
def knowledge(tmp_path: Path) -> Knowledge:
    return load(content.write(tmp_path / "content", content.cases()))
