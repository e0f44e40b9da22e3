"""A person presses a button."""

from bot.simulator.errors import Json, SimulatorError
from bot.simulator.methods.keyboards import INLINE
from bot.simulator.state.chats import Chat
from bot.simulator.state.people import Person
from bot.simulator.state.queries import Press
from bot.simulator.state.world import World


def find_button(message: Json, label: str) -> Json:
    """The inline button with this label, or the only one whose label contains it."""
    buttons = [button for row in message.get("reply_markup", {}).get(INLINE, []) for button in row]
    exact = [button for button in buttons if button["text"] == label]
    close = exact or [button for button in buttons if label in button["text"]]
    if len(close) != 1:
        labels = ", ".join(repr(button["text"]) for button in buttons) or "none"
        raise SimulatorError(f"{len(close)} buttons match {label!r}; the message has: {labels}")
    found: Json = close[0]
    return found


def press(world: World, person: Person, chat: Chat, message_id: int, data: str) -> Press:
    """Presses a callback button; the bot receives a callback query."""
    message = chat.messages.get(message_id)
    if message is None:
        raise SimulatorError(f"no message {message_id} in chat {chat.id}")
    rows = message.body.get("reply_markup", {}).get(INLINE, [])
    if not any(button.get("callback_data") == data for row in rows for button in row):
        raise SimulatorError(f"message {message_id} has no button with data {data!r}")
    opened = world.queries.press(person.id, chat.id, message_id)
    place = (chat.id, message_id)
    inline_id = next((key for key, value in world.inline_messages.items() if value == place), None)
    about: Json = {"inline_message_id": inline_id} if inline_id else {"message": message.body}
    query = {"id": opened.id, "from": person.as_user(), "chat_instance": f"{chat.id}", "data": data}
    world.updates.add("callback_query", query | about)
    return opened
