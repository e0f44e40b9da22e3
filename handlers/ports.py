"""What the conversation needs from outside; the program that runs it supplies these."""

import datetime as dt
from typing import Protocol

from knowledge.schema import Language
from retrieval.answer import Abstention, Answer, Context


class Answerer(Protocol):
    """Answers a question without holding up the event loop."""

    async def ask(self, question: str, context: Context) -> Answer | Abstention: ...


class Languages(Protocol):
    """The language that a person chose, kept until they choose again."""

    async def chosen(self, user_id: int) -> Language | None: ...

    async def choose(self, user_id: int, language: Language) -> None: ...


class Clock(Protocol):
    """The present moment, with its time zone."""

    def __call__(self) -> dt.datetime: ...
