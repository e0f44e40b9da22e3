"""The years that a text names: «2017», «в семнадцатом году», «в 22-м», "back in '21"."""

import re
from collections.abc import Iterator

_FULL = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# How the name of a month begins in Russian, without its ending.
MONTH = r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)"
# Two digits are a year with an ending and no month after it, or after an apostrophe.
_SHORT = re.compile(
    rf"(?<![\d№])(?:['’]([012]\d)(?!\d)|(?:в|с|со|до|после) ([012]\d)(?:-?(?:м|ом|го|й|ом))\b(?! ?{MONTH}))"
)
_TEENS = ("одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат")
_LATE_TEENS = ("шестнадцат", "семнадцат", "восемнадцат", "девятнадцат")
_UNITS = ("перв", "втор", "треть", "четв[её]рт", "пят", "шест", "седьм", "восьм", "девят")
_ORDINALS = (
    *((rf"{stem}(?:ом|ого|ый)", 2011 + place) for place, stem in enumerate(_TEENS + _LATE_TEENS)),
    *((rf"двадцать {stem}(?:е?[ем]|о?м|его|ого|ий|ый|ой)", 2021 + place) for place, stem in enumerate(_UNITS)),
    (r"двадцат(?:ом|ого|ый)", 2020),
)
# "In the seventeenth" is a year where "year" follows, or where "in" precedes and no month follows.
_WORDED = tuple(
    (re.compile(rf"\b{ordinal} год|\bв {ordinal}\b(?! ?{MONTH}| раз| квартал| сери)"), year)
    for ordinal, year in _ORDINALS
)


def years(text: str) -> frozenset[int]:
    """Every year named, in figures or in Russian words."""
    return frozenset(_found(text.lower()))


def _found(text: str) -> Iterator[int]:
    yield from (int(found) for found in _FULL.findall(text))
    yield from (2000 + int(quoted or ended) for quoted, ended in _SHORT.findall(text))
    yield from (year for pattern, year in _WORDED if pattern.search(text))
