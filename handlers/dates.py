"""Dates as people say them, to the precision that is known."""

import datetime as dt
from enum import StrEnum

from babel.dates import format_date

from handlers.texts import Say
from knowledge.dates import FuzzyDate, Precision


class Form(StrEnum):
    """Where a date stands: named by itself, in a list after a publisher, or after "since"."""

    NAMED = "date"
    LISTED = "listed"
    SINCE = "since"


# Standing alone, a Russian month is in the nominative ("апрель 2017"); after "с" in the genitive ("апреля 2017").
_MONTH = {Form.NAMED: "LLLL y", Form.LISTED: "LLLL y", Form.SINCE: "MMMM y"}


def spoken(date: FuzzyDate, say: Say, form: Form = Form.NAMED) -> str:
    """`7 апреля 2017 года`, `апрель 2017 года`, `2017 год`; `7 April 2017`, `April 2017`, `2017`."""
    if date.earliest is None:
        return say(f"{form}-unknown")
    pattern = {Precision.DAY: "d MMMM y", Precision.MONTH: _MONTH[form], Precision.YEAR: "y"}[date.precision]
    return say(f"{form}-{date.precision}", date=format_date(date.earliest, pattern, locale=say.language))


def day(date: dt.date, say: Say) -> str:
    """A calendar day, named by itself."""
    return spoken(FuzzyDate(date.year, date.month, date.day), say)
