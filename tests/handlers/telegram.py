"""A Telegram that takes real updates to the real dispatcher and records what the bot sends."""

import datetime as dt
from collections.abc import AsyncGenerator
from html.parser import HTMLParser
from typing import Any, cast

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageReplyMarkup,
    EditMessageText,
    GetMe,
    SendMessage,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from aiogram.types import Chat, InlineKeyboardMarkup, LinkPreviewOptions, Message, User

BOT = {"id": 42, "is_bot": True, "first_name": "Solidarity", "username": "solidarity_bot"}
ANNA = {"id": 7, "is_bot": False, "first_name": "Anna", "language_code": "en"}
BORIS = {"id": 8, "is_bot": False, "first_name": "Борис", "language_code": "ru"}
GROUP = {"id": -100, "type": "supergroup", "title": "Стачком"}

ALLOWED_TAGS = {"b", "i", "a", "blockquote", "pre"}


class Balanced(HTMLParser):
    """Refuses what Telegram refuses: unknown tags, tags that are not closed; counts entities."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.entities = 0
        self.visible = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED_TAGS
        self.open.append(tag)
        self.entities += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.visible += data


class RecordingSession(BaseSession):
    """Answers as Telegram would, checks its limits, and keeps what was sent."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[TelegramMethod[Any]] = []
        self.refusals: dict[type[TelegramMethod[Any]], list[Exception]] = {}
        self.last_message_id = 1000

    def refuse(self, method: type[TelegramMethod[Any]], error: type[TelegramAPIError], description: str) -> None:
        """Fail the next call of a method."""
        failure = error(method=cast(Any, method), message=description)
        self.refusals.setdefault(method, []).append(failure)

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 (the base class has it)
    ) -> TelegramType:
        if self.refusals.get(type(method)):
            raise self.refusals[type(method)].pop(0)
        if isinstance(method, GetMe):
            return cast(TelegramType, User(**cast(Any, BOT)))
        self.sent.append(method)
        if isinstance(method, SendMessage | EditMessageText):
            check(method)
        if isinstance(method, SendMessage | EditMessageText | EditMessageReplyMarkup):
            return cast(TelegramType, self._message(method).as_(bot))
        return cast(TelegramType, True)

    def _message(self, method: SendMessage | EditMessageText | EditMessageReplyMarkup) -> Message:
        self.last_message_id += 1
        return Message(
            message_id=self.last_message_id,
            date=dt.datetime.now(dt.UTC),
            chat=Chat(id=int(method.chat_id or 0), type="private"),
            from_user=User(**cast(Any, BOT)),
        )

    async def close(self) -> None:
        pass

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109 (the base class has it)
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        yield b""


def check(method: SendMessage | EditMessageText) -> None:
    """The limits of one message."""
    parsed = Balanced(method.text or "")
    assert 1 <= len(parsed.visible.encode("utf-16-le")) // 2 <= 4096
    assert parsed.entities <= 100
    assert method.parse_mode == "HTML"
    assert method.link_preview_options == LinkPreviewOptions(is_disabled=True)
    for _, data in buttons(method):
        assert 1 <= len(data.encode()) <= 64


def buttons(method: TelegramMethod[Any]) -> list[tuple[str, str]]:
    """Labels and data of the buttons under a message, row by row; links and copy buttons carry no data."""
    keyboard = getattr(method, "reply_markup", None)
    if not isinstance(keyboard, InlineKeyboardMarkup):
        return []
    every = (button for row in keyboard.inline_keyboard for button in row)
    return [(button.text, button.callback_data) for button in every if button.callback_data is not None]


class Telegram:
    """People who write to the bot and tap its buttons; each act returns what the bot did."""

    def __init__(self, dispatcher: Dispatcher, session: RecordingSession) -> None:
        self.dispatcher = dispatcher
        self.session = session
        self.bot = Bot("42:TEST", session=session)
        self._number = 0

    async def update(self, **fields: object) -> list[TelegramMethod[Any]]:
        """Feed one update; returns the methods that it led to."""
        self._number += 1
        before = len(self.session.sent)
        await self.dispatcher.feed_raw_update(self.bot, {"update_id": self._number, **fields})
        return self.session.sent[before:]

    async def write(
        self, text: str | None, *, user: dict[str, Any] = ANNA, chat: dict[str, Any] | None = None, **fields: object
    ) -> list[SendMessage]:
        """Send a message; returns the bot's messages."""
        done = await self.update(message=self.message(text, user, chat) | fields)
        return [method for method in done if isinstance(method, SendMessage)]

    async def tap(
        self, data: str, *, user: dict[str, Any] = ANNA, chat: dict[str, Any] | None = None, message_id: int = 500
    ) -> list[TelegramMethod[Any]]:
        """Tap a button under a message of the bot."""
        under = self.message("…", BOT, chat or private(user)) | {"message_id": message_id}
        return await self.tap_under(data, under, user)

    async def tap_under(
        self, data: str, message: dict[str, Any] | None, user: dict[str, Any] = ANNA
    ) -> list[TelegramMethod[Any]]:
        query: dict[str, Any] = {"id": "1", "from": user, "chat_instance": "1", "data": data}
        return await self.update(callback_query=query | ({"message": message} if message else {}))

    def message(self, text: str | None, user: dict[str, Any], chat: dict[str, Any] | None) -> dict[str, Any]:
        self._number += 1
        message = {"message_id": self._number, "date": 1, "chat": chat or private(user), "from": user}
        if text is None:
            return message
        entities = []
        if text.startswith("/"):
            entities.append({"type": "bot_command", "offset": 0, "length": len(text.split()[0])})
        if (at := text.lower().find("@solidarity_bot")) >= 0 and not entities:
            offset = len(text[:at].encode("utf-16-le")) // 2
            entities.append({"type": "mention", "offset": offset, "length": len("@solidarity_bot")})
        return message | {"text": text, "entities": entities}


def private(user: dict[str, Any]) -> dict[str, Any]:
    return {"id": user["id"], "type": "private", "first_name": user["first_name"]}


def visible(method: SendMessage | EditMessageText) -> str:
    """The text as a person sees it."""
    return Balanced(method.text or "").visible


def toast(methods: list[TelegramMethod[Any]]) -> str | None:
    """What the tap was answered with; every tap is answered exactly once."""
    [answer] = [method for method in methods if isinstance(method, AnswerCallbackQuery)]
    return answer.text


def sent(methods: list[TelegramMethod[Any]]) -> list[SendMessage]:
    return [method for method in methods if isinstance(method, SendMessage)]


def edited(methods: list[TelegramMethod[Any]]) -> list[EditMessageText]:
    return [method for method in methods if isinstance(method, EditMessageText)]
