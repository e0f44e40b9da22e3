"""The small bilingual transformer that travels with the package; needs the extra `compact`."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from retrieval.encoders import COMPACT
from retrieval.errors import loading
from retrieval.runtime import open_session
from retrieval.vectors import Vectors, normalised

COMPACT_MODEL = Path(__file__).parent / "model" / "compact"
# Of the case files that travel with the package: written by `make vectors`.
VECTORS = COMPACT_MODEL / "vectors.npz"
COMPACT_LENS, COMPACT_CROSS = COMPACT_MODEL / "lens.npy", COMPACT_MODEL / "cross.onnx"
# The longest text that the model has seen in training; a case file's passages are shorter.
_PIECES = 128
# Texts of about one length go together, so that little is spent on padding.
_BATCH = 64
_PADDING = "<pad>"


class CompactEncoder:
    """A text's vector is the mean of its pieces' vectors, each read in the light of the others."""

    def __init__(self, session: Any, tokenizer: Tokenizer, fingerprint: str) -> None:  # noqa: ANN401 (untyped package)
        self._session = session
        self._tokenizer = tokenizer
        self.fingerprint = fingerprint

    @classmethod
    def load(cls, folder: Path = COMPACT_MODEL) -> "CompactEncoder":
        """Load the model of a folder; EncoderError when it or the extra is missing."""
        with loading(folder):
            model = (folder / "model.onnx").read_bytes()
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            session = open_session(model)
        tokenizer.enable_truncation(_PIECES)
        tokenizer.enable_padding(pad_id=tokenizer.token_to_id(_PADDING), pad_token=_PADDING)
        return cls(session, tokenizer, f"{COMPACT}-{hashlib.sha256(model).hexdigest()[:16]}")

    def encode(self, texts: Sequence[str]) -> Vectors:
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        vectors = np.empty((len(texts), self._session.get_outputs()[0].shape[1]), dtype=np.float32)
        for start in range(0, len(order), _BATCH):
            places = order[start : start + _BATCH]
            vectors[places] = self._batch([texts[place] for place in places], "sentence_vector")
        return normalised(vectors)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        return self.encode(texts)

    def half_read(self, text: str) -> Vectors:
        """A row for each piece of the text, as they are in the middle of the network."""
        pieces: Vectors = self._batch([text], "half_read")[0]
        return pieces

    def _batch(self, texts: Sequence[str], wanted: str) -> Vectors:
        pieces = self._tokenizer.encode_batch(texts)
        fed = {
            "input_ids": np.array([each.ids for each in pieces], dtype=np.int64),
            "attention_mask": np.array([each.attention_mask for each in pieces], dtype=np.int64),
        }
        [found] = self._session.run([wanted], fed)
        return np.asarray(found, dtype=np.float32)
