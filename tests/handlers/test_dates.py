import datetime as dt

import pytest

from handlers.dates import Form, day, spoken
from handlers.texts import Texts
from knowledge.dates import FuzzyDate
from knowledge.schema import Language


@pytest.mark.parametrize(
    ("language", "written", "named", "listed", "since"),
    [
        ("ru", "2017-04-07", "7 апреля 2017 года", "7 апреля 2017 года", "с 7 апреля 2017 года"),
        ("ru", "2017-04", "апрель 2017 года", "апрель 2017 года", "с апреля 2017 года"),
        ("ru", "2017", "2017 год", "2017", "с 2017 года"),
        ("ru", "unknown", "без даты", "без даты", "(с какого времени, неизвестно)"),
        ("en", "2017-04-07", "7 April 2017", "7 April 2017", "since 7 April 2017"),
        ("en", "2017-04", "April 2017", "April 2017", "since April 2017"),
        ("en", "2017", "2017", "2017", "since 2017"),
        ("en", "unknown", "undated", "undated", "since an unknown date"),
    ],
)
def test_a_date_is_said_to_the_precision_that_is_known(
    language: Language, written: str, named: str, listed: str, since: str, texts: Texts
) -> None:
    date, say = FuzzyDate.parse(written), texts.speak(language)
    assert (spoken(date, say), spoken(date, say, Form.LISTED), spoken(date, say, Form.SINCE)) == (named, listed, since)


def test_a_calendar_day(texts: Texts) -> None:
    assert day(dt.date(2026, 11, 21), texts.speak("ru")) == "21 ноября 2026 года"
