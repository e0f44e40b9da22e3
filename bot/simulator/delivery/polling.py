"""getUpdates with Telegram's rules for long polls and for two readers of one queue."""

import asyncio
from time import monotonic

from bot.simulator.errors import Json, conflict
from bot.simulator.settings import Settings
from bot.simulator.state.calls import Call
from bot.simulator.state.updates import UpdateQueue

MOST_UPDATES = 100
LONGEST_POLL = 50.0
# Polls of the same offset that follow each other this fast are held up, or get one update only.
REPEATED_WITHIN = 3.0
HURRIED_WITHIN = 0.5
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = "terminated by setWebhook request"


class Polling:
    """At most one parked poll; a newer one ends it."""

    def __init__(self, queue: UpdateQueue, settings: Settings) -> None:
        self._queue = queue
        self._settings = settings
        self._parked: asyncio.Future[str] | None = None
        self._previous_offset: int | None = None
        self._previous_start = -REPEATED_WITHIN
        self._next_conflict = 0.0
        self._closed = False
        queue.listeners.append(self._wake)

    async def get_updates(self, call: Call) -> list[Json]:
        """The next updates, at once or when some come."""
        if "allowed_updates" in call.params:
            self._queue.allow(map(str, call.objects("allowed_updates")))
        self.terminate(OTHER_POLL)
        offset = call.number("offset") or 0
        limit = call.number("limit") or MOST_UPDATES
        limit = limit if 1 <= limit <= MOST_UPDATES else MOST_UPDATES
        wait = min(max(float(call.number("timeout") or 0), 0.0), LONGEST_POLL)
        limit, wait = self._slowed(offset, limit, wait)
        if offset < 0:
            self._queue.keep_last(-offset)
        else:
            self._queue.confirm(offset)
        if not self._queue.take(1) and wait and not self._closed:
            await self._park(wait)
        return [update.as_json() for update in self._queue.take(limit)]

    def terminate(self, reason: str) -> None:
        """Ends the parked poll with a conflict."""
        if self._parked and not self._parked.done():
            self._parked.set_result(reason)

    def close(self) -> None:
        """Lets the parked poll go empty-handed."""
        self._closed = True
        self._wake()

    async def _park(self, wait: float) -> None:
        parked = self._parked = asyncio.get_running_loop().create_future()
        try:
            reason = await asyncio.wait_for(parked, wait)
        except TimeoutError:
            reason = ""
        if self._parked is parked:
            self._parked = None
        if reason:
            await self._throttle()
            raise conflict(reason)

    async def _throttle(self) -> None:
        now = monotonic()
        if now < self._next_conflict:
            await asyncio.sleep(self._settings.conflict_pause)
        else:
            self._next_conflict = now + self._settings.conflict_pause

    def _slowed(self, offset: int, limit: int, wait: float) -> tuple[int, float]:
        since, repeated = monotonic() - self._previous_start, offset == self._previous_offset
        self._previous_offset, self._previous_start = offset, monotonic()
        pause = self._settings.repeated_poll_pause
        if repeated and since < min(REPEATED_WITHIN, pause):
            wait = max(wait, pause)
            limit = 1 if since < min(HURRIED_WITHIN, pause) else limit
        return limit, wait

    def _wake(self) -> None:
        if self._parked and not self._parked.done():
            self._parked.set_result("")
