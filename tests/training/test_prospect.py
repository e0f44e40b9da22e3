"""The prospect learns what tells answered questions from those asked in vain, and says so of stories left out."""

import numpy as np
import pytest

from retrieval.vectors import Vectors

pytest.importorskip("torch", reason="torch is not installed: pip install 'solidarity-bot[training]'")

from retrieval.training.prospect import learnt, measured


def cloud(middle: float, seed: int) -> Vectors:
    """Forty vectors whose first number lies around `middle`, the others around nothing."""
    rows = np.random.default_rng(seed).normal(0, 0.3, (40, 8)).astype(np.float32)
    rows[:, 0] += middle
    return rows


def test_the_weights_point_to_what_is_answered() -> None:
    prospect = learnt(cloud(1, 0), cloud(-1, 1))
    assert prospect.of(np.eye(8, dtype=np.float32)[0]) > 1
    assert prospect.of(-np.eye(8, dtype=np.float32)[0]) < -1


def test_what_nothing_tells_apart_is_left_to_chance() -> None:
    stories = range(8)
    apart = measured([cloud(1, seed) for seed in stories], [cloud(-1, 50 + seed) for seed in stories])
    alike = measured([cloud(0, seed) for seed in stories], [cloud(0, 50 + seed) for seed in stories])
    assert apart > 0.95
    assert alike == pytest.approx(0.5, abs=0.1)
