import hashlib
from pathlib import Path

import numpy as np
import pytest

from knowledge.loader import load
from retrieval.compact import COMPACT_MODEL, VECTORS
from retrieval.names import NameMatcher
from retrieval.passages import passages
from retrieval.remembered import Remembered, marks_of
from retrieval.unanswered import unanswered


@pytest.fixture
def remembered() -> Remembered:
    rows = np.array([[127, 0], [0, -127]], dtype=np.int8)
    return Remembered.from_marks(marks_of(["strike", "забастовка"]), rows)


def test_a_text_has_the_vector_it_had(remembered: Remembered) -> None:
    found = remembered.vectors(["забастовка", "union"])
    assert list(found) == ["забастовка"]
    assert found["забастовка"].tolist() == [0, -1]


def test_is_read_back_for_the_same_encoder_only(remembered: Remembered, tmp_path: Path) -> None:
    remembered.save(tmp_path / "vectors.npz", "one")
    assert Remembered.load(tmp_path / "vectors.npz", "one").vectors(["strike"])["strike"].tolist() == [1, 0]
    assert Remembered.load(tmp_path / "vectors.npz", "another").rows == {}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04garbage", b"garbage"])
def test_a_damaged_file_is_as_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "vectors.npz").write_bytes(content)
    assert Remembered.load(tmp_path / "vectors.npz", "one").rows == {}
    assert Remembered.load(tmp_path / "absent.npz", "one").rows == {}


def test_the_vectors_that_travel_are_those_of_the_case_files() -> None:
    """When this fails, `make vectors` writes them anew."""
    knowledge = load()
    names = NameMatcher.from_knowledge(knowledge)
    written = [*(piece.text for piece in passages(knowledge)), *(asked.question for asked in unanswered(knowledge))]
    texts = {*written, *map(names.without, written)}
    digest = hashlib.sha256((COMPACT_MODEL / "model.onnx").read_bytes()).hexdigest()
    known = Remembered.load(VECTORS, f"compact-{digest[:16]}").vectors(list(texts))
    assert len(known) >= 0.95 * len(texts)
