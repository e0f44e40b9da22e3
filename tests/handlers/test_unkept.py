"""Where nothing can be remembered questions are still answered, and a letter says that something broke."""

from collections.abc import Mapping
from typing import Any

import pytest
from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.memory import MemoryStorage

from handlers.callbacks import Forget
from handlers.errors import Unkept
from tests.handlers.fakes import ScriptedAnswerer
from tests.handlers.telegram import Telegram, sent, visible


class LostStorage(MemoryStorage):
    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        raise Unkept

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        raise Unkept


@pytest.fixture
def storage() -> MemoryStorage:
    return LostStorage()


async def test_questions_are_answered_without_what_was_spoken_of(
    telegram: Telegram, answerer: ScriptedAnswerer
) -> None:
    for _ in range(2):
        [answer] = await telegram.write("how long did orlova get")
        assert visible(answer).startswith("Vera Orlova was sentenced to two years in prison.")
    assert [context.case_id for context in answerer.contexts] == [None, None]


async def test_nothing_is_said_to_be_forgotten_that_could_not_be(telegram: Telegram) -> None:
    done = await telegram.tap(Forget(sure=True).pack())
    [told] = sent(done)
    assert visible(told).startswith("Something went wrong on our side.")
