"""Lets handlers finish when the program ends: what they use must not be closed under them."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

# Longer than any handler takes unless Telegram is out of reach.
FINISH_SECONDS = 10.0


class AtWork(BaseMiddleware):
    """Knows the updates that are being handled."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 (what aiogram's middlewares return)
        if task := asyncio.current_task():
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return await handler(event, data)

    async def finish(self) -> None:
        """Wait until all are handled, those that wait for their turn as well; what takes too long is cancelled."""
        try:
            async with asyncio.timeout(FINISH_SECONDS):
                while self._tasks:
                    await asyncio.wait(self._tasks)
        except TimeoutError:
            late = list(self._tasks)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
