from pathlib import Path

import numpy as np
import pytest

from retrieval.background import above, background
from retrieval.closeness import CloseIndex, closeness
from retrieval.lens import Lens

WRITTEN = np.array([[1, 0], [0, 1], [0.6, 0.8]], dtype=np.float32)
NAMELESS = np.array([[0, 1], [0.6, 0.8], [1, 0]], dtype=np.float32)
# Doubles what is across.
LENS = Lens(np.array([[2, 0], [0, 1]], dtype=np.float32))


@pytest.fixture
def index() -> CloseIndex:
    return CloseIndex.build(WRITTEN, NAMELESS, LENS)


def test_cosines_as_written_are_those_of_the_vectors(index: CloseIndex) -> None:
    question = np.array([[0, 1]], dtype=np.float32)
    assert index.as_written(np.array([2, 0]), question).tolist() == pytest.approx([0.8, 0], abs=0.01)


def test_the_nearest_reading_of_a_question_counts(index: CloseIndex) -> None:
    assert index.as_written(np.array([2]), np.eye(2, dtype=np.float32)).tolist() == pytest.approx([0.8], abs=0.01)


def test_cosines_without_names_are_seen_through_the_lens(index: CloseIndex) -> None:
    turned = LENS.turned(LENS.seen(np.array([[0, 1]], dtype=np.float32)))
    # (0.6, 0.8) becomes (1.2, 0.8), whose cosine to (0, 1) is 0.8 / sqrt(2.08).
    assert index.without_names(np.array([0, 1, 2]), turned).tolist() == pytest.approx([1, 0.555, 0], abs=0.01)


def test_a_text_of_which_the_encoder_knows_nothing_is_near_to_nothing() -> None:
    index = CloseIndex.build(np.zeros((1, 2), np.float32), np.zeros((1, 2), np.float32), LENS)
    turned = LENS.turned(LENS.seen(np.array([[0, 1]], dtype=np.float32)))
    assert index.without_names(np.array([0]), turned).tolist() == [0]


def test_is_the_same_when_read_back(index: CloseIndex, tmp_path: Path) -> None:
    index.save(tmp_path)
    again = CloseIndex.load(tmp_path)
    np.testing.assert_array_equal(again.steps, index.steps)
    np.testing.assert_array_equal(again.lengths, index.lengths)


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
