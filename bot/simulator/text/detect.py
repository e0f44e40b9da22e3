"""What Telegram finds in a text by itself: links, mentions, commands, hashtags, addresses."""

import re
from collections.abc import Iterable, Iterator

from bot.simulator.text.entities import VERBATIM, Entity, utf16_length

TOP_DOMAINS = "com|org|net|info|int|edu|gov|io|me|app|dev|eu|ru|kz|kg|uz|by|ua|uk|de|fr|ch|at|us|рф|қаз"
PATTERNS = {
    "email": re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?!\w)"),
    "url": re.compile(
        r"https?://[^\s<>«»\"]+[^\s<>«»\".,;:!?)\]]"
        rf"|(?<![\w@./-])(?:[\w-]+\.)+(?:{TOP_DOMAINS})(?![\w-])(?:/[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]])?/?"
    ),
    "bot_command": re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])"),
    "mention": re.compile(r"(?<![\w@/])@[A-Za-z]\w{3,31}(?!\w)"),
    "hashtag": re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}"),
}
OPAQUE = VERBATIM | {"text_link", "text_mention", "custom_emoji"}


def detected(text: str, given: Iterable[Entity] = ()) -> list[Entity]:
    """The entities that nobody marked; none inside code or inside a link."""
    taken = [entity for entity in given if entity.kind in OPAQUE]
    found: list[Entity] = []
    for entity in _matches(text):
        if not any(entity.overlaps(other) for other in (*taken, *found)):
            found.append(entity)
    return found


def _matches(text: str) -> Iterator[Entity]:
    for kind, pattern in PATTERNS.items():
        for match in pattern.finditer(text):
            yield Entity(kind, utf16_length(text[: match.start()]), utf16_length(match[0]))
