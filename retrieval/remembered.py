"""Vectors of texts encoded before: by an earlier index, or for the case files that travel with the package."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from retrieval.dense import STEPS
from retrieval.encoders import Encoder
from retrieval.vectors import Vectors

Marks = NDArray[np.uint64]


@dataclass(frozen=True)
class Remembered:
    """Vectors in one byte a number, by the mark of their text."""

    rows: Mapping[int, NDArray[np.int8]] = field(default_factory=dict)

    @classmethod
    def from_marks(cls, marks: Marks, rows: NDArray[np.int8]) -> "Remembered":
        """From equally many marks and rows; ValueError when there are not."""
        return cls(dict(zip(marks.tolist(), rows, strict=True)))

    @classmethod
    def load(cls, path: Path, fingerprint: str) -> "Remembered":
        """From a file that `save` wrote; empty when it is not there, damaged, or another encoder's."""
        try:
            # Opened here, for a damaged file would stay open.
            with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
                of_this = str(stored["fingerprint"]) == fingerprint
                return cls.from_marks(stored["marks"], stored["rows"]) if of_this else cls()
        except (OSError, ValueError, EOFError, KeyError, BadZipFile):
            return cls()

    def save(self, path: Path, fingerprint: str) -> None:
        """Write everything, in the order of the marks, so that the same vectors make the same file."""
        marks = np.array(sorted(self.rows), dtype=np.uint64)
        rows = np.stack([self.rows[mark] for mark in marks.tolist()])
        np.savez_compressed(path, marks=marks, rows=rows, fingerprint=np.array(fingerprint))

    def __or__(self, other: "Remembered") -> "Remembered":
        return Remembered({**self.rows, **other.rows})

    def vectors(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """Those of the texts that have one."""
        marked = zip(texts, marks_of(texts).tolist(), strict=True)
        return {text: _numbers(self.rows[mark]) for text, mark in marked if mark in self.rows}


def _numbers(row: NDArray[np.int8]) -> Vectors:
    return np.asarray(row / STEPS, dtype=np.float32)


def marks_of(texts: Sequence[str]) -> Marks:
    """Eight bytes of a hash for each text."""
    digests = b"".join(hashlib.blake2b(text.encode(), digest_size=8).digest() for text in texts)
    return np.frombuffer(digests, dtype=np.uint64)


def encoded(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """Vectors that are the same whether they are kept in one byte a number or not."""
    return np.asarray(np.rint(encoder.encode(texts) * STEPS) / STEPS, dtype=np.float32)
