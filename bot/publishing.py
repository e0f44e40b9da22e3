"""From an update in a case file to one delivery for each follower, in one transaction."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, DateTime, Delete, Select, case, delete, func, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.database import insert_once
from bot.models import DeliveryRow, FollowRow, UpdateRow
from bot.outbox import DUE, LEASED, SENT, corrected
from handlers.follower import ALL, Pace
from knowledge.base import Knowledge
from knowledge.schema import Update

# What happened longer ago is history, not news: it is told only when a curator names it.
NEWS = dt.timedelta(days=90)
# Digests go out in the morning of the followers' part of the world; Monday is the day of the weekly one.
_DIGEST_HOUR = 4


@dataclass(frozen=True, slots=True)
class Planned:
    """An update that was not published, and how many chats would be told; `is_news` unless it is history."""

    update: Update
    case_id: str
    followers: int
    is_news: bool


class Publisher:
    """Publishes the updates of one knowledge; publishing twice tells nobody twice."""

    def __init__(self, engine: AsyncEngine, knowledge: Knowledge) -> None:
        self._engine = engine
        self._knowledge = knowledge

    async def planned(self, today: dt.date) -> list[Planned]:
        """What is not published, oldest first."""
        async with self._engine.connect() as connection:
            done = set((await connection.execute(select(UpdateRow.id))).scalars())
            return [
                Planned(update, case_id, await self._count(connection, update, case_id), _is_news(update, today))
                for case_id, update in self._updates()
                if update.id not in done
            ]

    async def publish(self, update_id: str, now: dt.datetime, *, tell: bool = True) -> int:
        """Write the update and its deliveries; returns how many. Nothing for one that was published before.

        Without `tell` it only becomes history.
        """
        case_id, update = next(pair for pair in self._updates() if pair[1].id == update_id)
        async with self._engine.begin() as connection:
            new = await insert_once(connection, UpdateRow, id=update.id, corrects=update.corrects, published=now)
            if not new or not tell:
                return 0
            # Whoever was not told yet what this corrects need not be told it.
            await connection.execute(_superseded(update))
            columns = ["update_id", "chat", "state", "due", "attempts"]
            rows = _deliveries(update, case_id, now)
            await connection.execute(insert(DeliveryRow).from_select(columns, rows))
            made = select(func.count()).where(DeliveryRow.update_id == update.id)
            return (await connection.execute(made)).scalar_one()

    def _updates(self) -> Sequence[tuple[str, Update]]:
        """Every update with its case; those without a date first."""
        found = [(one.id, update) for one in self._knowledge.cases.values() for update in one.updates]
        return sorted(found, key=lambda pair: (pair[1].date.earliest or dt.date.min, pair[1].id))

    async def _count(self, connection: AsyncConnection, update: Update, case_id: str) -> int:
        audience = _audience(update, case_id).subquery()
        return (await connection.execute(select(func.count()).select_from(audience))).scalar_one()


def _deliveries(update: Update, case_id: str, now: dt.datetime) -> Select[str, bytes, str, dt.datetime, int]:
    audience = _audience(update, case_id, now).subquery()
    return select(literal(update.id), audience.c.chat, literal(DUE), audience.c.due, literal(0))


def _audience(update: Update, case_id: str, now: dt.datetime | None = None) -> Select[bytes, dt.datetime]:
    """Each chat once, with the moment at which it wants to be told: the sooner of its wishes.

    A correction also goes to whoever was told what it corrects, or what that one corrects.
    """
    moment = now or dt.datetime.now(dt.UTC)
    due = case(
        (FollowRow.pace == Pace.DAILY, _at(next_digest(moment, Pace.DAILY))),
        (FollowRow.pace == Pace.WEEKLY, _at(next_digest(moment, Pace.WEEKLY))),
        else_=_at(moment),
    )
    following = select(FollowRow.chat.label("chat"), due.label("due")).where(FollowRow.case.in_([case_id, ALL]))
    if update.corrects is None:
        everybody = following.subquery()
    else:
        told = select(DeliveryRow.chat, _at(moment)).where(
            DeliveryRow.update_id.in_(corrected(update.corrects)), DeliveryRow.state == SENT
        )
        everybody = following.union_all(told).subquery()
    return select(everybody.c.chat, func.min(everybody.c.due).label("due")).group_by(everybody.c.chat)


def _superseded(update: Update) -> Delete:
    return delete(DeliveryRow).where(DeliveryRow.update_id == update.corrects, DeliveryRow.state.in_([DUE, LEASED]))


def _at(moment: dt.datetime) -> BindParameter[dt.datetime]:
    return literal(moment, DateTime(timezone=True))


def next_digest(now: dt.datetime, pace: Pace) -> dt.datetime:
    """The next morning, or the next Monday morning, after a moment."""
    morning = now.replace(hour=_DIGEST_HOUR, minute=0, second=0, microsecond=0)
    if morning <= now:
        morning += dt.timedelta(days=1)
    if pace is Pace.WEEKLY:
        morning += dt.timedelta(days=-morning.weekday() % 7)
    return morning


def _is_news(update: Update, today: dt.date) -> bool:
    latest = update.date.latest
    return latest is not None and latest >= today - NEWS
