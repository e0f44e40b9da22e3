import datetime as dt

import pytest

from knowledge.dates import FuzzyDate, Precision


@pytest.mark.parametrize(
    ("written", "precision", "earliest", "latest"),
    [
        ("2017-04-07", Precision.DAY, dt.date(2017, 4, 7), dt.date(2017, 4, 7)),
        ("2020-02", Precision.MONTH, dt.date(2020, 2, 1), dt.date(2020, 2, 29)),
        ("2014", Precision.YEAR, dt.date(2014, 1, 1), dt.date(2014, 12, 31)),
        ("unknown", Precision.UNKNOWN, None, None),
    ],
)
def test_precision_and_bounds(
    written: str, precision: Precision, earliest: dt.date | None, latest: dt.date | None
) -> None:
    date = FuzzyDate.parse(written)
    assert (date.precision, date.earliest, date.latest) == (precision, earliest, latest)
    assert str(date) == written


@pytest.mark.parametrize("written", ["2017-13", "2017-02-30", "07.04.2017", "", "soon"])
def test_refuses_what_is_no_date(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        FuzzyDate.parse(written)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2017", "2018-01-01", True),
        ("2017", "2017-06", False),
        ("2017-05", "2017-06-01", True),
        ("unknown", "2018", False),
        ("2018", "unknown", False),
    ],
)
def test_before_is_certain(one: str, other: str, before: bool) -> None:
    assert FuzzyDate.parse(one).before(FuzzyDate.parse(other)) is before
