from pathlib import Path

import numpy as np
import pytest

from retrieval.background import above, background
from retrieval.closeness import CloseIndex, closeness


@pytest.fixture
def index() -> CloseIndex:
    written = np.array([[1, 0], [0, 1], [0.6, 0.8]], dtype=np.float32)
    nameless = np.array([[0, 1], [0, 1], [1, 0]], dtype=np.float32)
    return CloseIndex.build(written, nameless)


def test_cosines_are_the_mean_with_names_and_without(index: CloseIndex) -> None:
    question = np.array([[0, 1]], dtype=np.float32)
    cosines = index.cosines(np.array([0, 1, 2]), question, question)
    assert cosines.tolist() == pytest.approx([0.5, 1, 0.4], abs=0.01)


def test_the_nearest_reading_of_a_question_counts(index: CloseIndex) -> None:
    cosines = index.cosines(np.array([0]), np.eye(2, dtype=np.float32), np.array([[0, 1]], dtype=np.float32))
    assert cosines.tolist() == pytest.approx([1], abs=0.01)


def test_is_the_same_when_read_back(index: CloseIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "close.npy")
    np.testing.assert_array_equal(CloseIndex.load(tmp_path / "close.npy").steps, index.steps)


def test_closeness_of_a_claim() -> None:
    cosines = np.array([0.2, 0.9, 0.6, 0.3], dtype=np.float32)
    found = closeness(cosines, np.array([True, False, False, False]))
    assert found.nearest == pytest.approx(0.9)
    assert found.nearest_three == pytest.approx(0.6)
    assert found.statement == pytest.approx(0.2)


def test_unrelated_texts_are_the_zero_of_the_scale() -> None:
    draw = np.random.default_rng(3)
    vectors = draw.standard_normal((500, 64)).astype(np.float32) + 1  # one common direction, as in transformers
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    level = background(vectors)
    assert level == pytest.approx(0.5, abs=0.02)
    assert above(np.array([level, 1], dtype=np.float32), level).tolist() == pytest.approx([0, 1], abs=1e-6)
