"""What has to be deleted from time to time while the program runs."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.exc import SQLAlchemyError

from bot.adapters import now
from bot.dialogues import DialogueStorage
from bot.services import Services

log = logging.getLogger(__name__)

_HOUR = 3600.0


@asynccontextmanager
async def housekeeping(opened: Services, pause: float = _HOUR) -> AsyncIterator[None]:
    """Delete expired dialogues and chats unreachable for a month, for as long as the context lasts."""
    task = asyncio.create_task(_keep_house(opened, pause))
    try:
        yield
    finally:
        task.cancel()


async def _keep_house(opened: Services, pause: float) -> None:
    while True:
        await asyncio.sleep(pause)
        try:
            if isinstance(opened.dialogues, DialogueStorage):
                await opened.dialogues.sweep()
            await opened.subscriptions.sweep(now().date())
        except SQLAlchemyError as error:
            log.error("Nothing could be swept: %s", type(error).__name__)
