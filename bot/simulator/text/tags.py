"""One HTML tag, read byte by byte so that complaints carry Telegram's byte offsets."""

import re
from dataclasses import dataclass

from bot.simulator.text.characters import unescaped
from bot.simulator.text.markup import MarkupError

TAGS = frozenset(
    [
        "a",
        "b",
        "strong",
        "i",
        "em",
        "s",
        "strike",
        "del",
        "u",
        "ins",
        "tg-spoiler",
        "tg-emoji",
        "span",
        "pre",
        "code",
        "blockquote",
    ]
)
# A NUL ends a name, as it does in Telegram's scanner.
SPACE = rb"\s\x00"
NAME = re.compile(rb"[^" + SPACE + rb">]*")
ATTRIBUTE = re.compile(rb"[^" + SPACE + rb"=>]*")
TOKEN = re.compile(rb"[A-Za-z0-9.-]*")
SPACES = re.compile(rb"\s*")


@dataclass(frozen=True, slots=True)
class StartTag:
    """An opening tag; `argument` is the one attribute that matters for its name."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class EndTag:
    """A closing tag; an empty name closes whatever is open."""

    name: str
    position: int


def read_end_tag(data: bytes, begin: int) -> tuple[EndTag, int]:
    """The tag at `begin` and the position after it."""
    name = _take(NAME, data, begin + 2)
    position = _skip(data, begin + 2 + len(name))
    if data[position : position + 1] != b">":
        raise MarkupError(f"Unclosed end tag at byte offset {begin}")
    return EndTag(name.decode().lower(), begin), position + 1


def read_start_tag(data: bytes, begin: int) -> tuple[StartTag, int]:
    """The tag at `begin` and the position after it."""
    raw = _take(NAME, data, begin + 1)
    position = begin + 1 + len(raw)
    if position >= len(data):
        raise MarkupError(f"Unclosed start tag at byte offset {begin}")
    name = raw.decode().lower()
    if name not in TAGS:
        raise MarkupError(f'Unsupported start tag "{name}" at byte offset {begin}')
    argument = ""
    while data[(position := _skip(data, position)) : position + 1] != b">":
        attribute, value, position = _attribute(data, position, name, begin)
        argument = _argument(name, attribute, value) or argument
    if name == "span" and argument != "spoiler":
        raise MarkupError(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
    return StartTag(name, argument), position + 1


def _attribute(data: bytes, position: int, tag: str, begin: int) -> tuple[str, str, int]:
    if position >= len(data):
        raise MarkupError(f'Unclosed start tag "{tag}" at byte offset {begin}')
    name = _take(ATTRIBUTE, data, position)
    if not name:
        raise MarkupError(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
    position = _skip(data, position + len(name))
    if data[position : position + 1] != b"=":
        if name.lower() == b"expandable" and tag == "blockquote":
            return "expandable", "", position
        if position >= len(data):
            raise MarkupError(f'Unclosed start tag "{tag}" at byte offset {begin}')
        raise MarkupError(
            f'Expected equal sign in declaration of an attribute of the tag "{tag}" at byte offset {begin}'
        )
    value, position = _value(data, _skip(data, position + 1))
    if position >= len(data):
        raise MarkupError(f'Unclosed start tag "{tag}" at byte offset {begin}')
    return name.decode().lower(), value, position


def _value(data: bytes, position: int) -> tuple[str, int]:
    quote = data[position : position + 1]
    if quote in (b"'", b'"') and quote:
        end = data.find(quote, position + 1)
        if end < 0:
            return "", len(data)
        return unescaped(data[position + 1 : end]), end + 1
    token = _take(TOKEN, data, position)
    end = position + len(token)
    if end < len(data) and not data[end : end + 1].isspace() and data[end : end + 1] != b">":
        raise MarkupError(f"Unexpected end of name token at byte offset {position}")
    return token.decode().lower(), end


def _argument(tag: str, attribute: str, value: str) -> str:
    if tag == "a" and attribute == "href":
        return value
    if tag == "code" and attribute == "class" and value.startswith("language-"):
        return value.removeprefix("language-")
    if tag == "span" and attribute == "class" and value.startswith("tg-"):
        return value.removeprefix("tg-")
    if tag == "tg-emoji" and attribute == "emoji-id":
        return value
    return "1" if tag == "blockquote" and attribute == "expandable" else ""


def _take(pattern: re.Pattern[bytes], data: bytes, position: int) -> bytes:
    match = pattern.match(data, position)
    return match[0] if match else b""


def _skip(data: bytes, position: int) -> int:
    return position + len(_take(SPACES, data, position))
