"""Who joins, leaves and blocks, and what the bot hears of it."""

from bot.simulator.errors import Json
from bot.simulator.state.chats import Chat, Membership, StoredMessage
from bot.simulator.state.world import World

RIGHTS = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
]


def member_json(user: Json, status: Membership) -> Json:
    """The ChatMember object."""
    member: Json = {"user": user, "status": str(status)}
    if status is Membership.KICKED:
        return member | {"until_date": 0}
    if status is Membership.CREATOR:
        return member | {"is_anonymous": False}
    if status is Membership.ADMINISTRATOR:
        rights = dict.fromkeys(RIGHTS, True)
        return member | {"can_be_edited": False, "is_anonymous": False} | rights
    return member


def set_bot_status(world: World, chat: Chat, status: Membership, by: Json) -> None:
    """Changes what the bot is in the chat and tells it with my_chat_member."""
    before, chat.bot = chat.bot, status
    if before is status:
        return
    me = world.profile.as_user()
    change = {
        "chat": world.chat_json(chat),
        "from": by,
        "date": world.clock.today(),
        "old_chat_member": member_json(me, before),
        "new_chat_member": member_json(me, status),
    }
    world.updates.add("my_chat_member", change)
    world.events.add("bot_status", chat.id, {"status": str(status)})


def bot_leaves(world: World, chat: Chat) -> None:
    """The bot goes by itself."""
    me = world.profile.as_user()
    set_bot_status(world, chat, Membership.LEFT, me)
    service_message(world, chat, me, {"left_chat_member": me}, tell_bot=False)


def service_message(world: World, chat: Chat, sender: Json, content: Json, *, tell_bot: bool = True) -> StoredMessage:
    """A line in the chat that nobody wrote."""
    message = StoredMessage(world.new_body(chat, sender) | content, by_bot=False)
    world.show(chat, message)
    if tell_bot and chat.bot.present:
        world.updates.add("message", message.body)
    return message
