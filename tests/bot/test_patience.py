import pytest
from aiogram.exceptions import TelegramRetryAfter
from aiogram.types import ReplyParameters

from bot.app import make_bot
from bot.simulator import Simulator


async def test_a_pause_is_kept_and_the_call_repeated() -> None:
    async with Simulator.start() as sim, make_bot(sim.token, sim.url) as bot:
        anna = sim.user("Anna")
        await anna.start()
        sim.faults.flood(retry_after=1, count=1)
        message = await bot.send_message(anna.person.id, "hello")
        assert message.text == "hello"
        assert [call.status for call in sim.calls_of("sendMessage")] == [429, 200]


async def test_a_pause_that_nobody_would_wait_for_is_told() -> None:
    async with Simulator.start() as sim, make_bot(sim.token, sim.url) as bot:
        anna = sim.user("Anna")
        await anna.start()
        sim.faults.flood(retry_after=300, count=1)
        with pytest.raises(TelegramRetryAfter):
            await bot.send_message(anna.person.id, "hello")
        assert len(sim.calls_of("sendMessage")) == 1


async def test_a_fault_of_telegrams_is_waited_out() -> None:
    async with Simulator.start() as sim, make_bot(sim.token, sim.url) as bot:
        anna = sim.user("Anna")
        await anna.start()
        sim.faults.server_error(count=2)
        await bot.send_message(anna.person.id, "hello")
        assert [call.status for call in sim.calls_of("sendMessage")] == [502, 502, 200]


async def test_a_group_is_followed_when_it_moves() -> None:
    async with Simulator.start() as sim, make_bot(sim.token, sim.url) as bot:
        anna = sim.user("Anna")
        await anna.start()
        group = sim.group("Workers", [anna], supergroup=False)
        asked = await anna.say("hello", chat=group)
        moved = sim.migrate(group)
        message = await bot.send_message(group.id, "answer", reply_parameters=ReplyParameters(message_id=asked.id))
        assert message.chat.id == moved.id
