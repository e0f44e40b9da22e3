"""The deliverer as a process of its own, killed and shot at; `benchmarks.delivery` does the same at full size."""

from pathlib import Path

import pytest

from benchmarks.delivery import flood, kill, publish

pytestmark = pytest.mark.timeout(300)


async def test_nobody_is_missed_and_a_kill_repeats_one_message_at_most(tmp_path: Path) -> None:
    result = await kill(tmp_path, followers=150, kills=4)
    assert result.missed == 0
    assert result.repeats <= result.kills


async def test_under_fire_everybody_is_told_and_the_limit_is_kept(tmp_path: Path) -> None:
    result = await flood(tmp_path, followers=120, rate=25)
    assert result.told == 120
    assert result.peak <= 25


async def test_publishing_twice_tells_nobody_twice(tmp_path: Path) -> None:
    result = await publish(tmp_path, followers=3000)
    assert (result.deliveries, result.again) == (3000, 0)
