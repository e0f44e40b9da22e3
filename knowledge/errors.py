"""What can go wrong with knowledge.

KnowledgeError
└── InvalidKnowledge    one or more files have problems; carries all of them
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: which file, which field, what to do; `lacks` is the file that would hold what is missed."""

    path: str
    field: str
    remedy: str
    lacks: str | None = None

    def __str__(self) -> str:
        return f"{self.path}: {self.field}: {self.remedy}"


class KnowledgeError(Exception):
    """Base of everything that this package raises."""


class InvalidKnowledge(KnowledgeError):
    """The content has problems; `problems` holds every one that was found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)
