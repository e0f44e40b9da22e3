"""A person writes, or sends a file."""

from bot.simulator.errors import Json, SimulatorError
from bot.simulator.methods.content import entities_json, quoted
from bot.simulator.methods.media import document, photo_size
from bot.simulator.state.chats import Chat, Membership, StoredMessage
from bot.simulator.state.files import Upload
from bot.simulator.state.people import Person
from bot.simulator.state.world import World
from bot.simulator.text.detect import detected
from bot.simulator.text.entities import FormattedText
from bot.simulator.text.formatting import TEXT_LENGTH

STICKER_SIDE = 512


def say(world: World, person: Person, chat: Chat, text: str, reply_to: int | None = None) -> StoredMessage:
    """Writes a text into a chat."""
    text = text.strip()
    if not 1 <= len(text) <= TEXT_LENGTH:
        raise SimulatorError(f"a person can send 1 to {TEXT_LENGTH} characters, not {len(text)}")
    content = {"text": text} | entities_json(world, FormattedText(text, tuple(detected(text))), "entities")
    return put(world, person, chat, content, reply_to)


def send_photo(world: World, person: Person, chat: Chat, upload: Upload, caption: str = "") -> StoredMessage:
    """Sends a picture."""
    content: Json = {"photo": [photo_size(world.files.add(upload, "photos"))]}
    return put(world, person, chat, content | _caption(caption))


def send_document(world: World, person: Person, chat: Chat, upload: Upload, caption: str = "") -> StoredMessage:
    """Sends any file."""
    content: Json = {"document": document(world.files.add(upload, "documents"))}
    return put(world, person, chat, content | _caption(caption))


def send_sticker(world: World, person: Person, chat: Chat, emoji: str) -> StoredMessage:
    """Sends a sticker that stands for an emoji."""
    stored = world.files.add(Upload("sticker.webp", b"RIFF\0\0\0\0WEBP", "image/webp"), "stickers")
    kind = {"type": "regular", "is_animated": False, "is_video": False, "emoji": emoji}
    sides = {"width": STICKER_SIDE, "height": STICKER_SIDE}
    return put(world, person, chat, {"sticker": kind | sides | stored.reference()})


def send_voice(world: World, person: Person, chat: Chat, upload: Upload, seconds: int) -> StoredMessage:
    """Sends a voice message."""
    stored = world.files.add(upload, "voice")
    voice = {"duration": seconds, "mime_type": upload.mime} | stored.reference()
    return put(world, person, chat, {"voice": voice})


def put(world: World, person: Person, chat: Chat, content: Json, reply_to: int | None = None) -> StoredMessage:
    """Puts a message of a person into the chat; the bot is told if it may hear it."""
    if chat.members.get(person.id) is None:
        raise SimulatorError(f"{person.first_name} is not in chat {chat.id}")
    if chat.private and chat.bot is Membership.KICKED:
        raise SimulatorError("the bot is blocked; unblock it first")
    if chat.private and not chat.started:
        chat.started, chat.bot = True, Membership.MEMBER
    if reply_to is not None and reply_to in chat.messages:
        content = {"reply_to_message": quoted(chat.messages[reply_to])} | content
    message = StoredMessage(world.new_body(chat, person.as_user()) | content, by_bot=False)
    world.show(chat, message)
    if _heard(world, chat, message.body):
        world.updates.add("message", message.body)
    return message


def _heard(world: World, chat: Chat, body: Json) -> bool:
    """In a group with privacy mode: commands, mentions, answers to the bot and its own inline results."""
    if not chat.bot.present:
        return False
    if chat.private or not world.settings.privacy_mode or chat.bot is Membership.ADMINISTRATOR:
        return True
    text = str(body.get("text") or body.get("caption") or "").lower()
    name = f"@{world.settings.bot_username.lower()}"
    if text.startswith("/"):
        addressee = text.split()[0].partition("@")[2]
        return not addressee or f"@{addressee}" == name
    answered = body.get("reply_to_message", {}).get("from", {}).get("id") == world.settings.bot_id
    return answered or name in text or "via_bot" in body


def _caption(caption: str) -> Json:
    return {"caption": caption} if caption else {}
