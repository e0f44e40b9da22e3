"""A Bot API server that is newer, older, or behind a front end."""

import json
import logging
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramServerError
from aiogram.methods import GetUpdates, SendMessage
from aiogram.types import Update

from bot.session import Session
from handlers.conversation import Conversation

ANNA = {"id": 918273645, "type": "private", "first_name": "Annaxqz"}


@pytest.fixture
def bot() -> Bot:
    return Bot("42:abc", session=Session())


def update(number: int, **more: Any) -> dict[str, Any]:  # noqa: ANN401 (any field of a message)
    return {"update_id": number, "message": {"message_id": number, "date": 1, "chat": ANNA, "text": "SECRETQ", **more}}


def received(bot: Bot, *updates: dict[str, Any]) -> list[Update]:
    answer = json.dumps({"ok": True, "result": updates})
    result = bot.session.check_response(bot, GetUpdates(), 200, answer).result
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("forward_origin", {"type": "brand_new_kind", "date": 1}),
        ("paid_media", {"star_count": 1, "paid_media": [{"type": "brand_new"}]}),
    ],
)
def test_an_update_that_cannot_be_read_is_passed_over(
    bot: Bot, caplog: pytest.LogCaptureFixture, field: str, value: object
) -> None:
    odd, plain = received(bot, update(7, **{field: value}), update(8))
    assert (odd.update_id, odd.message) == (7, None)
    assert plain.message is not None
    assert plain.message.text == "SECRETQ"
    assert field in caplog.text
    assert not any(secret in caplog.text for secret in ("SECRETQ", "Annaxqz", "918273645"))


async def test_what_was_passed_over_is_not_handled(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        assert await Conversation().feed_update(bot, received(bot, {"update_id": 7, "message": {}})[0]) is None
    assert "is not handled" not in caplog.text


def test_a_page_of_a_front_end_is_a_fault_of_the_server(bot: Bot) -> None:
    with pytest.raises(TelegramServerError, match="HTTP 502"):
        bot.session.check_response(bot, SendMessage(chat_id=1, text="x"), 502, "<html>Bad Gateway</html>")


def test_an_answer_that_cannot_be_read_is_told_without_what_it_holds(bot: Bot) -> None:
    answer = json.dumps({"ok": True, "result": update(1, date="yesterday")["message"]})
    with pytest.raises(TelegramAPIError, match="cannot be read") as error:
        bot.session.check_response(bot, SendMessage(chat_id=1, text="x"), 200, answer)
    assert not isinstance(error.value, TelegramServerError)
    assert "SECRETQ" not in str(error.value)
