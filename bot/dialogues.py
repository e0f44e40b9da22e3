"""Dialogue states in the database: sealed, found by digest, gone a day after the last word."""

import datetime as dt
import json
import logging
from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlalchemy import delete, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.errors import SealBroken
from bot.models import DialogueRow
from bot.vault import Vault
from handlers.ports import Clock

log = logging.getLogger(__name__)

# A letter that was left unfinished for longer is not gone on with.
LIFETIME = dt.timedelta(hours=24)


class DialogueStorage(BaseStorage):
    """Keeps state and data of a person in a chat as one sealed row; an expired row is as good as none."""

    def __init__(self, engine: AsyncEngine, vault: Vault, clock: Clock) -> None:
        self._engine = engine
        self._vault = vault
        self._clock = clock

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        _, data = await self._read(key)
        await self._write(key, name, data)

    async def get_state(self, key: StorageKey) -> str | None:
        state, _ = await self._read(key)
        return state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        state, _ = await self._read(key)
        await self._write(key, state, dict(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        _, data = await self._read(key)
        return data

    async def sweep(self) -> int:
        """Delete what has expired; returns how many rows that were."""
        async with self._engine.begin() as connection:
            done = await connection.execute(delete(DialogueRow).where(DialogueRow.expires <= self._clock()))
        return done.rowcount

    async def close(self) -> None:
        """Nothing to close: the engine belongs to the program."""

    async def _read(self, key: StorageKey) -> tuple[str | None, dict[str, Any]]:
        wanted = select(DialogueRow.key, DialogueRow.sealed).where(
            DialogueRow.key.in_(self._vault.digests(_name(key))), DialogueRow.expires > self._clock()
        )
        try:
            async with self._engine.connect() as connection:
                row = (await connection.execute(wanted)).first()
        except SQLAlchemyError as error:
            log.error("Dialogues cannot be read: %s", type(error).__name__)
            return None, {}
        if row is None:
            return None, {}
        try:
            state, data = json.loads(self._vault.open(row.sealed, row.key))
        except SealBroken:
            # Written with a key that is gone: nobody can read it any more, and the dialogue begins anew.
            return None, {}
        return state, data

    async def _write(self, key: StorageKey, state: str | None, data: dict[str, Any]) -> None:
        """What cannot be kept is forgotten: a full disk must not keep anybody from an answer."""
        try:
            await self._replace(key, state, data)
        except SQLAlchemyError as error:
            log.error("Dialogues cannot be kept (%s): check the disk and the database", type(error).__name__)

    async def _replace(self, key: StorageKey, state: str | None, data: dict[str, Any]) -> None:
        name = _name(key)
        digest = self._vault.digest(name)
        async with self._engine.begin() as connection:
            await connection.execute(delete(DialogueRow).where(DialogueRow.key.in_(self._vault.digests(name))))
            if state is not None or data:
                sealed = self._vault.seal(json.dumps([state, data], ensure_ascii=False), digest)
                row = {"key": digest, "sealed": sealed, "expires": self._clock() + LIFETIME}
                await connection.execute(insert(DialogueRow).values(row))


def _name(key: StorageKey) -> str:
    return json.dumps([key.bot_id, key.chat_id, key.user_id, key.thread_id, key.business_connection_id, key.destiny])
