"""People block the bot, make groups and bring the bot into them."""

from bot.simulator.errors import SimulatorError
from bot.simulator.state.chats import Chat, ChatKind, Membership
from bot.simulator.state.members import service_message, set_bot_status
from bot.simulator.state.people import Person
from bot.simulator.state.world import World


def block(world: World, person: Person) -> None:
    """The bot may write no more and hears so."""
    set_bot_status(world, world.chat(person.id), Membership.KICKED, person.as_user())


def unblock(world: World, person: Person) -> None:
    """The bot may write again."""
    chat = world.chat(person.id)
    if chat.bot is Membership.KICKED:
        set_bot_status(world, chat, Membership.MEMBER, person.as_user())


def create_group(world: World, creator: Person, title: str, kind: ChatKind, username: str = "") -> Chat:
    """A group with its creator; the bot is not in it yet."""
    chat = world.add_group(title, kind, username)
    chat.members[creator.id] = Membership.CREATOR
    return chat


def join(world: World, person: Person, chat: Chat) -> None:
    """A person comes into a group."""
    chat.members[person.id] = Membership.MEMBER
    service_message(world, chat, person.as_user(), {"new_chat_members": [person.as_user()]})


def add_bot(world: World, chat: Chat, by: Person, *, administrator: bool = False) -> None:
    """The bot comes into a group, or changes its standing there."""
    was_in = chat.bot.present
    standing = Membership.ADMINISTRATOR if administrator else Membership.MEMBER
    set_bot_status(world, chat, standing, by.as_user())
    if not was_in:
        service_message(world, chat, by.as_user(), {"new_chat_members": [world.profile.as_user()]})


def kick_bot(world: World, chat: Chat, by: Person) -> None:
    """The bot is thrown out of a group."""
    set_bot_status(world, chat, Membership.KICKED, by.as_user())
    service_message(world, chat, by.as_user(), {"left_chat_member": world.profile.as_user()}, tell_bot=False)


def migrate(world: World, chat: Chat) -> Chat:
    """A group becomes a supergroup with another id; the old id answers with the new one."""
    if chat.kind is not ChatKind.GROUP:
        raise SimulatorError(f"chat {chat.id} is no basic group")
    upgraded = world.add_group(chat.title, ChatKind.SUPERGROUP)
    upgraded.members, upgraded.bot = dict(chat.members), chat.bot
    sender = world.person(next(iter(chat.members))).as_user()
    service_message(world, chat, sender, {"migrate_to_chat_id": upgraded.id})
    service_message(world, upgraded, sender, {"migrate_from_chat_id": chat.id})
    chat.migrated_to = upgraded.id
    return upgraded
