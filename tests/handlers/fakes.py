"""What the conversation is given in place of the real things."""

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from handlers.follower import Follower, Forgotten, Pace
from handlers.ports import Printed, Progress, Waiting
from knowledge.base import Knowledge
from knowledge.rendering import RenderedLetter
from knowledge.schema import Language
from knowledge.typesetting.text import text
from retrieval.answer import Abstention, Answer, Context, Reason
from retrieval.compose import compose

Result = Answer | Abstention


class ScriptedAnswerer:
    """Answers each question as it was told to, and any other as off topic."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._script: dict[tuple[str, str | None], Result | Exception] = {}
        self._seconds = 0.0
        self.contexts: list[Context] = []

    def answers(self, question: str, *claims: str, language: Language = "en", about: str | None = None) -> None:
        self._script[question, about] = compose(self._knowledge, language, claims)

    def abstains(self, question: str, reason: Reason, *cases: str, language: Language = "en") -> None:
        found = tuple(self._knowledge.cases[case] for case in cases)
        self._script[question, None] = Abstention(language, reason, found)

    def gives(self, question: str, result: Result) -> None:
        self._script[question, None] = result

    def takes(self, seconds: float) -> None:
        self._seconds = seconds

    def breaks(self, question: str, error: Exception) -> None:
        self._script[question, None] = error

    async def ask(self, question: str, context: Context) -> Result:
        self.contexts.append(context)
        await asyncio.sleep(self._seconds)
        about = context.case_id if (question, context.case_id) in self._script else None
        result = self._script.get((question, about), Abstention(context.language or "en", Reason.OFF_TOPIC))
        if isinstance(result, Exception):
            raise result
        return result


class MemoryLanguages:
    """Choices of language, kept in memory."""

    def __init__(self) -> None:
        self.kept: dict[int, Language] = {}

    async def chosen(self, user_id: int) -> Language | None:
        return self.kept.get(user_id)

    async def choose(self, user_id: int, language: Language) -> None:
        self.kept[user_id] = language


class HandClock:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.now = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += dt.timedelta(**by)


class PaperPress:
    """Prints what a letter says, in place of typesetting it."""

    def __init__(self) -> None:
        self.printed: list[RenderedLetter] = []

    async def picture(self, letter: RenderedLetter) -> bytes:
        self.printed.append(letter)
        return f"picture of {letter.subject}".encode()

    async def files(self, letter: RenderedLetter) -> Printed:
        said = text(letter).encode()
        return Printed(b"pdf " + said, b"docx " + said, b"eml " + said)


class TallyCounts:
    """Counts in memory."""

    def __init__(self) -> None:
        self.finished: Counter[str] = Counter()

    async def count(self, letter_id: str) -> None:
        self.finished[letter_id] += 1


class MemoryFollows:
    """Follows, kept in memory."""

    def __init__(self) -> None:
        self.chats: dict[int, Follower] = {}
        self.cases: dict[int, dict[str, Pace]] = {}

    async def follow(self, follower: Follower, case_id: str, pace: Pace) -> None:
        self.chats.setdefault(follower.chat_id, follower)
        self.cases.setdefault(follower.chat_id, {})[case_id] = pace

    async def unfollow(self, chat_id: int, case_id: str) -> None:
        self.cases.get(chat_id, {}).pop(case_id, None)
        if not self.cases.get(chat_id):
            self.chats.pop(chat_id, None)

    async def following(self, chat_id: int) -> Mapping[str, Pace]:
        return dict(sorted(self.cases.get(chat_id, {}).items()))

    async def follower(self, chat_id: int) -> Follower | None:
        return self.chats.get(chat_id)

    async def wish(self, chat_id: int, *, language: Language | None = None, silent: bool | None = None) -> None:
        if (known := self.chats.get(chat_id)) is not None:
            wishes = {"language": language, "silent": silent}
            changed = {key: value for key, value in wishes.items() if value is not None}
            self.chats[chat_id] = replace(known, **changed)  # type: ignore[arg-type]

    async def set_pace(self, chat_id: int, pace: Pace) -> None:
        self.cases[chat_id] = dict.fromkeys(self.cases.get(chat_id, {}), pace)

    async def forget(self, chat_id: int) -> Forgotten:
        self.chats.pop(chat_id, None)
        return Forgotten(len(self.cases.pop(chat_id, {})), 0)

    async def held(self, chat_id: int) -> Mapping[str, Any]:
        return {"chat_id": chat_id, "follows": await self.following(chat_id)}

    async def migrate(self, old_id: int, new_id: int) -> None:
        self.cases[new_id] = self.cases.pop(old_id, {})
        if (known := self.chats.pop(old_id, None)) is not None:
            self.chats[new_id] = replace(known, chat_id=new_id)


class DeskPublishing:
    """Publishing without a database: what waits, and who may let it go."""

    def __init__(self, knowledge: Knowledge, *, curators: Sequence[int] = (7, 8), needs_two: bool = False) -> None:
        self.on_hand = [Waiting(update, case.id, 5) for case in knowledge.cases.values() for update in case.updates]
        self.curators: Sequence[int] = curators
        self.knowledge = knowledge
        self.least = 2 if needs_two else 1
        self.wishes: dict[str, set[int]] = {}
        self.published: list[str] = []

    def agreed(self, content: str, curator: int) -> bool:
        self.wishes.setdefault(content, set()).add(curator)
        return len(self.wishes[content]) >= self.least

    def is_curator(self, user_id: int) -> bool:
        return user_id in self.curators

    async def waiting(self) -> Sequence[Waiting]:
        return [one for one in self.on_hand if one.update.id not in self.published]

    async def publish(self, update_id: str) -> int:
        self.published.append(update_id)
        return 5

    async def progress(self, update_id: str) -> Progress:
        return Progress(sent=4, left=0, failed=0, blocked=1, minutes_left=0)
