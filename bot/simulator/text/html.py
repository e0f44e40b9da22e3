"""Telegram's HTML: a byte scanner with exactly its tags and its complaints."""

import re
from dataclasses import dataclass, field

from bot.simulator.text.characters import REFERENCE, character
from bot.simulator.text.entities import Entity, FormattedText, utf16_length
from bot.simulator.text.links import LinkError, checked_link
from bot.simulator.text.markup import MarkupError
from bot.simulator.text.tags import EndTag, StartTag, read_end_tag, read_start_tag

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
USER_LINK = re.compile(r"^tg://user\?id=(\d+)$")


@dataclass(slots=True)
class _Reading:
    text: str = ""
    offset: int = 0
    open: list[tuple[StartTag, int, int]] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def say(self, text: str) -> None:
        self.text += text
        self.offset += utf16_length(text)

    def start(self, tag: StartTag) -> None:
        self.open.append((tag, self.offset, len(self.text)))

    def end(self, tag: EndTag) -> None:
        if not self.open:
            raise MarkupError(f"Unexpected end tag at byte offset {tag.position}")
        opened, offset, begin = self.open.pop()
        if tag.name and tag.name != opened.name:
            raise MarkupError(
                f'Unmatched end tag at byte offset {tag.position}, expected "</{opened.name}>", found "</{tag.name}>"'
            )
        if self.offset > offset:
            self._close(opened, Entity("", offset, self.offset - offset), self.text[begin:])

    def _close(self, tag: StartTag, place: Entity, inside: str) -> None:
        last = self.entities[-1] if self.entities else None
        same_place = last is not None and (last.offset, last.length) == (place.offset, place.length)
        if last is not None and same_place and {last.kind, tag.name} == {"pre", "code"}:
            language = tag.argument or last.extra.get("language", "")
            self.entities[-1] = _pre(place, language)
        elif (entity := _entity(tag, place, inside)) is not None:
            self.entities.append(entity)


def parse_html(raw: str) -> FormattedText:
    """Plain text and entities.

    :raises MarkupError: with Telegram's text and byte offset.
    """
    data = raw.encode()
    reading = _Reading()
    position = 0
    while position < len(data):
        position = _step(reading, data, position)
    if reading.open:
        name = reading.open[-1][0].name
        raise MarkupError(f'Can\'t find end tag corresponding to start tag "{name}"')
    entities = (
        Entity("code", entity.offset, entity.length) if entity.kind == "code" else entity for entity in reading.entities
    )
    return FormattedText(reading.text, tuple(entities))


def _step(reading: _Reading, data: bytes, position: int) -> int:
    if data[position : position + 1] == b"<":
        if data[position + 1 : position + 2] == b"/":
            if not reading.open:
                raise MarkupError(f"Unexpected end tag at byte offset {position}")
            end, position = read_end_tag(data, position)
            reading.end(end)
        else:
            start, position = read_start_tag(data, position)
            reading.start(start)
        return position
    if match := REFERENCE.match(data, position):
        reading.say(character(match))
        return match.end()
    stop = min(
        (found for found in (data.find(b"<", position), data.find(b"&", position + 1)) if found >= 0),
        default=len(data),
    )
    reading.say(data[position:stop].decode())
    return stop


def _entity(tag: StartTag, place: Entity, inside: str) -> Entity | None:
    if tag.name == "a":
        return _link(tag.argument or inside, place)
    if tag.name == "blockquote":
        kind = "expandable_blockquote" if tag.argument else "blockquote"
        return Entity(kind, place.offset, place.length)
    if tag.name == "tg-emoji":
        return Entity("custom_emoji", place.offset, place.length, {"custom_emoji_id": tag.argument})
    if tag.name == "code":
        return Entity("code", place.offset, place.length, {"language": tag.argument} if tag.argument else {})
    if tag.name == "pre":
        return Entity("pre", place.offset, place.length)
    return Entity(KINDS[tag.name], place.offset, place.length)


def _link(target: str, place: Entity) -> Entity | None:
    if user := USER_LINK.match(target):
        return Entity("text_mention", place.offset, place.length, {"user": {"id": int(user[1])}})
    try:
        return Entity("text_link", place.offset, place.length, {"url": checked_link(target)})
    except LinkError:
        # Telegram keeps the words and loses a bad link without a word.
        return None


def _pre(place: Entity, language: str) -> Entity:
    return Entity("pre", place.offset, place.length, {"language": language} if language else {})
