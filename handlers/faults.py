"""The one place that tells a person that something broke, and the log what; never who, nor what was written."""

import logging
import secrets
import traceback
from contextlib import suppress

from aiogram import Router
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.types import CallbackQuery, ErrorEvent, Message, Update

from handlers.middlewares import default_language
from handlers.replies import said, send
from handlers.texts import Say, Texts

logger = logging.getLogger(__name__)

_REFERENCE_BYTES = 2


def router() -> Router:
    router = Router(name="faults")
    router.errors.register(tell)
    return router


async def tell(event: ErrorEvent, texts: Texts, say: Say | None = None) -> None:
    """Log the fault under a reference, and give the reference to the person."""
    if isinstance(event.exception, TelegramForbiddenError):
        logger.debug("not delivered: the chat no longer wants the bot")
        return
    reference = secrets.token_hex(_REFERENCE_BYTES)
    logger.error("fault %s: %s at %s", reference, type(event.exception).__name__, _place(event.exception))
    message = _message(event.update)
    if message is None:
        return
    say = say or texts.speak(default_language(_language_code(event.update)))
    # The fault may be that nothing can be sent.
    with suppress(TelegramAPIError):
        await send(message, said(say("fault", reference=reference)))


def _place(error: BaseException) -> str:
    """Where it happened; the message of an exception may hold what somebody wrote, so it stays out."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "unknown"


def _message(update: Update) -> Message | None:
    """The message to reply to, for an update that has one."""
    if isinstance(update.event, CallbackQuery):
        return update.event.message if isinstance(update.event.message, Message) else None
    return update.event if isinstance(update.event, Message) else None


def _language_code(update: Update) -> str | None:
    user = update.event.from_user if isinstance(update.event, Message | CallbackQuery) else None
    return user.language_code if user else None
