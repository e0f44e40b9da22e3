import pytest

from retrieval.translit import name_stem, sound_key, to_cyrillic


@pytest.mark.parametrize(
    "spellings",
    [
        ("харькова", "kharkova", "harkova", "харьковой", "харькову", "harkovoy"),
        ("кушакбаев", "kushakbayev", "kushakbaev", "qushaqbaev", "кушакбаевым", "кушакбаева"),
        ("елеусинов", "yeleusinov", "eleusinov", "eleussinov", "елеусинову"),
        ("балтабай", "baltabay", "baltabai", "балтабая", "балтабаю", "балтабаем", "балтабае"),
        ("сенявский", "senyavsky", "senyavskiy", "сенявского", "сенявскому", "сенявским"),
        ("жанаозен", "zhanaozen", "janaozen", "жаңаөзен", "жанаозене"),
        ("ерлан", "erlan", "yerlan", "ерланом"),
    ],
)
def test_spellings_of_one_name_share_a_stem(spellings: tuple[str, ...]) -> None:
    assert {name_stem(spelling) for spelling in spellings} == {name_stem(spellings[0])}


def test_different_names_do_not() -> None:
    names = ["кушакбаев", "елеусинов", "харькова", "балтабай", "соколова", "сенявский", "ельшибаев"]
    assert len({name_stem(name) for name in names}) == len(names)


def test_sound_key_keeps_the_ending() -> None:
    assert sound_key("кушакбаевым") != sound_key("кушакбаев")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("za chto posadili", "за что посадили"),
        ("yubiley", "юбилей"),
        ("pochemu", "почему"),
        ("zayavlenie stoyali novyye", "заявление стояли новые"),
        ("kakoy krayniy vojna", "какой крайний война"),
    ],
)
def test_latin_typing_is_read_back(typed: str, read: str) -> None:
    assert to_cyrillic(typed) == read
