"""sendMessage, copyMessage, sendChatAction, and the way every message takes into a chat."""

from bot.simulator.errors import Json, bad_request
from bot.simulator.methods.content import CAPTION_KEYS, caption_content, reply_content, text_content
from bot.simulator.methods.keyboards import Markup, parse_markup
from bot.simulator.methods.targets import known_chat, writable_chat
from bot.simulator.state.calls import Call
from bot.simulator.state.chats import Chat, StoredMessage
from bot.simulator.state.world import World
from bot.simulator.text.formatting import MESSAGE

ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
COPIED = (
    "text",
    "entities",
    "link_preview_options",
    "photo",
    "document",
    "sticker",
    "voice",
    "caption",
    "caption_entities",
)


def send_message(world: World, call: Call) -> Json:
    """Sends a text."""
    content = text_content(world, call, MESSAGE)
    return send(world, call, content)


def copy_message(world: World, call: Call) -> Json:
    """Sends the content of a message anew, without its origin."""
    source = known_chat(world, call, "from_chat_id").messages.get(call.number("message_id") or 0)
    if source is None:
        raise bad_request("message to copy not found")
    content = {key: source.body[key] for key in COPIED if key in source.body}
    if "caption" in call.params and "text" not in content:
        content = {key: value for key, value in content.items() if key not in CAPTION_KEYS}
        content |= caption_content(world, call)
    return {"message_id": send(world, call, content)["message_id"]}


def send_chat_action(world: World, call: Call) -> bool:
    """Shows for a few seconds that the bot is busy."""
    if call.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, call)
    world.events.add("action", chat.id, {"action": call.text("action")})
    return True


def send(world: World, call: Call, content: Json) -> Json:
    """Posts one message of the bot, once everything about the call was found right."""
    markup = parse_markup(call.params.get("reply_markup"))
    chat = writable_chat(world, call)
    reply = reply_content(world, call, chat)
    world.rates.record(chat.id)
    return post(world, chat, _extras(call) | reply | content, markup).body


def post(world: World, chat: Chat, content: Json, markup: Markup) -> StoredMessage:
    """Puts a message of the bot into the chat."""
    body = world.new_body(chat, world.profile.as_user()) | content
    if markup.inline:
        body["reply_markup"] = markup.inline
    if markup.reply:
        chat.reply_keyboard = markup.reply
        world.events.add("reply_keyboard", chat.id, markup.reply)
    message = StoredMessage(body, by_bot=True)
    world.show(chat, message)
    return message


def _extras(call: Call) -> Json:
    extras: Json = {"has_protected_content": True} if call.flag("protect_content") else {}
    if effect := call.text("message_effect_id"):
        extras["effect_id"] = effect
    return extras
