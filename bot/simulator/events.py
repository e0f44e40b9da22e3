"""Everything that people in the chats can see happen, in order."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.simulator.errors import Json


@dataclass(frozen=True, slots=True)
class Event:
    """One visible change: a message sent, edited, deleted; typing; an answer to a press."""

    number: int
    kind: str
    chat_id: int
    data: Json = field(default_factory=dict)
    # Set where only one person may see it, such as the answer to their press.
    user_id: int | None = None

    def as_json(self) -> Json:
        """What the page receives."""
        return {"number": self.number, "kind": self.kind, "chat_id": self.chat_id, "data": self.data}


class EventLog:
    """Keeps all events and wakes those who wait for the next."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._next = asyncio.Event()
        self.closed = False

    def __len__(self) -> int:
        return len(self._events)

    def add(self, kind: str, chat_id: int, data: Json, user_id: int | None = None) -> Event:
        """Appends one event."""
        event = Event(len(self._events), kind, chat_id, data, user_id)
        self._events.append(event)
        self._wake()
        return event

    def since(self, number: int) -> Sequence[Event]:
        """The events from `number` on."""
        return self._events[number:]

    async def changed(self, within: float) -> bool:
        """Waits for the next event; false when none came in time."""
        try:
            await asyncio.wait_for(self._next.wait(), within)
        except TimeoutError:
            return False
        return True

    def close(self) -> None:
        """Lets every reader go."""
        self.closed = True
        self._wake()

    def _wake(self) -> None:
        self._next.set()
        self._next = asyncio.Event()
