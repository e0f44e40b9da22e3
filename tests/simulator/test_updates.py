"""getUpdates and webhooks."""

import asyncio
from dataclasses import replace

from aiohttp import web

from bot.simulator import Client, Simulator
from tests.simulator.conftest import QUICK
from tests.simulator.raw import Json, Raw

OTHER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


async def test_updates_stay_until_confirmed(raw: Raw, anna: Client) -> None:
    await anna.say("two")
    first, second = await raw.updates()
    assert (first["message"]["text"], second["message"]["text"]) == ("/start", "two")
    assert await raw.updates(limit=1) == [first]
    assert await raw.updates(offset=second["update_id"]) == [second]
    assert await raw.updates(offset=second["update_id"] + 1) == []


async def test_a_negative_offset_keeps_the_last(raw: Raw, anna: Client) -> None:
    for text in ("two", "three"):
        await anna.say(text)
    assert [update["message"]["text"] for update in await raw.updates(offset=-2)] == ["two", "three"]
    assert len(await raw.updates()) == 2


async def test_updates_are_kept_a_day(sim: Simulator, raw: Raw, anna: Client) -> None:
    sim.clock.advance(24 * 60 * 60 + 1)
    assert await raw.updates() == []


async def test_allowed_updates_are_remembered(raw: Raw, anna: Client) -> None:
    await raw.updates(offset=-1, allowed_updates=["callback_query"])
    await anna.say("unheard")
    assert [update["message"]["text"] for update in await raw.updates()] == ["/start"]
    await raw.updates(allowed_updates=[])
    await anna.say("heard")
    assert (await raw.last_update())["message"]["text"] == "heard"


async def test_a_long_poll_ends_when_something_comes(raw: Raw, anna: Client) -> None:
    last = (await raw.last_update())["update_id"]
    poll = asyncio.create_task(raw.updates(offset=last + 1, timeout=30))
    await asyncio.sleep(0.05)
    assert not poll.done()
    await anna.say("news")
    assert [update["message"]["text"] for update in await poll] == ["news"]


async def test_the_earlier_of_two_polls_fails(raw: Raw) -> None:
    first = asyncio.create_task(raw.call("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(raw.call("getUpdates", timeout=1))
    assert await first == {"ok": False, "error_code": 409, "description": OTHER}
    assert await second == {"ok": True, "result": []}


async def test_a_hurried_poll_of_the_same_offset_is_held(anna: Client, raw: Raw) -> None:
    async with Simulator.start(settings=replace(QUICK, repeated_poll_pause=0.3)) as sim:
        slow = Raw(raw.session, f"{sim.url}/bot{sim.token}", sim.url)
        loop = asyncio.get_running_loop()
        started = loop.time()
        await slow.updates()
        assert loop.time() - started < 0.2
        await slow.updates()
        assert 0.3 <= loop.time() - started < 2


async def test_webhook_rules(raw: Raw) -> None:
    async with Simulator.start() as sim:
        strict = Raw(raw.session, f"{sim.url}/bot{sim.token}", sim.url)
        refusals = {
            "http://bot.example.org/": "An HTTPS URL must be provided for webhook",
            "https://bot.example.org:8080/": "Webhook can be set up only on ports 80, 88, 443 or 8443",
            "https://127.0.0.1/": "IP address 127.0.0.1 is reserved",
        }
        for url, reason in refusals.items():
            assert await strict.error("setWebhook", url=url) == f"Bad Request: bad webhook: {reason}"
        url = "https://bot.example.org/"
        assert (
            await strict.error("setWebhook", url=url, secret_token="x" * 257) == "Bad Request: secret token is too long"
        )
        assert (
            await strict.error("setWebhook", url=url, secret_token="a b")
            == "Bad Request: secret token contains unallowed characters"
        )
        poll = asyncio.create_task(strict.call("getUpdates", timeout=30))
        await asyncio.sleep(0.05)
        assert (await strict.call("setWebhook", url=url))["description"] == "Webhook was set"
        assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
        again = await strict.call("setWebhook", url=url)
        assert (again["error_code"], again["parameters"]) == (429, {"retry_after": 1})
        assert await strict.error("getUpdates") == (
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
        assert (await strict.call("deleteWebhook"))["description"] == "Webhook was deleted"
        assert (await strict.call("deleteWebhook"))["description"] == "Webhook is already deleted"


async def test_a_webhook_is_called_in_order_until_it_accepts(sim: Simulator, raw: Raw, anna: Client) -> None:
    received: list[tuple[str, Json]] = []

    async def hook(request: web.Request) -> web.StreamResponse:
        update = await request.json()
        received.append((request.headers["X-Telegram-Bot-Api-Secret-Token"], update))
        if len(received) == 1:
            return web.Response(status=500)
        reply = {"method": "sendMessage", "chat_id": anna.id, "text": f"got {update['message']['text']}"}
        return web.json_response(reply)

    app = web.Application()
    app.router.add_post("/hook", hook)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        port = runner.addresses[0][1]
        await raw.result("setWebhook", url=f"http://127.0.0.1:{port}/hook", secret_token="word")
        await anna.wait_for("got /start")
        await anna.say("two")
        await anna.wait_for("got two")
    finally:
        await runner.cleanup()
    assert [(secret, update["message"]["text"]) for secret, update in received] == [
        ("word", "/start"),
        ("word", "/start"),
        ("word", "two"),
    ]
    info = await raw.result("getWebhookInfo")
    assert info["pending_update_count"] == 0
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
