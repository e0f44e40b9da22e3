"""What can go wrong in the conversation.

HandlersError
├── MissingText    a locale file lacks a key
└── BrokenText     a text cannot be formatted: a variable is missing, or the file does not parse
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
