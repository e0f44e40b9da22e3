import numpy as np
import pytest

from retrieval.dense import DenseIndex, best_per_group
from retrieval.fusion import fuse, z_scores
from retrieval.lexical import LexicalIndex
from retrieval.vectors import normalised


def test_dense_scores_are_cosines_in_passage_order() -> None:
    passages = np.array([[1, 0], [0, 1], [0.6, 0.8]], dtype=np.float32)
    scores = DenseIndex.build(passages).scores(np.array([[0, 1]], dtype=np.float32))
    assert scores.tolist() == pytest.approx([0, 1, 0.8], abs=0.005)


@pytest.mark.parametrize("dimension", [2, 16, 50, 384])
def test_dense_scores_are_right_to_two_hundredths(dimension: int) -> None:
    vectors = normalised(np.random.default_rng(7).standard_normal((300, dimension)))
    exact = vectors @ vectors[0]
    assert DenseIndex.build(vectors).scores(vectors[:1]) == pytest.approx(exact, abs=0.02)


def test_the_nearest_of_several_readings_counts() -> None:
    passages = np.array([[1, 0], [0, 1]], dtype=np.float32)
    assert DenseIndex.build(passages).scores(np.eye(2, dtype=np.float32)).tolist() == pytest.approx([1, 1])


def test_a_claim_has_its_best_passage_score() -> None:
    groups = np.array([0, 0, 2], dtype=np.int32)
    best = best_per_group(np.array([0.2, 0.7, -0.5], dtype=np.float32), groups, 3, floor=-1)
    assert best.tolist() == pytest.approx([0.7, -1, -0.5])


def test_z_scores() -> None:
    assert z_scores(np.array([1, 2, 3], dtype=np.float32)).tolist() == pytest.approx([-1.2247, 0, 1.2247], abs=1e-4)
    assert z_scores(np.array([5, 5], dtype=np.float32)).tolist() == [0, 0]


def test_fusion_adds_and_an_empty_ranking_is_silent() -> None:
    dense = np.array([0.1, 0.2, 0.9], dtype=np.float32)
    silent = np.zeros(3, dtype=np.float32)
    assert fuse((1, dense), (1, silent)).tolist() == pytest.approx(z_scores(dense).tolist())
    assert fuse((1, dense), (0.5, dense)).tolist() == pytest.approx((1.5 * z_scores(dense)).tolist())


def test_bm25_meets_inflected_words_and_ignores_unknown_ones() -> None:
    index = LexicalIndex.build(["суд закрыл профсоюз", "приговор вынесен в астане"], "ru")
    scores = index.scores("почему закрыли профсоюзы")
    assert scores[0] > 0
    assert scores[1] == 0
    assert index.scores("погода").tolist() == [0, 0]
