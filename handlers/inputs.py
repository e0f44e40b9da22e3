"""What kind of text somebody sent: a question, or something that cannot be one."""

import re
import unicodedata
from enum import StrEnum

# A question of a person or a case fits many times over; longer texts are letters or pastes.
MAX_QUESTION = 1000

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
# Controls, format marks (zero width, direction), surrogates, private use, unassigned.
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class Input(StrEnum):
    """What a text is."""

    QUESTION = "question"
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    SYMBOLS = "symbols"
    RIGHT_TO_LEFT = "right_to_left"
    TOO_LONG = "too_long"


def clean(text: str) -> str:
    """The text on one line, without invisible characters."""
    visible = "".join(char for char in _INVISIBLE.sub(" ", text) if not _is_invisible(char))
    return " ".join(visible.split())


def classify(text: str) -> Input:
    """The kind of a text as it was sent, before `clean`."""
    if not text.strip():
        return Input.EMPTY
    visible = clean(text)
    if not visible:
        return Input.UNREADABLE
    if len(visible) > MAX_QUESTION:
        return Input.TOO_LONG
    letters = [char for char in visible if char.isalnum()]
    if not letters:
        return Input.SYMBOLS
    from_right = sum(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in letters)
    return Input.RIGHT_TO_LEFT if from_right * 2 > len(letters) else Input.QUESTION


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in {"Cf", "Cs", "Co", "Cn"}
