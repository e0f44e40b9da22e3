"""The queue of updates that wait for the bot."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bot.simulator.clock import Clock
from bot.simulator.errors import Json

KEPT_SECONDS = 24 * 60 * 60
FIRST_UPDATE_ID = 700_000_001
# Telegram sends these only to bots that ask for them by name.
ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Update:
    """One thing that happened, waiting to be told."""

    id: int
    at: float
    kind: str
    payload: Json

    def as_json(self) -> Json:
        """As getUpdates and webhooks deliver it."""
        return {"update_id": self.id, self.kind: self.payload}


@dataclass(slots=True)
class UpdateQueue:
    """Keeps updates until the bot confirms them, at most a day."""

    clock: Clock
    allowed: frozenset[str] = frozenset()
    listeners: list[Callable[[], None]] = field(default_factory=list)
    _pending: deque[Update] = field(default_factory=deque)
    _next_id: int = FIRST_UPDATE_ID

    def __len__(self) -> int:
        self._forget_old()
        return len(self._pending)

    def allow(self, kinds: Iterable[str]) -> None:
        """Remembers which kinds the bot wants; nothing named means the default set."""
        self.allowed = frozenset(kinds)

    def wanted(self, kind: str) -> bool:
        """Whether an update of this kind is kept at all."""
        return kind in self.allowed if self.allowed else kind not in ONLY_ON_REQUEST

    def add(self, kind: str, payload: Json) -> Update | None:
        """Appends an update that the bot wants and wakes whoever delivers."""
        if not self.wanted(kind):
            return None
        update = Update(self._next_id, self.clock.now(), kind, payload)
        self._next_id += 1
        self._pending.append(update)
        for listener in self.listeners:
            listener()
        return update

    def confirm(self, offset: int) -> None:
        """Forgets every update below `offset`."""
        while self._pending and self._pending[0].id < offset:
            self._pending.popleft()

    def keep_last(self, number: int) -> None:
        """Forgets all but the last `number` updates."""
        while len(self._pending) > number:
            self._pending.popleft()

    def take(self, limit: int) -> list[Update]:
        """The oldest updates; they stay until confirmed."""
        self._forget_old()
        return [update for update, _ in zip(self._pending, range(limit), strict=False)]

    def _forget_old(self) -> None:
        oldest = self.clock.now() - KEPT_SECONDS
        while self._pending and self._pending[0].at < oldest:
            self._pending.popleft()
