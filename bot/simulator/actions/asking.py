"""A person asks the bot inline and chooses a result."""

from bot.simulator.actions.talking import put
from bot.simulator.errors import Json, SimulatorError
from bot.simulator.state.chats import Chat, StoredMessage
from bot.simulator.state.people import Person
from bot.simulator.state.queries import InlineQuery
from bot.simulator.state.world import World

QUERY_LENGTH = 256


def ask(world: World, person: Person, query: str, chat: Chat) -> InlineQuery:
    """Types `@bot query`; the bot receives an inline query."""
    if not world.settings.inline_queries:
        raise SimulatorError("the bot takes no inline queries")
    asked = world.queries.ask(person.id, query[:QUERY_LENGTH])
    place = {"chat_type": "sender" if chat.private else str(chat.kind), "offset": ""}
    world.updates.add("inline_query", {"id": asked.id, "from": person.as_user(), "query": asked.query} | place)
    return asked


def choose(world: World, person: Person, query_id: str, result_id: str, chat: Chat) -> StoredMessage:
    """Sends one of the results into a chat."""
    asked = world.queries.inline.get(query_id)
    results: list[Json] = (asked.answer or {}).get("results", []) if asked else []
    result = next((one for one in results if one["id"] == result_id), None)
    if asked is None or result is None:
        raise SimulatorError(f"no result {result_id!r} for inline query {query_id!r}")
    content: Json = {"via_bot": world.profile.as_user()} | result["content"]
    chosen: Json = {"result_id": result_id, "from": person.as_user(), "query": asked.query}
    if result["reply_markup"]:
        content["reply_markup"] = result["reply_markup"]
        chosen["inline_message_id"] = f"inline-{query_id}"
    message = put(world, person, chat, content)
    if "inline_message_id" in chosen:
        world.inline_messages[chosen["inline_message_id"]] = (chat.id, message.id)
    if world.settings.inline_feedback:
        world.updates.add("chosen_inline_result", chosen)
    return message
