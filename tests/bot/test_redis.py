"""Dialogues in a real Redis."""

import importlib.util
import os
import socket
import uuid
from urllib.parse import urlsplit

import pytest
from aiogram.fsm.storage.base import StorageKey

from bot.errors import BotError, DatabaseError, SettingsError
from bot.vault import Vault
from handlers.errors import Unkept

URL = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/9")


def reachable() -> bool:
    place = urlsplit(URL)
    try:
        socket.create_connection((place.hostname or "", place.port or 6379), timeout=1).close()
    except OSError:
        return False
    return True


pytestmark = [
    pytest.mark.skipif(
        importlib.util.find_spec("redis") is None, reason="redis is not installed: pip install 'solidarity-bot[redis]'"
    ),
    pytest.mark.skipif(not reachable(), reason="no Redis at TEST_REDIS_URL"),
]

# Nobody listens on the port of tcpmux.
NOBODY = 1
DRAFT = {"letter": {"name": "Anna Ozola"}}


async def test_dialogues_are_kept_sealed_and_for_a_day() -> None:
    from bot.redis_dialogues import redis_dialogues

    anna = StorageKey(bot_id=42, chat_id=uuid.uuid4().int % 10**12, user_id=7)
    storage = await redis_dialogues(URL, Vault([bytes(32)]))
    await storage.set_data(anna, DRAFT)
    assert await storage.get_data(anna) == DRAFT
    keys = [key async for key in storage.redis.scan_iter("dialogue:*")]
    kept = [str(await storage.redis.get(key)) for key in keys]
    lives = [await storage.redis.ttl(key) for key in keys]
    assert not any(str(anna.chat_id).encode() in key for key in keys)
    assert not any("Ozola" in value for value in kept)
    assert all(0 < life <= 86400 for life in lives)
    await storage.set_data(anna, {})
    assert await storage.get_data(anna) == {}
    await storage.close()


async def test_a_redis_that_is_gone_is_told_without_a_word_of_what_was_kept(caplog: pytest.LogCaptureFixture) -> None:
    from redis.asyncio import Redis

    from bot.redis_dialogues import redis_dialogues

    anna = StorageKey(bot_id=42, chat_id=uuid.uuid4().int % 10**12, user_id=7)
    storage = await redis_dialogues(URL, Vault([bytes(32)]))
    await storage.redis.aclose()
    storage.redis = Redis.from_url(f"redis://127.0.0.1:{NOBODY}")
    assert await storage.get_state(anna) is None
    with pytest.raises(Unkept):
        await storage.get_data(anna)
    with pytest.raises(Unkept):
        await storage.set_data(anna, DRAFT)
    assert "Dialogues cannot be kept (ConnectionError)" in caplog.text
    assert "Ozola" not in caplog.text
    await storage.close()


@pytest.mark.parametrize(
    ("url", "error", "told"),
    [
        ("nonsense", SettingsError, "REDIS_URL: .*: write redis://host:port/number"),
        (f"redis://127.0.0.1:{NOBODY}", DatabaseError, "Redis does not answer .*: start it, or check REDIS_URL"),
    ],
)
async def test_at_the_start_redis_has_to_be_there(url: str, error: type[BotError], told: str) -> None:
    from bot.redis_dialogues import redis_dialogues

    with pytest.raises(error, match=told):
        await redis_dialogues(url, Vault([bytes(32)]))
