"""MarkdownV2: the reserved characters and the common entities."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from bot.simulator.text.entities import Entity, FormattedText, utf16_length
from bot.simulator.text.links import LinkError, checked_link
from bot.simulator.text.markup import MarkupError

RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
MARKERS: Mapping[str, tuple[str, str]] = {
    "__": ("underline", "Underline"),
    "||": ("spoiler", "Spoiler"),
    "*": ("bold", "Bold"),
    "_": ("italic", "Italic"),
    "~": ("strikethrough", "Strikethrough"),
}
FENCES: Mapping[str, tuple[str, str]] = {"```": ("pre", "Pre"), "`": ("code", "Code")}


@dataclass(slots=True)
class _Reading:
    raw: str
    text: str = ""
    open: list[tuple[str, int, int]] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    @property
    def offset(self) -> int:
        return utf16_length(self.text)

    def byte(self, position: int) -> int:
        return len(self.raw[:position].encode())

    def close(self, kind: str, start: int, extra: dict[str, object] | None = None) -> None:
        self.entities.append(Entity(kind, start, self.offset - start, extra or {}))


def parse_markdown_v2(raw: str) -> FormattedText:
    """Plain text and entities.

    :raises MarkupError: with Telegram's text.
    """
    reading = _Reading(raw)
    position = 0
    while position < len(raw):
        position = _step(reading, position)
    if reading.open:
        marker, begin, _ = reading.open[-1]
        name = "TextUrl" if marker == "[" else MARKERS[marker][1]
        raise MarkupError(f"Can't find end of {name} entity at byte offset {reading.byte(begin)}")
    return FormattedText(reading.text, tuple(reading.entities))


def _step(reading: _Reading, position: int) -> int:
    raw, character = reading.raw, reading.raw[position]
    if character == "\\" and raw[position + 1 : position + 2].isascii() and position + 1 < len(raw):
        reading.text += raw[position + 1]
        return position + 2
    for marker in FENCES:
        if raw.startswith(marker, position):
            return _fence(reading, marker, position)
    for marker in MARKERS:
        if raw.startswith(marker, position):
            return _toggle(reading, marker, position)
    if character == "[":
        reading.open.append(("[", position, reading.offset))
        return position + 1
    if character == "]" and reading.open and reading.open[-1][0] == "[":
        return _link(reading, position)
    if character == ">" and (position == 0 or raw[position - 1] == "\n"):
        return _quotation(reading, position)
    if character in RESERVED:
        raise MarkupError(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")
    reading.text += character
    return position + 1


def _toggle(reading: _Reading, marker: str, position: int) -> int:
    if reading.open and reading.open[-1][0] == marker:
        _, _, start = reading.open.pop()
        reading.close(MARKERS[marker][0], start)
    else:
        reading.open.append((marker, position, reading.offset))
    return position + len(marker)


def _fence(reading: _Reading, marker: str, position: int) -> int:
    kind, name = FENCES[marker]
    end = reading.raw.find(marker, position + len(marker))
    if end < 0:
        raise MarkupError(f"Can't find end of {name} entity at byte offset {reading.byte(position)}")
    inside = reading.raw[position + len(marker) : end]
    language, newline, rest = inside.partition("\n")
    extra: dict[str, object] = {}
    if kind == "pre" and newline and not any(letter.isspace() for letter in language):
        inside, extra = rest, {"language": language} if language else {}
    start = reading.offset
    reading.text += inside.replace("\\`", "`").replace("\\\\", "\\")
    reading.close(kind, start, extra)
    return end + len(marker)


def _link(reading: _Reading, position: int) -> int:
    _, begin, start = reading.open.pop()
    end = reading.raw.find(")", position)
    if reading.raw[position + 1 : position + 2] != "(" or end < 0:
        raise MarkupError(f"Can't find end of TextUrl entity at byte offset {reading.byte(begin)}")
    # As in HTML, a bad link is lost and its words stay.
    with suppress(LinkError):
        reading.close("text_link", start, {"url": checked_link(reading.raw[position + 2 : end])})
    return end + 1


def _quotation(reading: _Reading, position: int) -> int:
    start = reading.offset
    lines = []
    for line in reading.raw[position:].splitlines(keepends=True):
        if not line.startswith(">"):
            break
        lines.append(line)
    inside = parse_markdown_v2("".join(line[1:] for line in lines).rstrip("\n").removesuffix("||"))
    expandable = "".join(lines).rstrip("\n").endswith("||")
    reading.entities += [Entity(one.kind, one.offset + start, one.length, one.extra) for one in inside.entities]
    reading.text += inside.text
    reading.close("expandable_blockquote" if expandable else "blockquote", start)
    consumed = sum(map(len, lines))
    return position + (consumed - 1 if lines[-1].endswith("\n") else consumed)
