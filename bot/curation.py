"""Publishing from the chat: who may, and how far it is."""

import math
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.content import Content
from bot.outbox import DUE, FAILED, LEASED, PARKED, SENT, Outbox
from bot.publishing import Publisher
from handlers.ports import Clock, Progress, Today, Waiting
from knowledge.base import Knowledge


class Curation:
    """Lets the curators of the settings publish the news of the case files."""

    def __init__(
        self,
        engine: AsyncEngine,
        content: Content,
        outbox: Outbox,
        curators: Sequence[int],
        clock: Clock,
        today: Today,
        *,
        needs_two: bool,
        per_second: float,
    ) -> None:
        self._engine = engine
        self._content = content
        self._outbox = outbox
        self._clock = clock
        self._today = today
        self._per_second = per_second
        self.curators = tuple(curators)
        self._least = 2 if needs_two else 1
        self._agreed: dict[str, set[int]] = {}
        self._published: dict[str, int] = {}

    @property
    def knowledge(self) -> Knowledge:
        return self._content.knowledge

    def is_curator(self, user_id: int) -> bool:
        return user_id in self.curators

    def agreed(self, content: str, curator: int) -> bool:
        """Wishes are kept while the program runs; a button's data proves nobody's."""
        wishes = self._agreed.setdefault(content, set())
        wishes.add(curator)
        return len(wishes) >= self._least

    async def waiting(self) -> Sequence[Waiting]:
        """The news that is not published, in the files as they are now; history is published from the shell."""
        planned = await Publisher(self._engine, await self._content.refresh()).planned(self._today())
        return [Waiting(one.update, one.case_id, one.followers) for one in planned if one.is_news]

    async def publish(self, update_id: str) -> int:
        """Publish; returns how many deliveries there are."""
        self._published[update_id] = await Publisher(self._engine, self.knowledge).publish(update_id, self._clock())
        return self._published[update_id]

    async def progress(self, update_id: str) -> Progress:
        counts = await self._outbox.counts(update_id)
        left = counts.get(DUE, 0) + counts.get(LEASED, 0)
        failed = counts.get(FAILED, 0) + counts.get(PARKED, 0)
        # Whoever has blocked the bot is forgotten, with every delivery.
        blocked = max(self._published.get(update_id, 0) - sum(counts.values()), 0)
        return Progress(counts.get(SENT, 0), left, failed, blocked, math.ceil(left / self._per_second / 60))
