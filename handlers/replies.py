"""Sends a reply: split where it is long, its buttons under the last part, as a reply in a group."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from aiogram import Bot
from aiogram.enums import ChatAction, ChatType, ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.types import InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters

from handlers.markup import Html, Marked
from handlers.split import split

HTML = Html()

T = TypeVar("T")

# An answer takes some milliseconds; only one that takes longer is worth a sign that it is coming.
_PATIENCE_SECONDS = 0.5
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Reply:
    """A text ready to send, and its buttons."""

    html: Marked
    keyboard: InlineKeyboardMarkup | None = None


def said(text: str, keyboard: InlineKeyboardMarkup | None = None) -> Reply:
    """A reply of plain words."""
    return Reply(HTML.text(text), keyboard)


def is_group(message: Message) -> bool:
    return message.chat.type in {ChatType.GROUP, ChatType.SUPERGROUP}


async def send(message: Message, reply: Reply) -> Message:
    """Answer a message; returns the last message sent, the one with the buttons."""
    *first, last = split(reply.html)
    answered: ReplyParameters | None = None
    if is_group(message):
        answered = ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True)
    for part in first:
        await _send(message, part, None, answered)
        answered = None
    return await _send(message, last, reply.keyboard, answered)


async def send_to(bot: Bot, chat_id: int, reply: Reply) -> None:
    """Write to a chat without being asked."""
    *first, last = split(reply.html)
    for html, keyboard in [*((part, None) for part in first), (last, reply.keyboard)]:
        await bot.send_message(
            chat_id, html, parse_mode=ParseMode.HTML, reply_markup=keyboard, link_preview_options=_NO_PREVIEW
        )


async def edit(message: Message, reply: Reply) -> None:
    """Put a reply, which must fit one message, in the place of one that the bot sent."""
    await message.edit_text(
        reply.html, parse_mode=ParseMode.HTML, reply_markup=reply.keyboard, link_preview_options=_NO_PREVIEW
    )


async def show_typing(message: Message, work: Awaitable[T]) -> T:
    """Await the work; where it takes long, show the chat that an answer is coming."""
    task = asyncio.ensure_future(work)
    try:
        done, _ = await asyncio.wait({task}, timeout=_PATIENCE_SECONDS)
        if not done and message.bot is not None:
            with suppress(TelegramAPIError):
                await message.bot.send_chat_action(message.chat.id, ChatAction.TYPING)
        return await task
    finally:
        task.cancel()


async def _send(
    message: Message, html: Marked, keyboard: InlineKeyboardMarkup | None, answered: ReplyParameters | None
) -> Message:
    return await message.answer(
        html,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard,
        reply_parameters=answered,
        link_preview_options=_NO_PREVIEW,
    )
