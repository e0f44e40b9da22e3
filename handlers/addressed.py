"""Whether a message in a group is meant for the bot, and what it asks."""

from aiogram import Bot
from aiogram.enums import MessageEntityType
from aiogram.filters import Filter
from aiogram.types import Message, User

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
        question = message.text
        for mention in mentions:
            question = question.replace(mention, " ")
        return {"question": " ".join(question.split())}


def _mentions(message: Message, text: str, me: User) -> list[str]:
    """The words of the text that name the bot."""
    return [
        entity.extract_from(text)
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
