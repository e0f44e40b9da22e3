import pytest

from retrieval.opinions import odds, pooled


def test_the_odds_are_averaged() -> None:
    # Odds of 9 and 1 to one: their geometric mean is 3 to one.
    assert pooled([{"a": 0.9}, {"a": 0.5}]) == {"a": pytest.approx(0.75)}
    # Of 9, 9 and 1 it is 4.327 to one.
    assert pooled([{"a": 0.9}, {"a": 0.9}, {"a": 0.5}]) == {"a": pytest.approx(0.8123, abs=0.0001)}


def test_what_an_opinion_does_not_have_has_one_chance_in_twenty() -> None:
    # 9 and 1/19 to one: the mean is 0.688.
    assert pooled([{"a": 0.9}, {}]) == {"a": pytest.approx(0.4077, abs=0.0001)}


def test_no_opinion_decides_alone() -> None:
    assert pooled([{"a": 1.0}, {"a": 0.0}]) == {"a": pytest.approx(0.5)}


def test_odds() -> None:
    assert odds(0.75) == pytest.approx(3)
    assert odds(1.0) == pytest.approx(9999)
