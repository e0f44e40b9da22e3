"""Text -> vectors: what every encoder promises, and the choice between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors; `fingerprint` changes whenever the vectors would."""

    @property
    def fingerprint(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Passages as float32 (n, dim), L2-normalised; a text without any known token is a zero vector."""

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Questions, likewise: some models embed them differently from passages."""

    def knows(self, word: str) -> bool:
        """Whether the vocabulary has the word as a whole: then it is a word, not a typing error."""


@dataclass(frozen=True, slots=True)
class Model:
    """Which encoder to load: the bundled one for an empty name, else a sentence-transformers model by name or path.

    The prompts stand before every question and passage, as E5 wants ("query: ", "passage: "); without them the
    model's own are used.
    """

    name: str = ""
    question_prompt: str | None = None
    passage_prompt: str | None = None


def load_encoder(model: Model | None = None) -> Encoder:
    """The encoder of that name; EncoderError says what is missing and what to do."""
    # Only the one chosen is imported: each takes longer than everything else at start.
    if model is None or not model.name:
        from retrieval.static import StaticEncoder

        return StaticEncoder.load()
    from retrieval.transformer import TransformerEncoder

    return TransformerEncoder.load(model)


def normalised(vectors: NDArray[np.floating]) -> Vectors:
    """Rows scaled to length one; zero rows stay zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths == 0, 1, lengths), dtype=np.float32)
