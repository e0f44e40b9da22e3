"""Repeats a call that Telegram asks to repeat: after a pause, a fault of its own, or a group's move."""

import asyncio
from collections.abc import Awaitable, Callable

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramMigrateToChat, TelegramRetryAfter, TelegramServerError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

# A person who waits longer than this for a reply has gone; then the error is told.
_LONGEST_PAUSE = 30
# After a 5xx: long enough for a front end to find another back end.
_PAUSE_AFTER_FAULT = 1.0
_ATTEMPTS = 3

Sleep = Callable[[float], Awaitable[None]]


class Patience(BaseRequestMiddleware):
    """Up to three attempts: after the pause that a 429 asks for (at most 30 s), after a 5xx, in a group's new chat.

    A call whose connection broke is not repeated: it may have been carried out, and nobody wants an answer twice.
    """

    def __init__(self, sleep: Sleep = asyncio.sleep) -> None:
        self._sleep = sleep

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        for _ in range(_ATTEMPTS - 1):
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                if error.retry_after > _LONGEST_PAUSE:
                    raise
                await self._sleep(error.retry_after)
            except TelegramServerError:
                await self._sleep(_PAUSE_AFTER_FAULT)
            except TelegramMigrateToChat as error:
                method = _moved(method, error.migrate_to_chat_id)
        return await make_request(bot, method)


def _moved(method: TelegramMethod[TelegramType], chat_id: int) -> TelegramMethod[TelegramType]:
    """The same call to the supergroup that a group has become; what it replied to stayed behind."""
    stays = {"reply_parameters": None, "reply_to_message_id": None}
    update = {"chat_id": chat_id} | {name: gone for name, gone in stays.items() if name in type(method).model_fields}
    return method.model_copy(update=update)
