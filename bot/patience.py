"""Waits when Telegram asks for a pause."""

import asyncio

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

# A person who waits longer than this for a reply has gone; then the error is told.
_LONGEST_PAUSE = 30
_ATTEMPTS = 3


class Patience(BaseRequestMiddleware):
    """Repeats a call after the pause that a 429 asks for; a longer pause than 30 s, or a third 429, is raised."""

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
                await asyncio.sleep(error.retry_after)
        return await make_request(bot, method)
