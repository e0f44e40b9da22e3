"""Which chat and which message a call is about, and whether the bot may act there."""

from bot.simulator.errors import bad_request, forbidden
from bot.simulator.state.calls import Call
from bot.simulator.state.chats import Chat, ChatKind, Membership, StoredMessage
from bot.simulator.state.world import World


def known_chat(world: World, call: Call, name: str = "chat_id") -> Chat:
    """The chat, whatever the bot may do there.

    :raises ApiError: when Telegram would not find it.
    """
    wanted = call.text(name).strip()
    if not wanted:
        raise bad_request("chat_id is empty")
    chat = _find(world, wanted)
    if chat is None or not chat.started:
        raise bad_request("chat not found")
    if chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat.migrated_to})
    return chat


def writable_chat(world: World, call: Call) -> Chat:
    """The chat, where the bot may write.

    :raises ApiError: 403 where it was blocked, thrown out or never was.
    """
    chat = known_chat(world, call)
    if chat.private:
        if world.person(chat.id).deactivated:
            raise forbidden("user is deactivated")
        if chat.bot is Membership.KICKED:
            raise forbidden("bot was blocked by the user")
    elif not chat.bot.present:
        kind = "supergroup" if chat.kind is ChatKind.SUPERGROUP else "group"
        verb = "was kicked from" if chat.bot is Membership.KICKED else "is not a member of"
        raise forbidden(f"bot {verb} the {kind} chat")
    return chat


def editable_message(world: World, call: Call) -> tuple[Chat, StoredMessage]:
    """A message of the bot's own.

    :raises ApiError: when there is none, or it is somebody else's.
    """
    if inline_id := call.text("inline_message_id"):
        chat_id, number = world.inline_messages.get(inline_id, (0, 0))
        chat = world.chats.get(chat_id)
        if chat is None or number not in chat.messages:
            raise bad_request("MESSAGE_ID_INVALID")
        return chat, chat.messages[number]
    chat = writable_chat(world, call)
    message_id = call.number("message_id")
    if message_id is None:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if not message.by_bot:
        raise bad_request("message can't be edited")
    return chat, message


def chat_id_of(value: object) -> int | None:
    """The number in a chat_id, if it is one."""
    try:
        return int(str(value))
    except ValueError:
        return None


def _find(world: World, wanted: str) -> Chat | None:
    if wanted.startswith("@"):
        name = wanted[1:].lower()
        named = (chat for chat in world.chats.values() if chat.username.lower() == name)
        return next(named, None)
    number = chat_id_of(wanted)
    return None if number is None else world.chats.get(number)
