"""Dialogue states in Redis, for several conversations side by side: as sealed and as short-lived as in the database."""

import base64
import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Literal

from aiogram.fsm.storage.base import KeyBuilder, StorageKey
from aiogram.fsm.storage.redis import RedisStorage
from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.dialogues import LIFETIME, keeping
from bot.errors import DatabaseError, SettingsError
from bot.vault import Vault
from handlers.errors import Unkept

_PLACE = b"redis"


class DigestKeys(KeyBuilder):
    """Keys that name nobody."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def build(self, key: StorageKey, part: Literal["data", "state", "lock"] | None = None) -> str:
        named = json.dumps([key.bot_id, key.chat_id, key.user_id, key.thread_id, key.destiny, part])
        return f"dialogue:{self._vault.digest(named).hex()}"


class RedisDialogues(RedisStorage):
    """Unkept where Redis cannot be reached."""

    async def get_state(self, key: StorageKey) -> str | None:
        # Nobody uses states, but they are read at every update.
        with suppress(Unkept), keeping(RedisError, OSError):
            return await super().get_state(key)
        return None

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        with keeping(RedisError, OSError):
            return await super().get_data(key)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        with keeping(RedisError, OSError):
            await super().set_data(key, data)


async def redis_dialogues(url: str, vault: Vault) -> RedisDialogues:
    """A storage that keeps data for a day, sealed; a key that is gone makes a dialogue begin anew.

    SettingsError for what is no URL of a Redis, DatabaseError where none answers.
    """

    def dumps(data: Any) -> str:  # noqa: ANN401 (whatever a dialogue keeps)
        return base64.b64encode(vault.seal(json.dumps(data, ensure_ascii=False), _PLACE)).decode()

    def loads(text: str | bytes) -> Any:  # noqa: ANN401
        return json.loads(vault.open(base64.b64decode(text), _PLACE))

    try:
        redis = Redis.from_url(url)
    except ValueError as error:
        raise SettingsError(f"REDIS_URL: {error}: write redis://host:port/number") from None
    try:
        await redis.ping()
    except (RedisError, OSError) as error:
        await redis.aclose()
        raise DatabaseError(f"Redis does not answer ({type(error).__name__}): start it, or check REDIS_URL") from None
    keys = DigestKeys(vault)
    return RedisDialogues(redis, keys, state_ttl=LIFETIME, data_ttl=LIFETIME, json_dumps=dumps, json_loads=loads)
