"""Dialogues in a real Redis."""

import importlib.util
import os
import socket
import uuid
from urllib.parse import urlsplit

import pytest
from aiogram.fsm.storage.base import StorageKey

from bot.vault import Vault

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

DRAFT = {"letter": {"name": "Anna Ozola"}}


async def test_dialogues_are_kept_sealed_and_for_a_day() -> None:
    from bot.redis_dialogues import redis_dialogues

    anna = StorageKey(bot_id=42, chat_id=uuid.uuid4().int % 10**12, user_id=7)
    storage = redis_dialogues(URL, Vault([bytes(32)]))
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
