"""The deliveries in the database: claimed with a lease, settled one by one."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.orm import aliased

from bot.models import ChatRow, DeliveryRow, UpdateRow

# The states of a delivery.
DUE, LEASED, SENT, PARKED, FAILED = "due", "leased", "sent", "parked", "failed"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery that is ours until its lease ends."""

    id: int
    update_id: str
    chat: bytes
    sealed: bytes
    corrects: str | None
    attempts: int
    lease: dt.datetime


def corrected(update_id: str | None) -> Select[str]:
    """The ids of a published update, of the one that it corrects, of the one that this corrects, and so on."""
    line = select(UpdateRow.id, UpdateRow.corrects).where(UpdateRow.id == update_id).cte(recursive=True)
    earlier = aliased(UpdateRow)
    line = line.union(select(earlier.id, earlier.corrects).where(earlier.id == line.c.corrects))
    return select(line.c.id)


class Outbox:
    """Hands out deliveries, each to one deliverer, and writes down what became of them."""

    def __init__(self, engine: AsyncEngine, lease: dt.timedelta) -> None:
        self._engine = engine
        self._lease = lease

    async def claim(self, count: int, now: dt.datetime) -> list[Claimed]:
        """Up to so many that are due, or whose deliverer is gone, oldest first; nobody else is given the same."""
        free = or_(
            and_(DeliveryRow.state == DUE, DeliveryRow.due <= now),
            and_(DeliveryRow.state == LEASED, DeliveryRow.lease <= now),
        )
        ids = select(DeliveryRow.id).where(free).order_by(DeliveryRow.due, DeliveryRow.id).limit(count)
        claimed = (
            update(DeliveryRow)
            .where(DeliveryRow.id.in_(ids.with_for_update(skip_locked=True)))
            .values(state=LEASED, lease=now + self._lease)
            .returning(DeliveryRow.id)
        )
        async with self._engine.begin() as connection:
            mine = list((await connection.execute(claimed)).scalars())
        return await self._read(mine, now + self._lease)

    async def _read(self, ids: Sequence[int], lease: dt.datetime) -> list[Claimed]:
        wanted = (
            select(
                DeliveryRow.id,
                DeliveryRow.update_id,
                DeliveryRow.chat,
                ChatRow.sealed,
                UpdateRow.corrects,
                DeliveryRow.attempts,
            )
            .join(ChatRow, ChatRow.digest == DeliveryRow.chat)
            .join(UpdateRow, UpdateRow.id == DeliveryRow.update_id)
            .where(DeliveryRow.id.in_(ids))
            .order_by(DeliveryRow.due, DeliveryRow.id)
        )
        async with self._engine.connect() as connection:
            return [Claimed(*row, lease) for row in await connection.execute(wanted)]

    async def hold(self, claimed: Sequence[Claimed], now: dt.datetime) -> list[Claimed]:
        """Those that are still ours, kept for another lease: the others were deleted, or their lease ended and somebody
        else has them.
        """
        held = (
            update(DeliveryRow)
            .where(
                DeliveryRow.id.in_([one.id for one in claimed]),
                DeliveryRow.state == LEASED,
                DeliveryRow.lease == claimed[0].lease,
            )
            .values(lease=now + self._lease)
            .returning(DeliveryRow.id)
        )
        async with self._engine.begin() as connection:
            ours = set((await connection.execute(held)).scalars())
        return [one for one in claimed if one.id in ours]

    async def settle(self, ids: Sequence[int], message: int | None) -> None:
        await self._set(ids, state=SENT, lease=None, message=message, reason=None)

    async def postpone(self, ids: Sequence[int], due: dt.datetime, *, attempts: int) -> None:
        """Try again later."""
        await self._set(ids, state=DUE, lease=None, due=due, attempts=attempts)

    async def give_back(self, ids: Sequence[int]) -> None:
        """What was claimed and not begun: somebody else may have it at once."""
        await self._set(ids, state=DUE, lease=None)

    async def end(self, ids: Sequence[int], state: str, reason: str) -> None:
        """Parked or failed, with the reason."""
        await self._set(ids, state=state, lease=None, reason=reason[:80])

    async def message_of(self, update_id: str, chat: bytes) -> int | None:
        """The last message that told a chat an update or what that corrects, where nothing else was told in it."""
        line = corrected(update_id)
        told = select(DeliveryRow.message).where(
            DeliveryRow.update_id.in_(line), DeliveryRow.chat == chat, DeliveryRow.message.is_not(None)
        )
        async with self._engine.connect() as connection:
            message = (await connection.execute(told.order_by(DeliveryRow.id.desc()))).scalar()
            if message is None:
                return None
            others = select(func.count()).where(
                DeliveryRow.chat == chat, DeliveryRow.message == message, DeliveryRow.update_id.not_in(line)
            )
            return None if (await connection.execute(others)).scalar_one() else message

    async def counts(self, update_id: str | None = None) -> dict[str, int]:
        """How many deliveries are in each state."""
        wanted = select(DeliveryRow.state, func.count()).group_by(DeliveryRow.state)
        if update_id is not None:
            wanted = wanted.where(DeliveryRow.update_id == update_id)
        async with self._engine.connect() as connection:
            return {row[0]: row[1] for row in await connection.execute(wanted)}

    async def _set(self, ids: Sequence[int], **values: object) -> None:
        if ids:
            async with self._engine.begin() as connection:
                await connection.execute(update(DeliveryRow).where(DeliveryRow.id.in_(ids)).values(**values))
