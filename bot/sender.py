"""Sends one message to one chat, by python-telegram-bot, and says in our own words how it went.

The only module that knows python-telegram-bot: it has a limiter for floods, aiogram has none.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Self

from telegram import LinkPreviewOptions, Message
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.errors import ConnectionLost, TokenError
from bot.tokens import REMEDY

_TIMEOUT_SECONDS = 20.0
# How Telegram says that a text cannot be sent to anybody.
_FAULTS_OF_THE_TEXT = ("message is too long", "can't parse entities", "text is empty")


class Outcome(StrEnum):
    """How sending went."""

    SENT = "sent"
    WAIT = "wait"
    RETRY = "retry"
    BLOCKED = "blocked"
    MIGRATED = "migrated"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Sending:
    """The outcome; with it the message's id, the seconds to wait, the new id of a group, or Telegram's reason."""

    outcome: Outcome
    message: int | None = None
    seconds: float = 0.0
    chat_id: int | None = None
    reason: str = ""

    @property
    def blames_text(self) -> bool:
        """Whether it was refused for the sake of the text, which says nothing about the chat."""
        return any(fault in self.reason.lower() for fault in _FAULTS_OF_THE_TEXT)


@dataclass(frozen=True, slots=True)
class Limits:
    """What Telegram allows less what the conversation needs: messages a second over all, a minute to a group."""

    per_second: float = 25
    per_group_minute: float = 20


class Sender:
    """A bot that only sends."""

    def __init__(self, token: str, api_base: str, limits: Limits) -> None:
        # One at a time and evenly: a limiter that saves up would let a burst through after every pause.
        limiter = AIORateLimiter(
            overall_max_rate=1,
            overall_time_period=1 / limits.per_second,
            group_max_rate=limits.per_group_minute,
            group_time_period=60,
            max_retries=0,
        )
        self._api_base = api_base
        # The library wants a second connection for updates, which a bot that only sends never uses.
        self._requests = [
            HTTPXRequest(read_timeout=_TIMEOUT_SECONDS, connect_timeout=_TIMEOUT_SECONDS) for _ in range(2)
        ]
        self._bot: ExtBot[int] = ExtBot(
            token,
            base_url=f"{api_base.rstrip('/')}/bot",
            request=self._requests[0],
            get_updates_request=self._requests[1],
            rate_limiter=limiter,
        )

    async def __aenter__(self) -> Self:
        """Check the token; TokenError or ConnectionLost where that fails."""
        try:
            await self._bot.initialize()
        except (InvalidToken, Forbidden):
            await self._close()
            raise TokenError(f"Telegram refuses BOT_TOKEN: {REMEDY}") from None
        except TelegramError as error:
            await self._close()
            raise ConnectionLost(
                f"{self._api_base} cannot be reached ({type(error).__name__}): check the connection, or "
                "TELEGRAM_API_BASE in .env"
            ) from None
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._bot.shutdown()

    async def _close(self) -> None:
        """What the library leaves open when it could not begin."""
        for request in self._requests:
            await request.shutdown()

    async def send(self, chat_id: int, html: str, *, silent: bool) -> Sending:
        """Send a new message."""
        try:
            message = await self._bot.send_message(
                chat_id,
                html,
                parse_mode=ParseMode.HTML,
                disable_notification=silent,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        except TelegramError as error:
            return _failed(error)
        return Sending(Outcome.SENT, message.message_id)

    async def edit(self, chat_id: int, message_id: int, html: str) -> Sending:
        """Put a text in the place of a message that was sent."""
        try:
            edited = await self._bot.edit_message_text(
                html,
                chat_id,
                message_id,
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        except TelegramError as error:
            return _failed(error)
        return Sending(Outcome.SENT, edited.message_id if isinstance(edited, Message) else message_id)


def _failed(error: TelegramError) -> Sending:
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        return Sending(Outcome.WAIT, seconds=wait.total_seconds() if isinstance(wait, dt.timedelta) else wait)
    if isinstance(error, ChatMigrated):
        return Sending(Outcome.MIGRATED, chat_id=error.new_chat_id)
    if isinstance(error, Forbidden):
        return Sending(Outcome.BLOCKED, reason=error.message)
    # BadRequest is a NetworkError to this library, but trying it again would not help.
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return Sending(Outcome.RETRY, reason=type(error).__name__)
    return Sending(Outcome.REFUSED, reason=error.message)
