"""A dispatcher that ends well: what its handlers use must not be closed under them."""

import asyncio
from typing import Any, cast

from aiogram import Bot, Dispatcher
from aiogram.types import Update

# Longer than any handler takes unless Telegram is out of reach.
FINISH_SECONDS = 10.0


class Conversation(Dispatcher):
    """Knows the updates that are being handled, those that wait for their turn as well, and lets them finish when
    polling ends; what takes longer than ten seconds is cancelled.
    """

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 (what a dispatcher takes)
        super().__init__(**kwargs)
        self._at_work: set[asyncio.Task[Any]] = set()

    async def feed_update(self, bot: Bot, update: Update, **kwargs: Any) -> Any:  # noqa: ANN401 (what handlers return)
        if update.model_fields_set == {"update_id"}:
            # Of a kind that could not be read.
            return None
        task = cast("asyncio.Task[Any]", asyncio.current_task())
        self._at_work.add(task)
        try:
            return await super().feed_update(bot, update, **kwargs)
        finally:
            self._at_work.discard(task)

    async def emit_shutdown(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (what a dispatcher hands on)
        await self._finish()
        await super().emit_shutdown(*args, **kwargs)

    async def _finish(self) -> None:
        if self._at_work:
            _, late = await asyncio.wait(self._at_work, timeout=FINISH_SECONDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
