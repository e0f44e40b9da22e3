"""What the bot cannot take: unknown commands, stickers, voice, files, buttons of another time."""

from aiogram import F, Router
from aiogram.enums import ChatType, ContentType
from aiogram.types import CallbackQuery, Message

from handlers.replies import said, send
from handlers.texts import Say

# Service messages (somebody pinned, a chat was renamed) get no reply and stand in none of these.
_MEDIA = {
    "sticker": (ContentType.STICKER, ContentType.DICE),
    "voice": (ContentType.VOICE, ContentType.AUDIO, ContentType.VIDEO_NOTE),
    "file": (ContentType.DOCUMENT, ContentType.PHOTO, ContentType.VIDEO, ContentType.ANIMATION, ContentType.PAID_MEDIA),
    "other": (
        ContentType.CONTACT,
        ContentType.LOCATION,
        ContentType.VENUE,
        ContentType.POLL,
        ContentType.STORY,
        ContentType.GAME,
        ContentType.UNKNOWN,
    ),
}
_KINDS = {content: kind for kind, contents in _MEDIA.items() for content in contents}


def router() -> Router:
    router = Router(name="fallback")
    private = F.chat.type == ChatType.PRIVATE
    router.message.register(unknown_command, private, F.text)
    router.message.register(media, private, F.content_type.in_(_KINDS))
    router.callback_query.register(unknown_button)
    return router


async def unknown_command(message: Message, say: Say) -> None:
    await send(message, said(say("unknown-command")))


async def media(message: Message, say: Say) -> None:
    await send(message, said(say(f"media-{_KINDS[ContentType(message.content_type)]}")))


async def unknown_button(_: CallbackQuery, say: Say) -> str:
    return say("button-gone")
