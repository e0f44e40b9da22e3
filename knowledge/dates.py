"""Dates as sources give them: to the day, the month, the year, or not at all."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A date with its precision; missing parts are None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, written: object) -> "FuzzyDate":
        """Read `2017-04-07`, `2017-04`, `2017` or `unknown`; ValueError says what is accepted."""
        text = str(written).strip()
        if text == Precision.UNKNOWN:
            return cls()
        match = _WRITTEN.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is no date: write YYYY-MM-DD, YYYY-MM, YYYY or unknown")
        year, month, day = (int(part) if part else None for part in match.groups())
        if year is not None:
            dt.date(year, month or 1, day or 1)
        return cls(year, month, day)

    @property
    def precision(self) -> Precision:
        if self.day is not None:
            return Precision.DAY
        if self.month is not None:
            return Precision.MONTH
        return Precision.UNKNOWN if self.year is None else Precision.YEAR

    @property
    def earliest(self) -> dt.date | None:
        """The first day it can mean, None when unknown."""
        return None if self.year is None else dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date | None:
        """The last day it can mean, None when unknown."""
        if self.year is None:
            return None
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def before(self, other: "FuzzyDate") -> bool:
        """Whether it certainly lies before the other; False when either is unknown."""
        if self.latest is None or other.earliest is None:
            return False
        return self.latest < other.earliest

    def __str__(self) -> str:
        """The same form that `parse` reads."""
        if self.year is None:
            return Precision.UNKNOWN.value
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)


def _validate(value: Any) -> FuzzyDate:  # noqa: ANN401 (whatever YAML made of the scalar)
    return value if isinstance(value, FuzzyDate) else FuzzyDate.parse(value)


DateField = Annotated[FuzzyDate, BeforeValidator(_validate), PlainSerializer(str)]
