"""Who follows what. Whoever has the database without the key learns from it nobody's chat."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from sqlalchemy import Delete, Row, delete, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.database import insert_once
from bot.models import ChatRow, DeliveryRow, FollowRow
from bot.outbox import SENT
from bot.vault import Vault
from handlers.follower import ALL, Follower, Forgotten, Pace
from knowledge.schema import Language

_TRIES = 5
# After so many days without reaching a chat everything about it is deleted.
RETENTION = dt.timedelta(days=30)


class Subscriptions:
    """Follows, wishes and their end, one chat at a time."""

    def __init__(self, engine: AsyncEngine, vault: Vault) -> None:
        self._engine = engine
        self._vault = vault

    async def follow(self, follower: Follower, case_id: str, pace: Pace = Pace.INSTANT) -> None:
        """Follow a case; following it already only changes the pace. The chat's own wishes stay as they were."""
        for _ in range(_TRIES):
            # The chat may be forgotten between the finding of it and the follow: then it is written down again.
            with suppress(IntegrityError):
                await self._follow(follower, case_id, pace)
                return
        await self._follow(follower, case_id, pace)

    async def _follow(self, follower: Follower, case_id: str, pace: Pace) -> None:
        async with self._engine.begin() as connection:
            digest = await self._chat(connection, follower)
            changed = update(FollowRow).where(FollowRow.chat == digest, FollowRow.case == case_id)
            if (await connection.execute(changed.values(pace=pace))).rowcount == 0:
                await insert_once(connection, FollowRow, chat=digest, case=case_id, pace=pace)

    async def unfollow(self, chat_id: int, case_id: str) -> None:
        """End one follow; a chat that follows nothing more is forgotten."""
        async with self._engine.begin() as connection:
            for digest in self._digests(chat_id):
                await connection.execute(delete(FollowRow).where(FollowRow.chat == digest, FollowRow.case == case_id))
                await connection.execute(_unsent(digest, case_id))
                await connection.execute(
                    delete(ChatRow).where(
                        ChatRow.digest == digest, ~select(FollowRow.case).where(FollowRow.chat == digest).exists()
                    )
                )

    async def following(self, chat_id: int) -> dict[str, Pace]:
        """Case id -> pace, in the order of the ids."""
        wanted = select(FollowRow.case, FollowRow.pace).where(FollowRow.chat.in_(self._digests(chat_id)))
        async with self._engine.connect() as connection:
            rows = await connection.execute(wanted.order_by(FollowRow.case))
            return {row.case: Pace(row.pace) for row in rows}

    async def follower(self, chat_id: int) -> Follower | None:
        """The chat with its wishes; None when it follows nothing."""
        async with self._engine.connect() as connection:
            row = await self._find(connection, chat_id)
        return None if row is None else self.opened(row)

    async def wish(self, chat_id: int, *, language: Language | None = None, silent: bool | None = None) -> None:
        """Change the language, or whether messages come silently; nothing for a chat that follows nothing."""
        async with self._engine.begin() as connection:
            row = await self._find(connection, chat_id)
            if row is not None:
                known = self.opened(row)
                changed = replace(
                    known,
                    language=known.language if language is None else language,
                    silent=known.silent if silent is None else silent,
                )
                await self._store(connection, row.digest, changed)

    async def set_pace(self, chat_id: int, pace: Pace) -> None:
        async with self._engine.begin() as connection:
            await connection.execute(
                update(FollowRow).where(FollowRow.chat.in_(self._digests(chat_id))).values(pace=pace)
            )

    async def forget(self, chat_id: int) -> Forgotten:
        """Delete every row about a chat, also what is on its way to it."""
        mine = self._digests(chat_id)
        async with self._engine.begin() as connection:
            deliveries = (await connection.execute(delete(DeliveryRow).where(DeliveryRow.chat.in_(mine)))).rowcount
            follows = (await connection.execute(delete(FollowRow).where(FollowRow.chat.in_(mine)))).rowcount
            await connection.execute(delete(ChatRow).where(ChatRow.digest.in_(mine)))
        return Forgotten(follows, deliveries)

    async def held(self, chat_id: int) -> Mapping[str, Any]:
        """Everything that is kept about a chat, readable."""
        known = await self.follower(chat_id)
        counted = select(DeliveryRow.state, func.count()).where(DeliveryRow.chat.in_(self._digests(chat_id)))
        async with self._engine.connect() as connection:
            states = {row[0]: row[1] for row in await connection.execute(counted.group_by(DeliveryRow.state))}
        return {
            "chat_id": chat_id,
            "language": known.language if known else None,
            "silent": known.silent if known else None,
            "follows": dict(await self.following(chat_id)),
            "deliveries": states,
        }

    async def migrate(self, old_id: int, new_id: int) -> None:
        """A group became a supergroup: what it follows goes on under the new id."""
        known = await self.follower(old_id)
        if known is None:
            return
        for case_id, pace in (await self.following(old_id)).items():
            await self.follow(replace(known, chat_id=new_id), case_id, pace)
        mine, new = self._digests(old_id), self._vault.digest(str(new_id))
        known_there = select(DeliveryRow.update_id).where(DeliveryRow.chat == new)
        async with self._engine.begin() as connection:
            twice = DeliveryRow.chat.in_(mine), DeliveryRow.update_id.in_(known_there)
            await connection.execute(delete(DeliveryRow).where(*twice))
            # The old group's messages stayed there: in the new one the same number is another message.
            moved = update(DeliveryRow).where(DeliveryRow.chat.in_(mine)).values(chat=new, message=None)
            await connection.execute(moved)
        await self.forget(old_id)

    async def unreachable(self, digest: bytes, today: dt.date) -> None:
        """Remember the first day on which a chat could not be reached."""
        async with self._engine.begin() as connection:
            await connection.execute(
                update(ChatRow).where(ChatRow.digest == digest, ChatRow.unreachable.is_(None)).values(unreachable=today)
            )

    async def reached(self, digest: bytes) -> None:
        async with self._engine.begin() as connection:
            await connection.execute(
                update(ChatRow)
                .where(ChatRow.digest == digest, ChatRow.unreachable.is_not(None))
                .values(unreachable=None)
            )

    async def sweep(self, today: dt.date) -> int:
        """Delete the chats that have been unreachable for a month; returns how many."""
        old = ChatRow.unreachable <= today - RETENTION
        async with self._engine.begin() as connection:
            gone = select(ChatRow.digest).where(old)
            await connection.execute(delete(DeliveryRow).where(DeliveryRow.chat.in_(gone)))
            await connection.execute(delete(FollowRow).where(FollowRow.chat.in_(gone)))
            return (await connection.execute(delete(ChatRow).where(old))).rowcount

    def opened(self, row: Row[bytes, bytes]) -> Follower:
        """The follower in a row of `chats`."""
        return Follower.from_json(self._vault.open(row.sealed, row.digest))

    async def _chat(self, connection: AsyncConnection, follower: Follower) -> bytes:
        row = await self._find(connection, follower.chat_id)
        if row is not None:
            return bytes(row.digest)
        digest = self._vault.digest(str(follower.chat_id))
        sealed = self._vault.seal(follower.to_json(), digest)
        await insert_once(connection, ChatRow, digest=digest, sealed=sealed)
        return digest

    async def _find(self, connection: AsyncConnection, chat_id: int) -> Row[bytes, bytes] | None:
        wanted = select(ChatRow.digest, ChatRow.sealed).where(ChatRow.digest.in_(self._digests(chat_id)))
        return (await connection.execute(wanted)).first()

    async def _store(self, connection: AsyncConnection, digest: bytes, follower: Follower) -> None:
        sealed = self._vault.seal(follower.to_json(), digest)
        await connection.execute(update(ChatRow).where(ChatRow.digest == digest).values(sealed=sealed))

    def _digests(self, chat_id: int) -> list[bytes]:
        return self._vault.digests(str(chat_id))


def _unsent(digest: bytes, case_id: str) -> Delete:
    """What is on its way to a chat of a case, or of all, as far as it does not follow that otherwise."""
    of_it = DeliveryRow.update_id.startswith(FollowRow.case.concat("."))
    followed = select(FollowRow.case).where(FollowRow.chat == digest, or_(FollowRow.case == ALL, of_it))
    unsent = delete(DeliveryRow).where(
        DeliveryRow.chat == digest, DeliveryRow.state != SENT, ~followed.correlate(DeliveryRow).exists()
    )
    return unsent if case_id == ALL else unsent.where(DeliveryRow.update_id.startswith(f"{case_id}."))
