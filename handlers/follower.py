"""A chat that follows something, as the program knows it once the vault is open."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum

from knowledge.schema import Language

# Stands for all cases in place of a case's id.
ALL = "*"


class Pace(StrEnum):
    """How soon a follower is told."""

    INSTANT = "instant"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Follower:
    """The chat, and how it wants to be told."""

    chat_id: int
    language: Language
    silent: bool = False

    @property
    def is_group(self) -> bool:
        """Groups have negative ids."""
        return self.chat_id < 0

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Follower":
        return cls(**json.loads(text))


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was deleted of a chat."""

    follows: int
    deliveries: int
