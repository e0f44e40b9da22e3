"""Changing messages that the bot has sent."""

from dataclasses import replace

from bot.simulator.errors import Json, bad_request
from bot.simulator.methods.content import CAPTION_KEYS, TEXT_KEYS, caption_content, text_content
from bot.simulator.methods.keyboards import parse_markup
from bot.simulator.methods.media import input_media
from bot.simulator.methods.targets import editable_message
from bot.simulator.state.calls import Call
from bot.simulator.state.chats import Chat, StoredMessage
from bot.simulator.state.world import World
from bot.simulator.text.formatting import EDITED_MESSAGE

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
MEDIA_KEYS = ("photo", "document")


def edit_message_text(world: World, call: Call) -> Json | bool:
    """A new text; without reply_markup the buttons go."""
    content = text_content(world, call, EDITED_MESSAGE)
    chat, message = editable_message(world, call)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return _changed(world, call, chat, message, content, TEXT_KEYS)


def edit_message_caption(world: World, call: Call) -> Json | bool:
    """A new caption; an empty one removes it."""
    content = caption_content(world, call)
    chat, message = editable_message(world, call)
    if not any(key in message.body for key in MEDIA_KEYS):
        raise bad_request("there is no caption in the message to edit")
    return _changed(world, call, chat, message, content, CAPTION_KEYS)


def edit_message_media(world: World, call: Call) -> Json | bool:
    """Another file with another caption."""
    item = call.params["media"]
    chat, message = editable_message(world, call)
    content = input_media(world, call, item)
    return _changed(world, call, chat, message, content, (*MEDIA_KEYS, *CAPTION_KEYS, *TEXT_KEYS))


def edit_message_reply_markup(world: World, call: Call) -> Json | bool:
    """Other buttons under the same words."""
    chat, message = editable_message(world, call)
    return _changed(world, call, chat, message, {}, ())


def _changed(
    world: World, call: Call, chat: Chat, message: StoredMessage, content: Json, replaced: tuple[str, ...]
) -> Json | bool:
    markup = parse_markup(call.params.get("reply_markup"))
    if markup.reply:
        raise bad_request("inline keyboard expected")
    before = {key: value for key, value in message.body.items() if key != "edit_date"}
    gone = {*replaced, "reply_markup"}
    after = {key: value for key, value in before.items() if key not in gone} | content
    if markup.inline:
        after["reply_markup"] = markup.inline
    if after == before:
        raise bad_request(NOT_MODIFIED)
    # People see "edited" only where the words changed, not where only buttons did.
    edited = message.edited or bool(replaced)
    body = after | {"edit_date": world.clock.today()}
    world.show(chat, replace(message, body=body, edited=edited), "edited")
    return True if call.text("inline_message_id") else body
