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
# As many texts as a question is read in: as written, what it asks, without names.
_FEW = 3
_PADDING = "<pad>"


class CompactEncoder:
    """A text's vector is the mean of its pieces' vectors, each read in the light of the others."""

    def __init__(self, session: Any, tokenizer: Tokenizer, fingerprint: str) -> None:  # noqa: ANN401 (untyped package)
        self._session = session
        self._tokenizer = tokenizer
        self.fingerprint = fingerprint
        self._half_read: dict[str, Vectors] = {}

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
            vectors[places] = self._batch([texts[place] for place in places], "sentence_vector")[0]
        return normalised(vectors)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """As passages; the last few stay half read, for the network gives both at once and `half_read` comes next."""
        if not 0 < len(texts) <= _FEW:
            return self.encode(texts)
        vectors, halves, shown = self._batch(texts, "sentence_vector", "half_read")
        self._half_read = {text: half[mask == 1] for text, half, mask in zip(texts, halves, shown, strict=True)}
        return normalised(vectors)

    def half_read(self, text: str) -> Vectors:
        """A row for each piece of the text, as they are in the middle of the network."""
        if text in self._half_read:
            return self._half_read[text]
        pieces: Vectors = self._batch([text], "half_read")[0][0]
        return pieces

    def _batch(self, texts: Sequence[str], *wanted: str) -> list[Any]:
        """What is wanted, a row for each text, and last which of their pieces are no padding."""
        pieces = self._tokenizer.encode_batch(texts)
        shown = np.array([each.attention_mask for each in pieces], dtype=np.int64)
        fed = {"input_ids": np.array([each.ids for each in pieces], dtype=np.int64), "attention_mask": shown}
        found = self._session.run(list(wanted), fed)
        return [*(np.asarray(each, dtype=np.float32) for each in found), shown]
