"""The lens is fitted on cases, and helps with others."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs torch: pip install 'solidarity-bot[training]'")

from retrieval.training.lens import Passages, fitted, measured
from retrieval.vectors import normalised

CLAIMS, EACH, WIDTH = 5, 12, 16


@pytest.fixture(scope="module")
def cases() -> list[Passages]:
    """What is asked is in the second half of the numbers, weakly; what it is about drowns it in the first half."""
    draw = np.random.default_rng(1)
    kinds = draw.standard_normal((CLAIMS, WIDTH // 2))
    claims = np.repeat(np.arange(CLAIMS), EACH)
    beyond = draw.standard_normal((10, WIDTH)).astype(np.float32)
    cases = []
    for _ in range(6):
        asked = 0.4 * kinds[claims] + 0.1 * draw.standard_normal((len(claims), WIDTH // 2))
        vectors = normalised(np.hstack([draw.standard_normal((len(claims), WIDTH // 2)), asked]))
        cases.append(Passages(vectors, claims, np.eye(len(claims), dtype=bool), beyond))
    return cases


def test_cases_left_out_gain(cases: list[Passages]) -> None:
    without, through = measured(cases)
    assert without < 0.8
    assert through > without + 0.1


def test_the_same_passages_give_the_same_lens(cases: list[Passages]) -> None:
    one, other = (fitted(cases).matrix for _ in range(2))
    assert one is not None
    assert other is not None
    np.testing.assert_allclose(one, other, atol=1e-4)
