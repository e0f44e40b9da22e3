"""How fast the bot sends, and Telegram's limits on it."""

import math
from collections import Counter, deque
from dataclasses import dataclass

from bot.simulator.clock import Clock
from bot.simulator.errors import flood

SECOND = 1.0
MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class RateLimits:
    """Sends allowed: overall and per chat in a second, per group in a minute."""

    overall: int = 30
    per_chat: int = 1
    per_group: int = 20


@dataclass(frozen=True, slots=True)
class Sending:
    """One message that the bot sent."""

    at: float
    chat_id: int


class Rates:
    """Remembers every send; refuses with 429 only where limits were switched on."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.sendings: list[Sending] = []
        self.limits: RateLimits | None = None
        self._overall: deque[float] = deque()
        self._chats: dict[int, deque[float]] = {}

    def enforce(self, limits: RateLimits | None) -> None:
        """Switches the limits on, or off with None."""
        self.limits = limits

    def record(self, chat_id: int, messages: int = 1) -> None:
        """Counts a send.

        :raises ApiError: 429 when a limit in force is exceeded.
        """
        now = self._clock.now()
        chat = self._chats.setdefault(chat_id, deque())
        _forget(self._overall, now - SECOND)
        _forget(chat, now - (MINUTE if chat_id < 0 else SECOND))
        self._refuse(now, chat_id, chat, messages)
        for _ in range(messages):
            self.sendings.append(Sending(now, chat_id))
            self._overall.append(now)
            chat.append(now)

    def per_second(self, chat_id: int | None = None) -> dict[int, int]:
        """Sends in each whole second of the clock."""
        return dict(Counter(int(sending.at) for sending in self._of(chat_id)))

    def peak(self, chat_id: int | None = None, window: float = SECOND) -> int:
        """The most sends in any sliding window."""
        recent: deque[float] = deque()
        most = 0
        for sending in self._of(chat_id):
            recent.append(sending.at)
            _forget(recent, sending.at - window)
            most = max(most, len(recent))
        return most

    def _of(self, chat_id: int | None) -> list[Sending]:
        return [one for one in self.sendings if chat_id in (None, one.chat_id)]

    def _refuse(self, now: float, chat_id: int, chat: deque[float], messages: int) -> None:
        if self.limits is None:
            return
        allowed, window = (self.limits.per_group, MINUTE) if chat_id < 0 else (self.limits.per_chat, SECOND)
        # An album counts as its messages, but may always go out alone.
        if chat and len(chat) + messages > allowed:
            raise flood(max(1, math.ceil(chat[0] + window - now)))
        if self._overall and len(self._overall) + messages > self.limits.overall:
            raise flood(1)


def _forget(times: deque[float], until: float) -> None:
    while times and times[0] <= until:
        times.popleft()
