"""What is remembered of a conversation, for ten minutes: the case spoken of, and a question that awaits its case."""

import datetime as dt
from contextlib import suppress
from typing import Any

from aiogram.fsm.context import FSMContext

from handlers.errors import Unkept
from handlers.pending import Pending, Questions
from handlers.ports import Clock

# Long enough to read an answer and ask on; short enough that nobody is surprised by what is remembered.
MEMORY = dt.timedelta(minutes=10)

_TOPIC = "topic"


class Dialogue:
    """The state of one person in one chat; what is stored are plain values, so that any storage can keep them."""

    def __init__(self, state: FSMContext, questions: Questions, clock: Clock) -> None:
        self._state = state
        self._questions = questions
        self._clock = clock

    async def topic(self) -> str | None:
        """The case spoken of in the last ten minutes; none where that cannot be read."""
        try:
            topic = await self._recall(_TOPIC)
        except Unkept:
            return None
        return None if topic is None else str(topic["case_id"])

    async def speak_of(self, case_id: str | None) -> None:
        """Remember the case, where that can be kept: a full disk must not keep anybody from an answer."""
        if case_id is not None:
            with suppress(Unkept):
                await self._keep(_TOPIC, {"case_id": case_id})

    def keep_question(self, question: str, choice: int) -> None:
        """Keep a question until a case is chosen under the message `choice`."""
        now = self._clock()
        self._questions.keep(self._state.key, Pending(question, choice, now + MEMORY), now)

    def take_question(self, choice: int) -> str | None:
        """The question that the message `choice` asked back about, which is forgotten by this."""
        return self._questions.take(self._state.key, choice, self._clock())

    def forget_question(self) -> None:
        self._questions.forget(self._state.key)

    async def _keep(self, key: str, value: dict[str, Any]) -> None:
        await self._state.update_data({key: {**value, "until": (self._clock() + MEMORY).isoformat()}})

    async def _recall(self, key: str) -> dict[str, Any] | None:
        data = await self._state.get_data()
        value: dict[str, Any] | None = data.get(key)
        if value is None:
            return None
        if dt.datetime.fromisoformat(value["until"]) > self._clock():
            return value
        del data[key]
        await self._state.set_data(data)
        return None
