"""What every handler is given: the person's language and dialogue; and an end to every tap."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from aiogram import BaseMiddleware
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import CallbackQuery, Message, TelegramObject, User

from handlers.dialogue import Dialogue
from handlers.draft import Drafts
from handlers.pending import Questions
from handlers.ports import Clock, Languages
from handlers.texts import Texts
from knowledge.schema import Language

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

# Telegram languages whose speakers more often read Russian than English.
READERS_OF_RUSSIAN = ("ru", "be", "kk", "ky", "tg", "uk", "uz")

_UNCHANGED = "message is not modified"
_GONE = ("message to edit not found", "message can't be edited")


def default_language(code: str | None) -> Language:
    """The language for somebody who has not chosen one, by the language of their Telegram."""
    return "ru" if (code or "").partition("-")[0].lower() in READERS_OF_RUSSIAN else "en"


class PersonMiddleware(BaseMiddleware):
    """Adds `say` in the language of the person who acts, and `dialogue` and `drafts` with them in this chat."""

    def __init__(self, texts: Texts, languages: Languages, clock: Clock) -> None:
        self._texts = texts
        self._languages = languages
        self._clock = clock
        self._questions = Questions()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:  # noqa: ANN401
        user: User | None = data.get("event_from_user")
        chosen = await self._languages.chosen(user.id) if user else None
        data["say"] = self._texts.speak(chosen or default_language(user.language_code if user else None))
        if "state" in data:
            data["dialogue"] = Dialogue(data["state"], self._questions, self._clock)
            data["drafts"] = Drafts(data["state"], self._clock)
        return await handler(event, data)


class TapMiddleware(BaseMiddleware):
    """Answers every callback query once; what its handler returns is shown as a toast.

    Adds `message`, the one under which the button stands; where it is gone, a toast says so.
    """

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> None:
        if not isinstance(event, CallbackQuery):
            raise TypeError(f"{type(event).__name__}: register this middleware on callback queries")
        toast: str | None = None
        try:
            toast = await self._handled(handler, event, data)
        finally:
            # A query that waited while the bot was away can no longer be answered, and a toast that fails to come
            # is no failure of the answer.
            with suppress(TelegramAPIError):
                await event.answer(toast)

    async def _handled(self, handler: Handler, event: CallbackQuery, data: dict[str, Any]) -> str | None:
        vanished: str = data["say"]("vanished")
        if not isinstance(event.message, Message):
            return vanished
        try:
            toast: str | None = await handler(event, {**data, "message": event.message})
        except TelegramBadRequest as error:
            if _UNCHANGED in error.message:
                return None
            if any(gone in error.message for gone in _GONE):
                return vanished
            raise
        return toast
