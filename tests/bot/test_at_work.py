"""Handlers at work when the program is told to stop, under aiogram's own dispatcher."""

import asyncio
from contextlib import suppress

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import Message

import bot.at_work
from bot.at_work import AtWork
from tests.handlers.telegram import ANNA, RecordingSession

UPDATE = {"message_id": 1, "date": 0, "chat": {"id": ANNA["id"], "type": "private"}, "from": ANNA, "text": "?"}


class Slow:
    """A bot of one handler that takes as long as the test wants."""

    def __init__(self) -> None:
        self.asked, self.may_answer = asyncio.Event(), asyncio.Event()
        self.answered = False
        self.at_work = AtWork()
        self.dispatcher = Dispatcher()
        self.dispatcher.update.outer_middleware(self.at_work)
        self.dispatcher.message.register(self._answer)

    async def _answer(self, message: Message) -> None:
        self.asked.set()
        await self.may_answer.wait()
        self.answered = True

    async def ask(self) -> "asyncio.Task[object]":
        bot = Bot("42:TEST", session=RecordingSession())
        handling = asyncio.create_task(self.dispatcher.feed_raw_update(bot, {"update_id": 1, "message": UPDATE}))
        await self.asked.wait()
        return handling


async def test_what_has_begun_is_finished() -> None:
    slow = Slow()
    await slow.ask()
    finishing = asyncio.create_task(slow.at_work.finish())
    await asyncio.sleep(0.05)
    assert not finishing.done()
    slow.may_answer.set()
    await finishing
    assert slow.answered


async def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.at_work, "FINISH_SECONDS", 0.05)
    slow = Slow()
    handling = await slow.ask()
    await slow.at_work.finish()
    assert handling.cancelled()
    with suppress(asyncio.CancelledError):
        await handling
    assert not slow.answered


async def test_where_nothing_is_at_work_nothing_is_waited_for() -> None:
    await asyncio.wait_for(AtWork().finish(), 1)
