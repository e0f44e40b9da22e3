"""Whether a message in a group is meant for the bot, and what it asks."""

from collections.abc import Sequence

from aiogram import Bot
from aiogram.enums import MessageEntityType
from aiogram.filters import Filter
from aiogram.types import Message, MessageEntity, User

from handlers.replies import is_group


class Addressed(Filter):
    """Passes group messages that mention the bot or reply to it, with their text less the mention."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, str]:
        if not is_group(message) or message.text is None or message.text.startswith("/"):
            return False
        me = await bot.me()
        mentions = _mentions(message, message.text, me)
        if not mentions and not _replies_to(message, me):
            return False
        return {"question": " ".join(_without(message.text, mentions).split())}


def _without(text: str, mentions: Sequence[MessageEntity]) -> str:
    """The text less these parts of it, which Telegram counts in UTF-16 units."""
    units = text.encode("utf-16-le")
    for mention in sorted(mentions, key=lambda entity: -entity.offset):
        start, end = 2 * mention.offset, 2 * (mention.offset + mention.length)
        units = units[:start] + " ".encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le")


def _mentions(message: Message, text: str, me: User) -> list[MessageEntity]:
    """The parts of the text that name the bot."""
    return [
        entity
        for entity in message.entities or ()
        if (entity.type == MessageEntityType.TEXT_MENTION and entity.user is not None and entity.user.id == me.id)
        or (entity.type == MessageEntityType.MENTION and entity.extract_from(text).lower() == f"@{me.username}".lower())
    ]


def _replies_to(message: Message, me: User) -> bool:
    replied = message.reply_to_message
    if replied is None or replied.from_user is None:
        return False
    # In a forum every message of a topic "replies" to the service message that opened it.
    return replied.from_user.id == me.id and replied.forum_topic_created is None
