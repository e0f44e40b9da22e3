"""Questions that wait for their case, in memory only: no text of a question is ever written down."""

import datetime as dt
from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pending:
    """A question, the message that asked back about it, and when it is forgotten."""

    question: str
    choice: int
    until: dt.datetime


class Questions:
    """At most one question for each person in each chat."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Pending] = {}

    def keep(self, whose: Hashable, pending: Pending, now: dt.datetime) -> None:
        """Keep a question in place of an earlier one; those whose time is over go."""
        self._kept = {key: other for key, other in self._kept.items() if other.until > now}
        self._kept[whose] = pending

    def take(self, whose: Hashable, choice: int, now: dt.datetime) -> str | None:
        """The question that a message asked back about, which is forgotten by this."""
        pending = self._kept.get(whose)
        if pending is None or pending.choice != choice:
            return None
        del self._kept[whose]
        return pending.question if pending.until > now else None

    def forget(self, whose: Hashable) -> None:
        self._kept.pop(whose, None)

    def __len__(self) -> int:
        return len(self._kept)
