"""What the conversation needs from outside; the program that runs it supplies these."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from handlers.follower import Follower, Forgotten, Pace
from knowledge.base import Knowledge
from knowledge.rendering import RenderedLetter
from knowledge.schema import Language, Update
from retrieval.answer import Abstention, Answer, Context


class Answerer(Protocol):
    """Answers a question without holding up the event loop."""

    async def ask(self, question: str, context: Context) -> Answer | Abstention: ...


class Languages(Protocol):
    """The language that a person chose, kept until they choose again."""

    async def chosen(self, user_id: int) -> Language | None: ...

    async def choose(self, user_id: int, language: Language) -> None: ...


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished letter as files."""

    pdf: bytes
    docx: bytes
    eml: bytes


class Press(Protocol):
    """Typesets a letter without holding up the event loop."""

    async def picture(self, letter: RenderedLetter) -> bytes:
        """The first page as PNG."""
        ...

    async def files(self, letter: RenderedLetter) -> Printed: ...


class Follows(Protocol):
    """Who follows what; chats by their ids."""

    async def follow(self, follower: Follower, case_id: str, pace: Pace) -> None: ...

    async def unfollow(self, chat_id: int, case_id: str) -> None: ...

    async def following(self, chat_id: int) -> Mapping[str, Pace]: ...

    async def follower(self, chat_id: int) -> Follower | None: ...

    async def wish(self, chat_id: int, *, language: Language | None = None, silent: bool | None = None) -> None: ...

    async def set_pace(self, chat_id: int, pace: Pace) -> None: ...

    async def forget(self, chat_id: int) -> Forgotten: ...

    async def held(self, chat_id: int) -> Mapping[str, Any]: ...

    async def migrate(self, old_id: int, new_id: int) -> None: ...


class Counts(Protocol):
    """How many letters are finished; nothing about who wrote them."""

    async def count(self, letter_id: str) -> None: ...


class Today(Protocol):
    """The day on which letters are written."""

    def __call__(self) -> dt.date: ...


class Clock(Protocol):
    """The present moment, with its time zone."""

    def __call__(self) -> dt.datetime: ...


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that is not published, and how many chats would be told."""

    update: Update
    case_id: str
    followers: int

    @property
    def content(self) -> str:
        """All that an update says: a text that has changed is another one, and needs another look."""
        return self.update.model_dump_json()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the deliveries of an update are."""

    sent: int
    left: int
    failed: int
    blocked: int
    minutes_left: int


class Publishing(Protocol):
    """Publishing by curators."""

    @property
    def curators(self) -> Sequence[int]: ...

    @property
    def knowledge(self) -> Knowledge:
        """The case files as they were last looked at for what waits."""
        ...

    def agreed(self, content: str, curator: int) -> bool:
        """Note a curator's wish to publish just this content; whether enough of them have it now."""
        ...

    def is_curator(self, user_id: int) -> bool: ...

    async def waiting(self) -> Sequence[Waiting]: ...

    async def publish(self, update_id: str) -> int: ...

    async def progress(self, update_id: str) -> Progress: ...


@dataclass(frozen=True, slots=True)
class Supplies:
    """What letters, following and publishing need; `operator` is who runs this bot, named under /privacy."""

    today: Today
    press: Press
    counts: Counts
    follows: Follows
    publishing: Publishing
    operator: str = ""
