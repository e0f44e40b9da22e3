"""Entities of a text, measured in UTF-16 units as Telegram does."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.simulator.errors import Json

SPLITTABLE = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
VERBATIM = frozenset({"code", "pre"})
QUOTATIONS = frozenset({"blockquote", "expandable_blockquote"})
MOST_ENTITIES = 100


@dataclass(frozen=True, slots=True)
class Entity:
    """One stretch of text with a meaning."""

    kind: str
    offset: int
    length: int
    extra: Json = field(default_factory=dict)

    @property
    def end(self) -> int:
        """The first unit after it."""
        return self.offset + self.length

    def overlaps(self, other: "Entity") -> bool:
        """Whether they share a unit."""
        return self.offset < other.end and other.offset < self.end

    def as_json(self) -> Json:
        """As it stands in a message."""
        return {"type": self.kind, "offset": self.offset, "length": self.length, **self.extra}


@dataclass(frozen=True, slots=True)
class FormattedText:
    """Plain text with its entities."""

    text: str
    entities: tuple[Entity, ...] = ()
    # How many entities Telegram would silently leave out.
    dropped: int = 0

    def entities_json(self) -> list[Json]:
        """The entities as they stand in a message."""
        return [entity.as_json() for entity in self.entities]


def utf16_length(text: str) -> int:
    """Characters outside the basic plane count twice."""
    return len(text) + sum(character > "\uffff" for character in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The stretch that an entity covers."""
    units = text.encode("utf-16-le")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", errors="replace")


def trimmed(formatted: FormattedText) -> FormattedText:
    """Without white space at both ends; the entities follow."""
    left = len(formatted.text) - len(formatted.text.lstrip())
    text = formatted.text.strip()
    shift, size = utf16_length(formatted.text[:left]), utf16_length(text)
    kept = (_cut(entity, shift, size) for entity in formatted.entities)
    return FormattedText(text, tuple(entity for entity in kept if entity.length > 0))


def capped(formatted: FormattedText) -> FormattedText:
    """With no more entities than a message may have."""
    kept = formatted.entities[:MOST_ENTITIES]
    return FormattedText(formatted.text, kept, len(formatted.entities) - len(kept))


def tidied(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """In Telegram's order: nothing inside code, equal neighbours joined, outer before inner."""
    given = [entity for entity in entities if entity.length > 0]
    verbatim = [entity for entity in given if entity.kind in VERBATIM]
    kept = [
        entity
        for entity in given
        if entity.kind in VERBATIM | QUOTATIONS or not any(entity.overlaps(block) for block in verbatim)
    ]
    return tuple(sorted(_joined(kept), key=lambda entity: (entity.offset, -entity.length, entity.kind)))


def _cut(entity: Entity, shift: int, size: int) -> Entity:
    start = min(max(entity.offset - shift, 0), size)
    end = min(max(entity.end - shift, 0), size)
    return replace(entity, offset=start, length=end - start)


def _joined(entities: list[Entity]) -> list[Entity]:
    result = [entity for entity in entities if entity.kind not in SPLITTABLE]
    for kind in sorted(SPLITTABLE):
        result += _union([entity for entity in entities if entity.kind == kind])
    return result


def _union(entities: list[Entity]) -> list[Entity]:
    united: list[Entity] = []
    for entity in sorted(entities, key=lambda one: one.offset):
        if united and entity.offset <= united[-1].end:
            end = max(entity.end, united[-1].end)
            united[-1] = replace(united[-1], length=end - united[-1].offset)
        else:
            united.append(entity)
    return united
