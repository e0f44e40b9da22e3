"""Dialogue states in Redis, for several conversations side by side: as sealed and as short-lived as in the database."""

import base64
import json
from typing import Any, Literal

from aiogram.fsm.storage.base import KeyBuilder, StorageKey
from aiogram.fsm.storage.redis import RedisStorage

from bot.dialogues import LIFETIME
from bot.vault import Vault

_PLACE = b"redis"


class DigestKeys(KeyBuilder):
    """Keys that name nobody."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def build(self, key: StorageKey, part: Literal["data", "state", "lock"] | None = None) -> str:
        named = json.dumps([key.bot_id, key.chat_id, key.user_id, key.thread_id, key.destiny, part])
        return f"dialogue:{self._vault.digest(named).hex()}"


def redis_dialogues(url: str, vault: Vault) -> RedisStorage:
    """A storage that keeps data for a day, sealed; a key that is gone makes a dialogue begin anew."""

    def dumps(data: Any) -> str:  # noqa: ANN401 (whatever a dialogue keeps)
        return base64.b64encode(vault.seal(json.dumps(data, ensure_ascii=False), _PLACE)).decode()

    def loads(text: str | bytes) -> Any:  # noqa: ANN401
        return json.loads(vault.open(base64.b64decode(text), _PLACE))

    return RedisStorage.from_url(
        url,
        key_builder=DigestKeys(vault),
        state_ttl=LIFETIME,
        data_ttl=LIFETIME,
        json_dumps=dumps,
        json_loads=loads,
    )
