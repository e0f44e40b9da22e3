"""Which language the bot speaks after a restart."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters import RememberedLanguages
from bot.database import open_database
from bot.subscriptions import Subscriptions
from bot.vault import Vault
from handlers.follower import Follower

BORIS = Follower(987654321, "ru")


@pytest.fixture
async def follows(tmp_path: Path) -> AsyncIterator[Subscriptions]:
    engine = await open_database(f"sqlite:///{tmp_path / 'bot.sqlite'}")
    yield Subscriptions(engine, Vault([bytes(32)]))
    await engine.dispose()


async def test_a_choice_holds_while_the_program_runs(follows: Subscriptions) -> None:
    languages = RememberedLanguages(follows)
    assert await languages.chosen(BORIS.chat_id) is None
    await languages.choose(BORIS.chat_id, "en")
    assert await languages.chosen(BORIS.chat_id) == "en"
    assert await RememberedLanguages(follows).chosen(BORIS.chat_id) is None


async def test_a_followers_language_outlives_the_program(follows: Subscriptions) -> None:
    await follows.follow(BORIS, "orlova")
    assert await RememberedLanguages(follows).chosen(BORIS.chat_id) == "ru"
    await follows.wish(BORIS.chat_id, language="en")
    assert await RememberedLanguages(follows).chosen(BORIS.chat_id) == "en"
    await follows.forget(BORIS.chat_id)
    assert await RememberedLanguages(follows).chosen(BORIS.chat_id) is None


async def test_without_the_database_nobody_has_chosen(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    engine = await open_database(f"sqlite:///{tmp_path / 'bot.sqlite'}")
    async with engine.begin() as connection:
        await connection.exec_driver_sql("DROP TABLE chats")
    assert await RememberedLanguages(Subscriptions(engine, Vault([bytes(32)]))).chosen(BORIS.chat_id) is None
    assert "OperationalError" in caplog.text
    await engine.dispose()
