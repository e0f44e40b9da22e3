"""The bilingual static model that travels with the package."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import safetensors.numpy
from model2vec import StaticModel
from tokenizers import Tokenizer

from retrieval.errors import loading
from retrieval.vectors import Vectors, normalised

BUNDLED = Path(__file__).parent / "model"
STATIC_LENS, STATIC_PROSPECT = BUNDLED / "lens.npy", BUNDLED / "prospect.npy"


class StaticEncoder:
    """A text's vector is the mean of its pieces' vectors."""

    def __init__(self, model: StaticModel, fingerprint: str) -> None:
        self._model = model
        self.fingerprint = fingerprint

    @classmethod
    def load(cls, folder: Path = BUNDLED) -> "StaticEncoder":
        """Load a model2vec folder; EncoderError when it is missing or damaged."""
        with loading(folder):
            # Not `from_pretrained`: its import of the model hub's client takes longer than all the rest.
            packed = (folder / "model.safetensors").read_bytes()
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
            model = StaticModel(safetensors.numpy.load(packed)["embeddings"], tokenizer, config, config["normalize"])
            digest = hashlib.sha256(packed)
        return cls(model, f"static-{digest.hexdigest()[:16]}")

    def encode(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self._model.dim), dtype=np.float32)
        return normalised(self._model.encode(list(texts), show_progress_bar=False, use_multiprocessing=False))

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        return self.encode(texts)

    def knows(self, word: str) -> bool:
        return len(self._model.tokenizer.encode(word, add_special_tokens=False).ids) == 1
