"""Messages that edit themselves while deliveries go out, beside the conversation."""

import asyncio
from contextlib import suppress

from aiogram.exceptions import TelegramAPIError
from aiogram.types import Message

from handlers.ports import Publishing
from handlers.replies import edit, said
from handlers.texts import Say

# Seconds between two edits: Telegram allows about one a second in a chat.
TICK = 3.0
# Digests go out later than anybody watches.
_MOST_TICKS = 2400


class Board:
    """Keeps a task for each publication that is being watched."""

    def __init__(self, tick: float = TICK) -> None:
        self._tick = tick
        self._tasks: set[asyncio.Task[None]] = set()

    def watch(self, progress: Message, update_id: str, say: Say, publishing: Publishing) -> None:
        """Edit a message until every delivery of the update is settled."""
        task = asyncio.create_task(self._show(progress, update_id, say, publishing))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _show(self, progress: Message, update_id: str, say: Say, publishing: Publishing) -> None:
        for _ in range(_MOST_TICKS):
            now = await publishing.progress(update_id)
            told = say(
                "curate-progress",
                sent=now.sent,
                left=now.left,
                failed=now.failed,
                blocked=now.blocked,
                minutes=now.minutes_left,
            )
            with suppress(TelegramAPIError):
                await edit(progress, said(told))
            if not now.left:
                return
            await asyncio.sleep(self._tick)
