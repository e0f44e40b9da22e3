"""The whole bot on the shipped case files, talking over HTTP with the simulated Telegram."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiogram import Bot

import bot.settings
from bot.app import make_bot, make_dispatcher
from bot.content import Content
from bot.services import services
from bot.simulator import Settings, Simulator
from knowledge.loader import load
from retrieval.encoders import STATIC, Model, load_encoders
from retrieval.retriever import Retriever


@pytest.fixture(scope="session")
def retriever() -> Retriever:
    return Retriever.open(load(), load_encoders(Model(STATIC)))


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    settings = Settings(repeated_poll_pause=0, conflict_pause=0.1, bot_username="solidarity_bot")
    async with Simulator.start(settings=settings) as simulator:
        yield simulator


@pytest.fixture
async def sim(simulator: Simulator, retriever: Retriever, tmp_path: Path) -> AsyncIterator[Simulator]:
    """The simulated Telegram with the bot at work in it."""
    async with make_bot(simulator.token, simulator.url) as bot, at_work(bot, retriever, tmp_path):
        yield simulator


@asynccontextmanager
async def at_work(client: Bot, retriever: Retriever, data: Path) -> AsyncIterator[None]:
    """The program from its start to its end, on the day of the content, with its data in a folder."""
    settings = bot.settings.Settings(data_dir=data, _env_file=None)
    content = Content(retriever.knowledge, settings.content_dir, settings.index_dir)
    async with services(settings) as opened:
        dispatcher = make_dispatcher(retriever, opened, settings, content, lambda: retriever.knowledge.as_of)
        polling = asyncio.create_task(
            dispatcher.start_polling(client, handle_signals=False, polling_timeout=5, close_bot_session=False)
        )
        yield
        await dispatcher.stop_polling()
        await polling
