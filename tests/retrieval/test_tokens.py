import pytest

from retrieval.tokens import normalise, stem, words


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("ЁЛКА", "елка"),
        ("за́мок", "замок"),
        ("йод", "йод"),
        ("Ｋｕｓｈａｋｂａｅｖ", "kushakbaev"),
        ("a\u202eb\u200bc", "abc"),
        ("a\x00b\nc", "a b c"),
        ("Қазақ", "қазақ"),
    ],
)
def test_normalise(typed: str, normal: str) -> None:
    assert normalise(typed) == normal


def test_words_keep_numbers_and_drop_marks() -> None:
    assert words("«25,2 млн» — сколько?! 😀") == ("25", "2", "млн", "сколько")


def test_a_very_long_text_is_cut() -> None:
    assert len(normalise("я" * 5000)) == 1000


@pytest.mark.parametrize(
    ("one", "other"), [("профсоюзы", "профсоюзов"), ("приговорили", "приговорила"), ("unions", "union")]
)
def test_stems_meet(one: str, other: str) -> None:
    assert stem(one, "ru") == stem(other, "ru")
