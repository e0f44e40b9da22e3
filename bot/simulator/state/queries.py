"""Button presses and inline queries that wait for the bot's answer."""

from dataclasses import dataclass, field
from typing import TypeVar

from bot.simulator.clock import Clock
from bot.simulator.errors import Json, bad_request

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(slots=True)
class Press:
    """One press of a callback button."""

    id: str
    user_id: int
    chat_id: int
    message_id: int
    at: float
    answer: Json | None = None


@dataclass(slots=True)
class InlineQuery:
    """One inline query and the results that the bot gave."""

    id: str
    user_id: int
    query: str
    at: float
    answer: Json | None = None


Query = TypeVar("Query", Press, InlineQuery)


@dataclass(slots=True)
class Queries:
    """Answered at most once, and only while they are young."""

    clock: Clock
    lifetime: float
    presses: dict[str, Press] = field(default_factory=dict)
    inline: dict[str, InlineQuery] = field(default_factory=dict)
    _last: int = 0

    def press(self, user_id: int, chat_id: int, message_id: int) -> Press:
        """Opens a callback query."""
        press = Press(self._new_id(), user_id, chat_id, message_id, self.clock.now())
        self.presses[press.id] = press
        return press

    def ask(self, user_id: int, query: str) -> InlineQuery:
        """Opens an inline query."""
        asked = InlineQuery(self._new_id(), user_id, query, self.clock.now())
        self.inline[asked.id] = asked
        return asked

    def answer_press(self, query_id: str, answer: Json) -> Press:
        """Closes a callback query.

        :raises ApiError: when it is unknown, too old or already answered.
        """
        return self._answered(self.presses.get(query_id), answer)

    def answer_inline(self, query_id: str, answer: Json) -> InlineQuery:
        """Closes an inline query.

        :raises ApiError: when it is unknown, too old or already answered.
        """
        return self._answered(self.inline.get(query_id), answer)

    def _answered(self, query: Query | None, answer: Json) -> Query:
        if query is None or query.answer is not None or self.clock.now() - query.at > self.lifetime:
            raise bad_request(TOO_OLD)
        query.answer = answer
        return query

    def _new_id(self) -> str:
        self._last += 1
        return str(4_000_000_000_000_000_000 + self._last)
