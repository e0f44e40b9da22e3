"""The calls that the bot made, for tests to read."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.simulator.errors import Json
from bot.simulator.state.files import Upload


@dataclass(frozen=True, slots=True)
class Arguments:
    """What came with a request, before anything was checked."""

    values: Json
    files: Mapping[str, Upload]


@dataclass(frozen=True, slots=True)
class Call:
    """One request to a method, checked."""

    method: str
    params: Json
    files: Mapping[str, Upload]

    def text(self, name: str) -> str:
        """A text parameter; missing is empty."""
        value = self.params.get(name)
        return "" if value is None else str(value)

    def number(self, name: str) -> int | None:
        """A whole number, if given."""
        value = self.params.get(name)
        return None if value is None else int(value)

    def flag(self, name: str) -> bool:
        """A boolean; missing is false."""
        return bool(self.params.get(name))

    def objects(self, name: str) -> list[Json]:
        """A list parameter; missing is empty."""
        return self.params.get(name) or []


@dataclass(frozen=True, slots=True)
class RecordedCall:
    """A call and how it ended: 200, or the refusal; 0 when the connection was dropped."""

    method: str
    params: Json
    files: tuple[str, ...]
    at: float
    status: int
    description: str = ""
    result: object = None
