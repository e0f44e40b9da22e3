"""Presses and inline queries."""

import asyncio
from typing import Any

from bot.simulator import Client, Simulator
from tests.simulator.raw import Raw

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
BUTTON = {"inline_keyboard": [[{"text": "Case", "callback_data": "case"}]]}


async def pressed(raw: Raw, anna: Client) -> tuple[dict[str, Any], "asyncio.Task[object]"]:
    await raw.result("sendMessage", chat_id=anna.id, text="x", reply_markup=BUTTON)
    task: asyncio.Task[object] = asyncio.create_task(anna.press(anna.last(), "Case", within=1))
    await asyncio.sleep(0)
    return (await raw.last_update())["callback_query"], task


async def test_a_press_is_answered_once(raw: Raw, anna: Client) -> None:
    query, press = await pressed(raw, anna)
    assert (query["data"], query["message"]["text"], query["from"]["id"]) == ("case", "x", anna.id)
    answer = {"callback_query_id": query["id"], "text": "Here", "show_alert": True}
    assert await raw.result("answerCallbackQuery", **answer) is True
    assert str(await press) == "Answer(text='Here', show_alert=True, url='')"
    assert await raw.error("answerCallbackQuery", **answer) == TOO_OLD
    assert await raw.error("answerCallbackQuery", callback_query_id="1") == TOO_OLD


async def test_an_old_press_can_not_be_answered(sim: Simulator, raw: Raw, anna: Client) -> None:
    query, press = await pressed(raw, anna)
    sim.clock.advance(61)
    assert await raw.error("answerCallbackQuery", callback_query_id=query["id"]) == TOO_OLD
    assert await press is None


async def test_an_answer_has_a_limit(raw: Raw, anna: Client) -> None:
    query, press = await pressed(raw, anna)
    long = {"callback_query_id": query["id"], "text": "x" * 201}
    assert await raw.error("answerCallbackQuery", **long) == "Bad Request: MESSAGE_TOO_LONG"
    press.cancel()


def article(number: int) -> dict[str, object]:
    content = {"message_text": f"<b>{number}</b>", "parse_mode": "HTML"}
    return {"type": "article", "id": str(number), "title": f"Case {number}", "input_message_content": content}


async def test_an_inline_result_is_chosen_and_can_be_edited(raw: Raw, anna: Client) -> None:
    asking = asyncio.create_task(anna.ask_inline("kush"))
    await asyncio.sleep(0)
    query = (await raw.last_update())["inline_query"]
    assert (query["query"], query["from"]["id"]) == ("kush", anna.id)
    result = article(1) | {"reply_markup": BUTTON}
    await raw.result("answerInlineQuery", inline_query_id=query["id"], results=[result])
    (offered,) = await asking
    assert offered.title == "Case 1"
    await anna.choose(offered)
    shown = anna.last()
    assert (shown.text, shown.marked("bold"), shown.buttons) == ("1", ["1"], ["Case"])
    message, chosen = (await raw.updates())[-2:]
    assert message["message"]["via_bot"]["is_bot"] is True
    place = chosen["chosen_inline_result"]["inline_message_id"]
    assert await raw.result("editMessageText", inline_message_id=place, text="later") is True
    assert anna.last().text == "later"


async def test_inline_limits(raw: Raw, anna: Client) -> None:
    asking = asyncio.create_task(anna.ask_inline("x", within=1))
    await asyncio.sleep(0)
    place = {"inline_query_id": (await raw.last_update())["inline_query"]["id"]}
    many = [article(number) for number in range(51)]
    assert await raw.error("answerInlineQuery", results=many, **place) == "Bad Request: RESULTS_TOO_MUCH"
    same = [article(1), article(1)]
    assert await raw.error("answerInlineQuery", results=same, **place) == "Bad Request: RESULT_ID_DUPLICATE"
    long = [article(1) | {"id": "я" * 33}]
    assert await raw.error("answerInlineQuery", results=long, **place) == "Bad Request: RESULT_ID_INVALID"
    asking.cancel()
