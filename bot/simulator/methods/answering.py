"""answerCallbackQuery and answerInlineQuery."""

from bot.simulator.errors import Json, bad_request
from bot.simulator.methods.content import entities_json
from bot.simulator.methods.keyboards import parse_markup
from bot.simulator.state.calls import Call
from bot.simulator.state.world import World
from bot.simulator.text.formatting import MESSAGE, formatted

ANSWER_LENGTH = 200
MOST_RESULTS = 50
RESULT_ID_BYTES = 64


def answer_callback_query(world: World, call: Call) -> bool:
    """Ends the spinner on a button, perhaps with a toast or an alert."""
    if len(call.text("text")) > ANSWER_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    url = call.text("url")
    # Telegram opens only the bot's own links and games from here.
    if url and not url.startswith(("https://t.me/", "http://t.me/", "t.me/", "tg://")):
        raise bad_request("URL_INVALID")
    answer: Json = {"text": call.text("text"), "show_alert": call.flag("show_alert"), "url": url}
    press = world.queries.answer_press(call.text("callback_query_id"), answer)
    data = answer | {"query_id": press.id, "message_id": press.message_id}
    world.events.add("answer", press.chat_id, data, press.user_id)
    return True


def answer_inline_query(world: World, call: Call) -> bool:
    """Gives a person the results to choose from."""
    given = call.objects("results")
    if len(given) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    identities = [str(result.get("id", "")) for result in given]
    if not all(1 <= len(identity.encode()) <= RESULT_ID_BYTES for identity in identities):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(identities)) < len(identities):
        raise bad_request("RESULT_ID_DUPLICATE")
    answer = {"results": [_result(world, result) for result in given], "button": call.params.get("button")}
    query = world.queries.answer_inline(call.text("inline_query_id"), answer)
    world.events.add("inline_results", query.user_id, answer | {"query_id": query.id}, query.user_id)
    return True


def _result(world: World, result: Json) -> Json:
    if result.get("type") != "article":
        raise bad_request(f"inline result of type {result.get('type')} is not simulated")
    content = result.get("input_message_content") or {}
    text = formatted(
        str(content.get("message_text") or ""),
        str(content.get("parse_mode") or ""),
        content.get("entities") or [],
        MESSAGE,
    )
    return {
        "id": str(result["id"]),
        "title": str(result.get("title") or ""),
        "description": str(result.get("description") or ""),
        "content": {"text": text.text} | entities_json(world, text, "entities"),
        "reply_markup": parse_markup(result.get("reply_markup")).inline,
    }
