"""deleteMessage and deleteMessages."""

from bot.simulator.errors import ApiError, bad_request
from bot.simulator.methods.targets import known_chat
from bot.simulator.state.calls import Call
from bot.simulator.state.chats import Chat, ChatKind, Membership, StoredMessage
from bot.simulator.state.world import World

DELETABLE_SECONDS = 48 * 60 * 60
MOST_AT_ONCE = 100


def delete_message(world: World, call: Call) -> bool:
    """Takes one message away from everybody."""
    chat = known_chat(world, call)
    message = chat.messages.get(call.number("message_id") or 0)
    if message is None:
        raise bad_request("message to delete not found")
    if refusal := _refusal(world, chat, message):
        raise refusal
    _delete(world, chat, message)
    return True


def delete_messages(world: World, call: Call) -> bool:
    """Takes away those that can be; the others are skipped."""
    chat = known_chat(world, call)
    wanted = call.objects("message_ids")
    if len(wanted) > MOST_AT_ONCE:
        raise bad_request("too many messages specified")
    for number in wanted:
        message = chat.messages.get(int(str(number)))
        if message is not None and _refusal(world, chat, message) is None:
            _delete(world, chat, message)
    return True


def _refusal(world: World, chat: Chat, message: StoredMessage) -> ApiError | None:
    administrator = chat.bot in (Membership.ADMINISTRATOR, Membership.CREATOR)
    if not message.by_bot and not chat.private and not administrator:
        return bad_request("message can't be deleted")
    # Administrators of supergroups may delete messages of any age.
    ageless = administrator and chat.kind is ChatKind.SUPERGROUP
    if world.clock.now() - message.date > DELETABLE_SECONDS and not ageless:
        return bad_request("message can't be deleted for everyone")
    return None


def _delete(world: World, chat: Chat, message: StoredMessage) -> None:
    del chat.messages[message.id]
    world.events.add("deleted", chat.id, {"message_id": message.id})
