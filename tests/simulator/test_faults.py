"""Failing on purpose, and the limits on sending."""

import asyncio

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter, TelegramServerError

from bot.simulator import Client, RateLimits, Simulator
from tests.simulator.raw import Raw


async def test_flood_has_body_and_header(sim: Simulator, raw: Raw, anna: Client) -> None:
    sim.faults.flood(2, retry_after=7)
    async with raw.session.get(f"{raw.base}/getMe") as reply:
        assert (reply.status, reply.headers["Retry-After"]) == (429, "7")
        assert await reply.json() == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        }
    assert (await raw.call("getMe"))["error_code"] == 429
    assert (await raw.call("getMe"))["ok"] is True
    assert [call.status for call in sim.calls_of("getMe")] == [429, 429, 200]


async def test_aiogram_understands_the_failures(sim: Simulator, bot: Bot, anna: Client) -> None:
    sim.faults.flood(retry_after=3)
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(anna.id, "x")
    assert caught.value.retry_after == 3
    sim.faults.server_error(status=500)
    with pytest.raises(TelegramServerError):
        await bot.send_message(anna.id, "x")
    assert len(anna.chat()) == 1


async def test_polling_fails_only_when_named(sim: Simulator, raw: Raw) -> None:
    sim.faults.server_error(method="sendMessage")
    assert await raw.updates() == []
    sim.faults.clear()
    sim.faults.server_error(1)
    assert await raw.updates() == []
    sim.faults.clear()
    sim.faults.server_error(method="getUpdates")
    assert (await raw.call("getUpdates"))["error_code"] == 502


async def test_a_dropped_connection_before_and_after_the_work(sim: Simulator, raw: Raw, anna: Client) -> None:
    for after_effect, messages in ((False, 1), (True, 2)):
        sim.faults.drop(method="sendMessage", after_effect=after_effect)
        with pytest.raises(aiohttp.ClientError):
            await raw.call("sendMessage", chat_id=anna.id, text="x")
        assert len(anna.chat()) == messages
    assert [call.status for call in sim.calls_of("sendMessage")] == [0, 0]


async def test_silence(sim: Simulator, raw: Raw) -> None:
    sim.faults.hang(0.2, method="getMe")
    loop = asyncio.get_running_loop()
    started = loop.time()
    await raw.result("getMe")
    assert loop.time() - started >= 0.2


async def test_one_chat_is_forbidden(sim: Simulator, raw: Raw, anna: Client) -> None:
    other = sim.user("Yerlan")
    await other.start()
    sim.faults.forbid(anna.id)
    assert (await raw.call("sendMessage", chat_id=anna.id, text="x"))["error_code"] == 403
    assert (await raw.call("sendMessage", chat_id=other.id, text="x"))["ok"] is True


async def test_a_random_share_is_the_same_for_the_same_seed(sim: Simulator, raw: Raw) -> None:
    outcomes = []
    for _ in range(2):
        sim.faults.clear()
        sim.faults.seed(5)
        sim.faults.flood(None, share=0.5)
        outcomes.append([(await raw.call("getMe"))["ok"] for _ in range(20)])
    assert outcomes[0] == outcomes[1]
    assert 3 < sum(outcomes[0]) < 17


async def test_faults_over_http(raw: Raw) -> None:
    address = f"{raw.root}/sim/faults"
    async with raw.session.post(address, json={"kind": "flood", "retry_after": 4, "method": "getMe"}) as reply:
        assert reply.status == 200
    assert (await raw.call("getMe"))["parameters"] == {"retry_after": 4}
    async with raw.session.post(address, json={"kind": "flood", "method": "getMe", "count": None}) as reply:
        assert reply.status == 200
    async with raw.session.delete(address) as reply:
        assert await reply.json() == []
    assert (await raw.call("getMe"))["ok"] is True
    for wrong in ({"kind": "fire"}, {"kind": "flood", "speed": 1}):
        async with raw.session.post(address, json=wrong) as reply:
            assert reply.status == 400


async def test_limits_are_counted_and_enforced_on_demand(sim: Simulator, raw: Raw, anna: Client) -> None:
    other = sim.user("Yerlan")
    await other.start()
    for _ in range(3):
        await raw.result("sendMessage", chat_id=anna.id, text="x")
    assert (sim.rates.peak(), sim.rates.peak(other.id), sum(sim.rates.per_second().values())) == (3, 0, 3)
    sim.rates.enforce(RateLimits())
    assert (await raw.call("sendMessage", chat_id=anna.id, text="x"))["parameters"] == {"retry_after": 1}
    await raw.result("sendMessage", chat_id=other.id, text="x")
    sim.clock.advance(1)
    await raw.result("sendMessage", chat_id=anna.id, text="x")
