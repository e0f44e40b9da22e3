"""What can go wrong in the conversation.

HandlersError
├── MissingText    a locale file lacks a key
├── BrokenText     a text cannot be formatted: a variable is missing, or the file does not parse
└── Unkept         the storage of dialogues can neither be read nor written now
"""

from collections.abc import Sequence


class HandlersError(Exception):
    """Base of everything that this package raises."""


class MissingText(HandlersError):
    """A locale file lacks a key; names both."""

    def __init__(self, key: str, language: str) -> None:
        super().__init__(f"locales/{language}.ftl: {key}: is missing: add this text")


class BrokenText(HandlersError):
    """A text cannot be formatted; names the file, the key and what is wrong."""

    def __init__(self, key: str, language: str, problems: Sequence[object]) -> None:
        super().__init__(f"locales/{language}.ftl: {key}: {'; '.join(map(str, problems))}")


class Unkept(HandlersError):
    """What is remembered of a conversation can neither be read nor kept now; storages raise it."""
