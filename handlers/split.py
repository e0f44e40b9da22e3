"""A long HTML text as several messages: cut at paragraph ends, every tag closed and opened again."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Self

from handlers.markup import Marked

# What Telegram takes in one message: visible UTF-16 units, entities, and bytes before parsing.
MAX_UNITS = 4096
MAX_ENTITIES = 100
MAX_BYTES = 32_000

# Characters beyond this one take two UTF-16 units.
_LAST_OF_ONE_UNIT = 0xFFFF

_PIECE = re.compile(r"</?[a-z][^>]*>|&[a-z0-9#]+;|.", re.DOTALL)
_EMPTY = re.compile(r"<([a-z]+)(?: [^>]*)?>\s*</\1>")
_SENTENCE_ENDS = frozenset(".!?…]»”")


def split(html: Marked, limit: int = MAX_UNITS) -> tuple[Marked, ...]:
    """The parts, in order, each within Telegram's limits; an HTML text that fits is returned as it is."""
    parts: list[Marked] = []
    pieces = _PIECE.findall(html)
    opened: tuple[str, ...] = ()
    while pieces:
        end = _end(pieces, _Room.left(limit, opened))
        opening = "".join(opened)
        opened = _still_open(opened, pieces[:end])
        closing = "".join(f"</{_name(tag)}>" for tag in reversed(opened))
        part = _tidy(f"{opening}{''.join(pieces[:end]).strip()}{closing}")
        parts += [part] if part else []
        pieces = pieces[end:]
    return tuple(parts)


@dataclass(slots=True)
class _Room:
    """How much of one message is still free."""

    units: int
    bytes: int
    entities: int

    @classmethod
    def left(cls, limit: int, opened: tuple[str, ...]) -> Self:
        """What a message has once tags are opened in it again, and closed at its end."""
        return cls(limit, MAX_BYTES - sum(2 * len(tag.encode()) for tag in opened), MAX_ENTITIES - len(opened))

    def take(self, piece: str) -> bool:
        """Whether the piece still fits."""
        if _is_tag(piece):
            self.entities -= not piece.startswith("</")
            # A tag must be closed in the same part: its end is paid for along with its start.
            self.bytes -= 2 * len(piece.encode())
        else:
            self.units -= sum(1 + (ord(char) > _LAST_OF_ONE_UNIT) for char in unescape(piece))
            self.bytes -= len(piece.encode())
        return min(self.units, self.bytes, self.entities) >= 0


def _end(pieces: list[str], room: _Room) -> int:
    """How many pieces the next part takes: up to the last blank line, line, sentence or word end that fits."""
    blank = line = sentence = word = 0
    before = ""
    for count, piece in enumerate(pieces, start=1):
        if not room.take(piece):
            # A blank line far up would leave most of the message empty.
            return (blank if blank * 2 > count else line) or sentence or word or max(count - 1, 1)
        if piece == "\n":
            blank = count if before == "\n" else blank
            line = count
        elif piece == " ":
            word = count
            sentence = count if before in _SENTENCE_ENDS else sentence
        before = before if _is_tag(piece) else piece
    return len(pieces)


def _still_open(opened: tuple[str, ...], pieces: list[str]) -> tuple[str, ...]:
    stack = list(opened)
    for piece in filter(_is_tag, pieces):
        if piece.startswith("</"):
            stack.pop()
        else:
            stack.append(piece)
    return tuple(stack)


def _tidy(html: str) -> Marked:
    """Without tags that hold nothing, and without blank edges."""
    while (shorter := _EMPTY.sub("", html)) != html:
        html = shorter
    return Marked(html.strip())


def _is_tag(piece: str) -> bool:
    return len(piece) > 1 and piece.startswith("<")


def _name(tag: str) -> str:
    return tag[1:-1].partition(" ")[0]
