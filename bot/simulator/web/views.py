"""What the page is shown of people and chats."""

from bot.simulator.errors import Json
from bot.simulator.state.chats import Chat, Membership, StoredMessage
from bot.simulator.state.people import Person
from bot.simulator.state.world import World


def person_view(person: Person) -> Json:
    """One person."""
    return person.as_user()


def chats_view(world: World, person: Person) -> list[Json]:
    """The chats that a person is in."""
    return [world.chat_json(chat) for chat in world.chats.values() if person.id in chat.members]


def state_view(world: World, person: Person, chat: Chat) -> Json:
    """All that is needed to draw a chat, and the number of the last event that it contains."""
    language = person.language_code
    return {
        "event": len(world.events) - 1,
        "me": person.as_user(),
        "chat": world.chat_json(chat),
        "bot": {
            "id": world.settings.bot_id,
            "name": world.profile.name(language),
            "username": world.settings.bot_username,
            "description": world.profile.description(language),
            "blocked": chat.private and chat.bot is Membership.KICKED,
            "inline": world.settings.inline_queries,
        },
        "commands": world.profile.commands_for(chat.id, chat.private, language),
        "started": chat.started,
        "reply_keyboard": chat.reply_keyboard,
        "messages": [message_view(message) for message in chat.messages.values()],
    }


def message_view(message: StoredMessage) -> Json:
    """One message with what the bot is not told."""
    return {"message": message.body, "by_bot": message.by_bot, "edited": message.edited}


def calls_view(world: World) -> list[Json]:
    """The recorded calls, without their results."""
    return [
        {"method": call.method, "at": call.at, "status": call.status, "description": call.description}
        for call in world.calls
    ]
