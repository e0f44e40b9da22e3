"""Dates, sums and names as a sentence of either language wants them."""

import datetime as dt
from collections.abc import Mapping

from babel.dates import format_date
from babel.numbers import format_decimal

from knowledge.dates import FuzzyDate, Precision
from knowledge.letter import Forms, Value
from knowledge.schema import Language

# «7 апреля 2017 года», not «г.»: in a letter the word is written out.
_DAY: Mapping[Language, str] = {"ru": "d MMMM y 'года'", "en": "d MMMM y"}
_TENGE: Mapping[Language, str] = {"ru": "тенге", "en": "tenge"}
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


def written_day(day: dt.date, language: Language) -> str:
    """A day as it stands in a sentence or at the head of a letter."""
    return format_date(day, _DAY[language], locale=language)


def written_sum(tenge: int, language: Language) -> str:
    """A sum of money; Babel's own names of the currency are "Kazakhstani tenges" and «казахских тенге»."""
    return f"{format_decimal(tenge, locale=language)} {_TENGE[language]}"


def written(value: Value, form: str | None, language: Language, names: Mapping[str, Forms]) -> str | None:
    """What a slot says; None when the value is of no use there: an unknown name, form or date."""
    if value.name is not None:
        return _name(names.get(value.name), form, language)
    if form is not None:
        return None
    if value.date is not None:
        return _date(value.date, language)
    return None if value.tenge is None else written_sum(value.tenge, language)


def _name(forms: Forms | None, form: str | None, language: Language) -> str | None:
    if forms is None:
        return None
    if language == "en":
        return forms.en if form is None else None
    return getattr(forms, form, None) if form in _CASES else None


def _date(date: FuzzyDate, language: Language) -> str | None:
    # A month alone stands in the nominative in Russian, which no sentence wants: it is written out in the text.
    if date.earliest is None or date.precision is Precision.MONTH:
        return None
    return written_day(date.earliest, language) if date.precision is Precision.DAY else str(date.year)
