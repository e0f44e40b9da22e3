"""From what a bot sends to what a message holds, with every limit on the way."""

import re
from dataclasses import dataclass

from bot.simulator.errors import Json, bad_request
from bot.simulator.text.detect import detected
from bot.simulator.text.entities import FormattedText, capped, tidied, trimmed
from bot.simulator.text.explicit import explicit_entities
from bot.simulator.text.html import parse_html
from bot.simulator.text.markdown import parse_markdown_v2
from bot.simulator.text.markup import MarkupError

RAW_BYTES = 32768
TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024
# Telegram drops carriage returns and turns other control characters into spaces.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a text may be and what is said when it is longer or empty."""

    length: int
    too_long: str
    empty: str | None = None


MESSAGE = Limits(TEXT_LENGTH, "message is too long", "message text is empty")
EDITED_MESSAGE = Limits(TEXT_LENGTH, "MESSAGE_TOO_LONG", "message text is empty")
CAPTION = Limits(CAPTION_LENGTH, "message caption is too long")


def formatted(raw: str, parse_mode: str, entities: list[Json], limits: Limits) -> FormattedText:
    """Text and entities as a message holds them.

    :raises ApiError: for bad markup, bad entities, an empty or an overlong text.
    """
    if not raw and limits.empty:
        raise bad_request(limits.empty)
    if len(raw.encode()) > RAW_BYTES:
        raise bad_request("text is too long")
    marked = _parsed(CONTROL.sub(" ", raw.replace("\r", "")), parse_mode, entities)
    text = trimmed(FormattedText(marked.text, tidied(marked.entities)))
    if not text.text and limits.empty:
        raise bad_request("text must be non-empty")
    # Measured on live servers: the limit counts code points, not UTF-16 units.
    if len(text.text) > limits.length:
        raise bad_request(limits.too_long)
    found = detected(text.text, text.entities)
    return capped(FormattedText(text.text, tidied([*text.entities, *found])))


def _parsed(text: str, parse_mode: str, entities: list[Json]) -> FormattedText:
    mode = parse_mode.lower()
    try:
        if mode == "html":
            return parse_html(text)
        if mode == "markdownv2":
            return parse_markdown_v2(text)
    except MarkupError as error:
        raise bad_request(f"can't parse entities: {error}") from error
    if mode == "markdown":
        raise bad_request("parse_mode Markdown is not simulated; use HTML or MarkdownV2")
    if mode:
        raise bad_request("unsupported parse_mode")
    return FormattedText(text, tuple(explicit_entities(text, entities)))
