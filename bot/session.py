"""Calls to a Bot API server that may be newer or older than this program, or stand behind a front end of its own."""

import json
import logging
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramServerError
from aiogram.methods import GetUpdates, Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Update
from pydantic import ValidationError

log = logging.getLogger(__name__)

_SERVER_FAULT = 500


class Session(AiohttpSession):
    """Takes every update by itself: one that cannot be read is passed over, and the others are still handled.

    An answer that cannot be read becomes an ordinary error, which repeats nothing of what it holds.
    """

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError:
            readable = _readable(content, bot) if isinstance(method, GetUpdates) else content
        if readable != content:
            return self.check_response(bot, method, status_code, readable)
        kind = TelegramServerError if status_code >= _SERVER_FAULT else TelegramAPIError
        raise kind(method=method, message=f"the answer, HTTP {status_code}, cannot be read")


def _readable(content: str, bot: Bot) -> str:
    """The updates that can be read as they are; of the others only the number, so that they are not sent again."""
    try:
        answer = json.loads(content)
        answer["result"] = [_passed_over(update, bot) for update in answer["result"]]
    except (ValueError, TypeError, KeyError):
        return content
    return json.dumps(answer)


def _passed_over(update: dict[str, Any], bot: Bot) -> dict[str, Any]:
    try:
        Update.model_validate(update, context={"bot": bot})
    except ValidationError as error:
        places = {".".join(map(str, one["loc"])) for one in error.errors(include_input=False, include_context=False)}
        log.error("An update was passed over; what this program cannot read of it: %s", ", ".join(sorted(places)[:3]))
        return {"update_id": update["update_id"]}
    return update
