import pytest

from retrieval.years import years


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("рейтинг мкп 2017 и 2018", {2017, 2018}),
        ("в семнадцатом году", {2017}),
        ("а в двадцать третьем его опять закрыли?", {2023}),
        ("после поправок двадцатого года", {2020}),
        ("что было в 19-м", {2019}),
        ("back in '22", {2022}),
        ("в январе одиннадцатого года", {2011}),
    ],
)
def test_years_are_found(text: str, named: set[int]) -> None:
    assert years(text) == named


@pytest.mark.parametrize(
    "text",
    ["17 мая", "в 17-м мая", "статья 2017001", "в первый раз", "402-я статья", "приговор №2164", "двадцать человек"],
)
def test_other_numbers_are_no_years(text: str) -> None:
    assert years(text) == frozenset()
