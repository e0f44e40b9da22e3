"""Handlers at work when polling ends."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.types import Message

import handlers.conversation
from handlers.conversation import Conversation
from tests.handlers.telegram import ANNA, RecordingSession


class Slow:
    """A bot of one handler that takes as long as the test wants."""

    def __init__(self) -> None:
        self.asked, self.may_answer = asyncio.Event(), asyncio.Event()
        self.answered: list[str | None] = []
        self.conversation = Conversation(events_isolation=SimpleEventIsolation())
        self.conversation.message.register(self._answer)

    async def _answer(self, message: Message) -> None:
        self.asked.set()
        await self.may_answer.wait()
        await asyncio.sleep(0.01)
        self.answered.append(message.text)

    async def ask(self, *questions: str) -> list["asyncio.Task[Any]"]:
        bot = Bot("42:TEST", session=RecordingSession())
        chat = {"id": ANNA["id"], "type": "private"}
        updates = [
            {"update_id": place, "message": {"message_id": place, "date": 0, "chat": chat, "from": ANNA, "text": text}}
            for place, text in enumerate(questions)
        ]
        handling = [asyncio.create_task(self.conversation.feed_raw_update(bot, update)) for update in updates]
        await self.asked.wait()
        return handling


async def test_what_has_begun_is_finished_and_so_is_what_waits_for_its_turn() -> None:
    slow = Slow()
    await slow.ask("who", "when", "why")
    ending = asyncio.create_task(slow.conversation.emit_shutdown())
    await asyncio.sleep(0.05)
    assert not ending.done()
    slow.may_answer.set()
    await ending
    assert slow.answered == ["who", "when", "why"]


async def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handlers.conversation, "FINISH_SECONDS", 0.05)
    slow = Slow()
    [handling] = await slow.ask("who")
    await slow.conversation.emit_shutdown()
    assert handling.cancelled()
    assert slow.answered == []


async def test_where_nothing_is_at_work_nothing_is_waited_for() -> None:
    await asyncio.wait_for(Conversation().emit_shutdown(), 1)
