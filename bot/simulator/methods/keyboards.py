"""Reply markup: what Telegram accepts and how it gives it back."""

from dataclasses import dataclass

from bot.simulator.errors import ApiError, Json, bad_request
from bot.simulator.text.links import LinkError, checked_link

CALLBACK_DATA_BYTES = 64
COPY_TEXT_LENGTH = 256
MOST_BUTTONS = 100
MOST_IN_ROW = 8
INLINE = "inline_keyboard"
REPLY_KINDS = ("keyboard", "remove_keyboard", "force_reply")
LOOKS = ("style", "icon_custom_emoji_id")
PASSED_ON = (
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)


@dataclass(frozen=True, slots=True)
class Markup:
    """At most one of the two: buttons under the message, or the keyboard below the chat."""

    inline: Json | None = None
    reply: Json | None = None


def parse_markup(value: object) -> Markup:
    """The markup of a call.

    :raises ApiError: with Telegram's complaint about the keyboard or the button.
    """
    if value is None:
        return Markup()
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if INLINE in value:
        rows = [[_inline_button(button) for button in row] for row in _rows(value[INLINE], INLINE) if row]
        return Markup(inline={INLINE: rows} if rows else None)
    for kind in REPLY_KINDS:
        if kind in value:
            keyboard = {"keyboard": _reply_rows(value["keyboard"])} if kind == "keyboard" else {}
            return Markup(reply=value | keyboard)
    return Markup()


def _rows(value: object, name: str) -> list[list[object]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    if sum(map(len, value)) > MOST_BUTTONS or any(len(row) > MOST_IN_ROW for row in value):
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return value


def _reply_rows(value: object) -> list[list[Json]]:
    return [[_reply_button(button) for button in row] for row in _rows(value, "keyboard")]


def _reply_button(button: object) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request("can't parse keyboard button: KeyboardButton must be an Object or a String")
    if not button["text"]:
        raise bad_request("keyboard button text must be non-empty")
    return button


def _inline_button(button: object) -> Json:
    if not isinstance(button, dict):
        raise _unparsed("InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise _unparsed('Can\'t find field "text"')
    action = _action(button)
    if not button["text"] or action is None:
        raise _unparsed("Text buttons are unallowed in the inline keyboard")
    return {"text": button["text"]} | action | {key: button[key] for key in LOOKS if key in button}


def _action(button: Json) -> Json | None:
    """The one action that counts: where several are given, the first of Telegram's order."""
    if url := button.get("url"):
        return {"url": _button_link(str(url))}
    if data := button.get("callback_data"):
        if len(str(data).encode()) > CALLBACK_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"callback_data": str(data)}
    if app := button.get("web_app"):
        return {"web_app": {"url": _https(str(app.get("url", "")), "Web App")}}
    if login := button.get("login_url"):
        return {"login_url": login | {"url": _https(str(login.get("url", "")), "login")}}
    if copied := button.get("copy_text"):
        return {"copy_text": {"text": _copied(copied)}}
    return next(({kind: button[kind]} for kind in PASSED_ON if kind in button), None)


def _button_link(url: str) -> str:
    try:
        return checked_link(url)
    except LinkError as error:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {error}") from error


def _https(url: str, kind: str) -> str:
    reason = "Only HTTPS links are allowed"
    if url.lower().startswith("https://"):
        try:
            return checked_link(url)
        except LinkError as error:
            reason = str(error)
    raise bad_request(f"inline keyboard button {kind} URL '{url}' is invalid: {reason}")


def _copied(copied: object) -> str:
    text = copied.get("text") if isinstance(copied, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= COPY_TEXT_LENGTH:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return text


def _unparsed(reason: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {reason}")
