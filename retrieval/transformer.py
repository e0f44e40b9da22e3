"""Any sentence-transformers model as the encoder; needs the extra `transformers`."""

import hashlib
import importlib.metadata
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from retrieval.encoders import Model
from retrieval.errors import EncoderError
from retrieval.vectors import Vectors, normalised

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# Sentence-transformers' own default; larger batches gain nothing on a CPU.
_BATCH = 32


class TransformerEncoder:
    """A model with the prompts that go before questions and passages."""

    def __init__(self, model: "SentenceTransformer", choice: Model, fingerprint: str) -> None:
        self._model = model
        self._choice = choice
        self.fingerprint = fingerprint

    @classmethod
    def load(cls, choice: Model) -> "TransformerEncoder":
        """Load a model by hub name or folder; EncoderError says what is missing."""
        try:
            from sentence_transformers import SentenceTransformer  # heavy, and only in the extra
        except ImportError as error:
            raise EncoderError(
                f"EMBEDDING_MODEL={choice.name}: install the extra: pip install 'solidarity-bot[transformers]'"
            ) from error
        try:
            model = SentenceTransformer(choice.name, device="cpu")
        except Exception as error:
            raise EncoderError(
                f"EMBEDDING_MODEL={choice.name} cannot be loaded ({_first_line(error)}). It is neither a folder with a "
                "model nor downloaded, and the model hub cannot be reached or has no such model. Check the name and "
                "the connection; or download it elsewhere and give the path of its folder; or leave "
                "EMBEDDING_MODEL empty to use a bundled model"
            ) from error
        version = importlib.metadata.version("sentence-transformers")
        prompts = hashlib.sha256(repr((choice.question_prompt, choice.passage_prompt)).encode()).hexdigest()[:8]
        return cls(model, choice, f"transformer-{choice.name}-{version}-{prompts}")

    def encode(self, texts: Sequence[str]) -> Vectors:
        return self._encoded(self._model.encode_document, texts, self._choice.passage_prompt)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        return self._encoded(self._model.encode_query, texts, self._choice.question_prompt)

    def _encoded(self, encode: Callable[..., Any], texts: Sequence[str], prompt: str | None) -> Vectors:
        if not texts:
            return np.empty((0, self._model.get_embedding_dimension()), dtype=np.float32)
        vectors = encode(list(texts), prompt=prompt, batch_size=_BATCH, show_progress_bar=False)
        return normalised(np.asarray(vectors))


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
