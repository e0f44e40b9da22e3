"""Text -> vectors: the bundled static model, or any sentence-transformers model."""

import hashlib
import importlib.metadata
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import EncoderError

if TYPE_CHECKING:
    from model2vec import StaticModel
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]

BUNDLED = Path(__file__).parent / "model"
# Sentence-transformers' own default; larger batches gain nothing on a CPU.
_BATCH = 32


class Encoder(Protocol):
    """Turns texts into vectors; `fingerprint` changes whenever the vectors would."""

    @property
    def fingerprint(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, dim), L2-normalised; a text without any known token is a zero vector."""

    def knows(self, word: str) -> bool:
        """Whether the vocabulary has the word as a whole: then it is a word, not a typing error."""


class StaticEncoder:
    """The bilingual static model that travels with the package."""

    def __init__(self, model: "StaticModel", fingerprint: str) -> None:
        self._model = model
        self.fingerprint = fingerprint

    @classmethod
    def load(cls, folder: Path = BUNDLED) -> "StaticEncoder":
        """Load a model2vec folder; EncoderError when it is missing or damaged."""
        import safetensors.numpy  # here: a start with another encoder does without these
        from model2vec import StaticModel
        from tokenizers import Tokenizer

        try:
            # Not `from_pretrained`: its import of the model hub's client takes longer than all the rest.
            packed = (folder / "model.safetensors").read_bytes()
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
            model = StaticModel(safetensors.numpy.load(packed)["embeddings"], tokenizer, config, config["normalize"])
            digest = hashlib.sha256(packed)
        except Exception as error:
            raise EncoderError(f"{folder}: cannot be loaded as a model ({error}): reinstall the package") from error
        return cls(model, f"static-{digest.hexdigest()[:16]}")

    def encode(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self._model.dim), dtype=np.float32)
        return normalised(self._model.encode(list(texts), show_progress_bar=False, use_multiprocessing=False))

    def knows(self, word: str) -> bool:
        return len(self._model.tokenizer.encode(word, add_special_tokens=False).ids) == 1


class TransformerEncoder:
    """A sentence-transformers model by hub name or path."""

    def __init__(self, model: "SentenceTransformer", fingerprint: str) -> None:
        self._model = model
        self.fingerprint = fingerprint

    @classmethod
    def load(cls, name: str) -> "TransformerEncoder":
        """Load a model by hub name or folder; EncoderError says what is missing."""
        try:
            from sentence_transformers import SentenceTransformer  # heavy, and only in the extra
        except ImportError as error:
            raise EncoderError(
                f"EMBEDDING_MODEL={name}: install the extra: pip install 'solidarity-bot[transformers]'"
            ) from error
        try:
            model = SentenceTransformer(name, device="cpu")
        except Exception as error:
            raise EncoderError(
                f"EMBEDDING_MODEL={name} cannot be loaded ({error}): give the path of a downloaded model, "
                "connect to the model hub, or leave EMBEDDING_MODEL empty to use the bundled model"
            ) from error
        version = importlib.metadata.version("sentence-transformers")
        return cls(model, f"transformer-{name}-{version}")

    def encode(self, texts: Sequence[str]) -> Vectors:
        vectors = self._model.encode(
            list(texts), batch_size=_BATCH, convert_to_numpy=True, show_progress_bar=len(texts) > _BATCH
        )
        return normalised(np.asarray(vectors))

    def knows(self, word: str) -> bool:
        return len(self._model.tokenizer.tokenize(word)) == 1


def load_encoder(name: str = "") -> Encoder:
    """The bundled encoder for an empty name, else the sentence-transformers model of that name or path."""
    return TransformerEncoder.load(name) if name else StaticEncoder.load()


def normalised(vectors: NDArray[np.floating]) -> Vectors:
    """Rows scaled to length one; zero rows stay zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths == 0, 1, lengths), dtype=np.float32)
