"""One rate for one token, however many deliverers there are: each takes the next free moment from the database."""

import asyncio
import datetime as dt

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.database import insert_once
from bot.models import PaceRow
from handlers.ports import Clock

# After Telegram has asked to wait, so many times slower, until it has been quiet for a while.
_SLOWER = 2.0
_QUIET = dt.timedelta(minutes=1)
# A moment further ahead than this comes from a clock that jumped back.
_FAR = dt.timedelta(seconds=30)
_ROW = 1


class Pacer:
    """Moments at which a message may go out, at least `1 / per_second` apart."""

    def __init__(self, engine: AsyncEngine, per_second: float, clock: Clock) -> None:
        self._engine = engine
        self._step = dt.timedelta(seconds=1 / per_second)
        self._clock = clock
        self._slow_until: dt.datetime | None = None

    async def wait(self) -> None:
        """Return when it is our turn."""
        moment = await self._reserve()
        await asyncio.sleep(max((moment - self._clock()).total_seconds(), 0))

    def slow_down(self) -> None:
        """Telegram complained: go slower for a while."""
        self._slow_until = self._clock() + _QUIET

    async def _reserve(self) -> dt.datetime:
        """Take the next free moment; a compare-and-set, so that two deliverers never get the same one."""
        while True:
            async with self._engine.begin() as connection:
                now = self._clock()
                free = (await connection.execute(select(PaceRow.free).where(PaceRow.id == _ROW))).scalar()
                if free is None:
                    await insert_once(connection, PaceRow, id=_ROW, free=now)
                    continue
                moment = _sane(free.replace(tzinfo=free.tzinfo or dt.UTC), now)
                taken = (
                    update(PaceRow).where(PaceRow.id == _ROW, PaceRow.free == free).values(free=moment + self._gap(now))
                )
                if (await connection.execute(taken)).rowcount:
                    return moment

    def _gap(self, now: dt.datetime) -> dt.timedelta:
        slow = self._slow_until is not None and now < self._slow_until
        return self._step * (_SLOWER if slow else 1)


def _sane(free: dt.datetime, now: dt.datetime) -> dt.datetime:
    """The free moment, but never in the past, nor where only a jump of the clock can have put it."""
    return now if free < now or free - now > _FAR else free
