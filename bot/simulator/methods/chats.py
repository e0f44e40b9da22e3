"""getChat, getChatMember and their kin; leaveChat."""

from bot.simulator.errors import Json, bad_request
from bot.simulator.methods.targets import known_chat, writable_chat
from bot.simulator.state.calls import Call
from bot.simulator.state.chats import Chat, Membership
from bot.simulator.state.members import bot_leaves, member_json
from bot.simulator.state.world import World

# What ChatFullInfo must have, whatever the chat.
FULL_INFO: Json = {
    "accent_color_id": 0,
    "max_reaction_count": 11,
    "accepted_gift_types": {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
        "gifts_from_channels": False,
    },
}


def get_chat(world: World, call: Call) -> Json:
    """Everything about a chat."""
    return world.chat_json(known_chat(world, call)) | FULL_INFO


def get_chat_member(world: World, call: Call) -> Json:
    """One member of a chat."""
    chat = known_chat(world, call)
    user_id = call.number("user_id") or 0
    if user_id == world.settings.bot_id:
        return member_json(world.profile.as_user(), chat.bot)
    if user_id not in world.people:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member_json(world.person(user_id).as_user(), chat.members.get(user_id, Membership.LEFT))


def get_chat_member_count(world: World, call: Call) -> int:
    """How many are in the chat, the bot included."""
    chat = known_chat(world, call)
    return sum(member.present for member in (chat.bot, *chat.members.values()))


def get_chat_administrators(world: World, call: Call) -> list[Json]:
    """The people who run a group."""
    chat = _group(known_chat(world, call))
    running = (Membership.CREATOR, Membership.ADMINISTRATOR)
    return [
        member_json(world.person(user_id).as_user(), status)
        for user_id, status in chat.members.items()
        if status in running
    ]


def leave_chat(world: World, call: Call) -> bool:
    """The bot goes out of a group."""
    chat = _group(writable_chat(world, call))
    bot_leaves(world, chat)
    return True


def _group(chat: Chat) -> Chat:
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    return chat
