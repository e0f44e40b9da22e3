"""Dialogue states in the database: sealed, found by digest, gone a day after the last word."""

import datetime as dt
import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlalchemy import delete, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.errors import SealBroken
from bot.models import DialogueRow
from bot.vault import Vault
from handlers.errors import Unkept
from handlers.ports import Clock

log = logging.getLogger(__name__)

# A letter that was left unfinished for longer is not gone on with.
LIFETIME = dt.timedelta(hours=24)


@contextmanager
def keeping(*faults: type[Exception]) -> Iterator[None]:
    """Turns the faults of a storage into Unkept, and logs their kind."""
    try:
        yield
    except faults as error:
        log.error("Dialogues cannot be kept (%s): check the disk, the database, Redis", type(error).__name__)
        raise Unkept from error


class DialogueStorage(BaseStorage):
    """Keeps state and data of a person in a chat as one sealed row; an expired row is as good as none.

    Unkept where the database cannot be read or written.
    """

    def __init__(self, engine: AsyncEngine, vault: Vault, clock: Clock) -> None:
        self._engine = engine
        self._vault = vault
        self._clock = clock

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        _, data = await self._read(key)
        await self._write(key, name, data)

    async def get_state(self, key: StorageKey) -> str | None:
        # Nobody uses states, but they are read at every update.
        with suppress(Unkept):
            return (await self._read(key))[0]
        return None

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
        with keeping(SQLAlchemyError):
            async with self._engine.connect() as connection:
                row = (await connection.execute(wanted)).first()
        if row is None:
            return None, {}
        try:
            state, data = json.loads(self._vault.open(row.sealed, row.key))
        except SealBroken:
            # Written with a key that is gone: nobody can read it any more, and the dialogue begins anew.
            return None, {}
        return state, data

    async def _write(self, key: StorageKey, state: str | None, data: dict[str, Any]) -> None:
        name = _name(key)
        digest = self._vault.digest(name)
        with keeping(SQLAlchemyError):
            await self._replace(name, digest, state, data)

    async def _replace(self, name: str, digest: bytes, state: str | None, data: dict[str, Any]) -> None:
        async with self._engine.begin() as connection:
            await connection.execute(delete(DialogueRow).where(DialogueRow.key.in_(self._vault.digests(name))))
            if state is not None or data:
                sealed = self._vault.seal(json.dumps([state, data], ensure_ascii=False), digest)
                row = {"key": digest, "sealed": sealed, "expires": self._clock() + LIFETIME}
                await connection.execute(insert(DialogueRow).values(row))


def _name(key: StorageKey) -> str:
    return json.dumps([key.bot_id, key.chat_id, key.user_id, key.thread_id, key.business_connection_id, key.destiny])
