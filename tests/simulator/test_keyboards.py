"""Buttons: what is refused, what comes back."""

from typing import Any

import pytest

from bot.simulator import Client
from tests.simulator.raw import Raw


def inline(**button: object) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", **button}]]}


PARSE = "Bad Request: can't parse inline keyboard button: "
URL = "Bad Request: inline keyboard button URL "


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        (inline(callback_data="я" * 33), "Bad Request: BUTTON_DATA_INVALID"),
        (inline(), PARSE + "Text buttons are unallowed in the inline keyboard"),
        (inline(callback_data=""), PARSE + "Text buttons are unallowed in the inline keyboard"),
        (inline(url="ftp://x.org"), URL + "'ftp://x.org' is invalid: Unsupported URL protocol"),
        (inline(url="http://localhost:80/"), URL + "'http://localhost:80/' is invalid: Wrong HTTP URL"),
        (inline(web_app={"url": "http://x.org"}),
         "Bad Request: inline keyboard button Web App URL 'http://x.org' is invalid: Only HTTPS links are allowed"),
        (inline(copy_text={"text": "x" * 257}), "Bad Request: BUTTON_COPY_TEXT_INVALID"),
        ("{", "Bad Request: can't parse reply keyboard markup JSON object"),
        ([1], "Bad Request: object expected as reply markup"),
        ({"inline_keyboard": [{"text": "x"}]}, 'Bad Request: field "inline_keyboard" must be an Array of Arrays'),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "y"}] * 9]}, "Bad Request: REPLY_MARKUP_TOO_LONG"),
    ],
)  # fmt: skip
async def test_refusals(raw: Raw, anna: Client, markup: object, description: str) -> None:
    assert await raw.error("sendMessage", chat_id=anna.id, text="x", reply_markup=markup) == description


@pytest.mark.parametrize(
    ("markup", "returned"),
    [
        (inline(callback_data="y" * 64), inline(callback_data="y" * 64)),
        (inline(url="example.com", callback_data="y"), inline(url="http://example.com/")),
        (inline(url="tg://resolve?domain=x"), inline(url="tg://resolve?domain=x")),
        (inline(copy_text={"text": "x" * 256}), inline(copy_text={"text": "x" * 256})),
        ({"inline_keyboard": []}, None),
        ({"keyboard": [["yes", {"text": "no"}]]}, None),
        ({"remove_keyboard": True}, None),
    ],
)
async def test_only_inline_keyboards_come_back(raw: Raw, anna: Client, markup: object, returned: object) -> None:
    sent = await raw.result("sendMessage", chat_id=anna.id, text="x", reply_markup=markup)
    assert sent.get("reply_markup") == returned
