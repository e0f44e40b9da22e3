"""The parts of a message that come from a call: text, caption, the message replied to."""

from bot.simulator.errors import Json, bad_request
from bot.simulator.methods.targets import known_chat
from bot.simulator.state.calls import Call
from bot.simulator.state.chats import Chat, StoredMessage
from bot.simulator.state.world import World
from bot.simulator.text.entities import FormattedText
from bot.simulator.text.formatting import CAPTION, Limits, formatted

TEXT_KEYS = ("text", "entities", "link_preview_options")
CAPTION_KEYS = ("caption", "caption_entities", "show_caption_above_media", "has_media_spoiler")


def text_content(world: World, call: Call, limits: Limits) -> Json:
    """Text with entities."""
    text = formatted(call.text("text"), call.text("parse_mode"), call.objects("entities"), limits)
    content = {"text": text.text} | entities_json(world, text, "entities")
    preview = call.params.get("link_preview_options")
    return content | ({"link_preview_options": preview} if preview else {})


def caption_content(world: World, call: Call) -> Json:
    """Caption with entities; an empty caption is none."""
    given = call.objects("caption_entities")
    return captioned(world, call.text("caption"), call.text("parse_mode"), given) | (
        {"show_caption_above_media": True} if call.flag("show_caption_above_media") else {}
    )


def captioned(world: World, caption: str, parse_mode: str, given: list[Json]) -> Json:
    """The caption of one medium."""
    text = formatted(caption, parse_mode, given, CAPTION)
    if not text.text:
        return {}
    return {"caption": text.text} | entities_json(world, text, "caption_entities")


def entities_json(world: World, text: FormattedText, key: str) -> Json:
    """The entities under their key, absent where there are none."""
    if text.dropped:
        world.warn(f"{text.dropped} entities beyond the hundredth were dropped")
    found = (_with_person(world, entity) for entity in text.entities_json())
    entities = [entity for entity in found if entity is not None]
    return {key: entities} if entities else {}


def reply_content(world: World, call: Call, chat: Chat) -> Json:
    """The message that this one answers.

    :raises ApiError: when it is gone and the bot insists on it.
    """
    if call.number("message_thread_id") is not None:
        raise bad_request("message thread not found")
    wanted: Json = call.params.get("reply_parameters") or {}
    message_id = wanted.get("message_id") or call.number("reply_to_message_id")
    if message_id is None:
        return {}
    if "chat_id" in wanted:
        chat = known_chat(world, Call(call.method, wanted, {}))
    target = chat.messages.get(int(message_id))
    if target is not None:
        return {"reply_to_message": quoted(target)}
    if wanted.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def quoted(message: StoredMessage) -> Json:
    """A message inside another one: never with a third one inside."""
    return {key: value for key, value in message.body.items() if key != "reply_to_message"}


def _with_person(world: World, entity: Json) -> Json | None:
    if entity["type"] != "text_mention":
        return entity
    person = world.people.get(int(entity["user"]["id"]))
    # Telegram names only people whom the bot has met; other mentions are lost.
    return entity | {"user": person.as_user()} if person else None
