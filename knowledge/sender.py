"""Who writes a letter: what they chose to say of themselves, made safe to print and never taken for more than text."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields

from knowledge.errors import KnowledgeError

# Longest forms that still leave the letter on one page.
LIMITS: Mapping[str, int] = {"name": 80, "place": 120, "organisation": 120, "own": 700}


class TooLong(KnowledgeError):
    """A field of the sender is longer than a letter can hold."""

    def __init__(self, field: str, length: int) -> None:
        self.field, self.length, self.limit = field, length, LIMITS[field]
        super().__init__(f"{field}: has {length} characters: shorten it to {self.limit}")


@dataclass(frozen=True, slots=True)
class Sender:
    """The sender's fields, each empty when not given; `own` is their own paragraph."""

    name: str = ""
    place: str = ""
    organisation: str = ""
    own: str = ""

    @property
    def is_anonymous(self) -> bool:
        return not self.name

    def cleaned(self) -> "Sender":
        """The same without what must not be printed; TooLong names the first field that is too long."""
        return Sender(**{field.name: clean(field.name, getattr(self, field.name)) for field in fields(self)})


def clean(field: str, text: str) -> str:
    """One field on one line, without control, format and unassigned characters; TooLong beyond its limit."""
    # Compatible forms are kept as written: only what cannot be seen is taken out, bidirectional overrides among it.
    spaced = "".join(" " if char.isspace() else char for char in unicodedata.normalize("NFC", text))
    seen = "".join(char for char in spaced if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    line = " ".join(seen.split())
    if len(line) > LIMITS[field]:
        raise TooLong(field, len(line))
    return line
