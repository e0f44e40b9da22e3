"""The body of a letter: paragraphs in several wordings, with slots for values.

A body file is plain text. `[name]` on a line begins a paragraph, `---` on a line another wording of it, and
`{slot}` or `{slot.case}` stands for a declared value. `[asks]` introduces the list of what is asked, and `[closing]`
is the last paragraph: the sender's own words go before it.
"""

import re
from collections.abc import Iterator

from knowledge.schema import Line, Model

ASKS = "asks"
CLOSING = "closing"
MIN_WORDINGS = 3

_HEADING = re.compile(r"^\[([a-z-]+)\]\s*$", re.MULTILINE)
_NEXT_WORDING = re.compile(r"^---\s*$", re.MULTILINE)
_SLOT = re.compile(r"\{([^{}]*)\}")
_SLOT_NAME = re.compile(r"([a-z0-9-]+)(?:\.([a-z]+))?")


class Slot(Model):
    """A place for a value; `form` is the grammatical case that a Russian name takes there."""

    name: str
    form: str | None = None


class Paragraph(Model):
    """What one paragraph says, in wordings of which a letter carries one."""

    name: str
    wordings: tuple[Line, ...]


class Body(Model):
    """The paragraphs in the order in which they stand."""

    paragraphs: tuple[Paragraph, ...]

    def slots(self) -> Iterator[tuple[str, Slot]]:
        """Every slot with the name of its paragraph."""
        for paragraph in self.paragraphs:
            for wording in paragraph.wordings:
                yield from ((paragraph.name, part) for part in split(wording) if isinstance(part, Slot))


def parse(text: str) -> Body:
    """Read a body file; ValueError says what is wrong and what to do."""
    before, *rest = _HEADING.split(text)
    if before.strip() or not rest:
        raise ValueError("begin the first paragraph with its name on a line of its own, such as [opening]")
    named = zip(rest[::2], rest[1::2], strict=True)
    paragraphs = tuple(Paragraph(name=name, wordings=_wordings(name, text)) for name, text in named)
    names = [paragraph.name for paragraph in paragraphs]
    for wanted in (ASKS, CLOSING):
        if names.count(wanted) != 1:
            raise ValueError(f"needs exactly one paragraph [{wanted}]")
    if names[-1] != CLOSING:
        raise ValueError(f"[{CLOSING}] has to be the last paragraph")
    return Body(paragraphs=paragraphs)


def split(wording: str) -> Iterator[str | Slot]:
    """A wording as literal text and slots, in order; ValueError for a slot that cannot be one."""
    for number, part in enumerate(_SLOT.split(wording)):
        if number % 2:
            match = _SLOT_NAME.fullmatch(part)
            if match is None:
                raise ValueError(f"{{{part}}} is no slot: write {{name}} or {{name.gent}}")
            yield Slot(name=match[1], form=match[2])
        elif part:
            if "{" in part or "}" in part:
                raise ValueError("has a brace that belongs to no slot: remove it")
            yield part


def literal(wording: str) -> str:
    """What a wording says outside its slots."""
    return _SLOT.sub("", wording)


def _wordings(name: str, text: str) -> tuple[str, ...]:
    wordings = tuple(" ".join(wording.split()) for wording in _NEXT_WORDING.split(text))
    if "" in wordings:
        raise ValueError(f"[{name}] has an empty wording: write it or remove the line ---")
    if len(set(wordings)) < MIN_WORDINGS:
        raise ValueError(f"[{name}] has {len(set(wordings))} of at least {MIN_WORDINGS} different wordings: add more")
    for wording in wordings:
        tuple(split(wording))
    return wordings
