from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.simulator import Client, Settings, Simulator
from tests.simulator.raw import Raw

# The rules stay, only the waiting is shortened.
QUICK = Settings(conflict_pause=0.1, repeated_poll_pause=0.0, webhook_first_retry=0.05, local_webhooks=True)


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    async with Simulator.start(settings=QUICK) as simulator:
        yield simulator


@pytest.fixture
async def raw(sim: Simulator) -> AsyncIterator[Raw]:
    async with aiohttp.ClientSession() as session:
        yield Raw(session, f"{sim.url}/bot{sim.token}", sim.url)


@pytest.fixture
async def bot(sim: Simulator) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sim.url))
    bot = Bot(sim.token, session=session)
    yield bot
    await session.close()


@pytest.fixture
async def anna(sim: Simulator) -> Client:
    client = sim.user("Anna")
    await client.start()
    return client
