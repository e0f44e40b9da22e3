"""Entities that the bot gave itself instead of a markup."""

from bot.simulator.errors import Json, bad_request
from bot.simulator.text.entities import Entity, utf16_length
from bot.simulator.text.links import LinkError, checked_link

KINDS = frozenset(
    [
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    ]
)
# Telegram finds these itself and ignores what a bot says about them.
FOUND_BY_TELEGRAM = frozenset(["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"])


def explicit_entities(text: str, given: list[Json]) -> list[Entity]:
    """The entities, checked against the text.

    :raises ApiError: with Telegram's text and UTF-16 offset.
    """
    size = utf16_length(text)
    entities = [_entity(data) for data in given]
    for entity in entities:
        if entity.offset >= size:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {entity.offset}")
        if entity.end > size:
            raise bad_request(
                f"entity beginning at UTF-16 offset {entity.offset} "
                f"ends after the end of the text at UTF-16 offset {entity.end}"
            )
    return [entity for entity in entities if entity.kind not in FOUND_BY_TELEGRAM]


def _entity(data: object) -> Entity:
    if not isinstance(data, dict):
        raise bad_request("can't parse MessageEntity: Expected an Object")
    for name, kind in (("type", str), ("offset", int), ("length", int)):
        if name not in data:
            raise bad_request(f"can't parse MessageEntity: Can't find field \"{name}\"")
        if not isinstance(data[name], kind):
            word = "a String" if kind is str else "a Number"
            raise bad_request(f'can\'t parse MessageEntity: Field "{name}" must be {word}')
    if data["type"] not in KINDS:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    extra = {name: data[name] for name in ("url", "language", "user", "custom_emoji_id") if name in data}
    if data["type"] == "text_link":
        try:
            extra["url"] = checked_link(str(data.get("url", "")))
        except LinkError as error:
            raise bad_request(f"can't parse MessageEntity: {error}") from error
    return Entity(data["type"], data["offset"], data["length"], extra)
