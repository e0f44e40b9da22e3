"""Countries, nations and cities of the world, told from the words that resemble them."""

import pytest

from retrieval.dictionary import Dictionary
from retrieval.places import Places


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(Dictionary())


@pytest.mark.parametrize(
    "word",
    ["france", "iranian", "iraqi", "cuban", "london", "tokyo", "frantsiya", "франции", "турцию", "лондоне", "ливан"],
)
def test_a_place_is_known_however_inflected(places: Places, word: str) -> None:
    assert places.has(word)


@pytest.mark.parametrize("word", ["turkish", "polish", "belarusian", "турецкого", "белорусских", "киргизскому"])
def test_a_nation_is_known(places: Places, word: str) -> None:
    assert places.has(word)


@pytest.mark.parametrize(
    "word",
    [
        "english",
        "русском",
        "польза",
        "sir",
        "back",
        "name",
        "world",
        "city",
        "wake",
        "troll",
        "roman",
        "сам",
        "наших",
        "данные",
        "пару",
        "роман",
        "шире",
    ],
)
def test_a_word_that_resembles_one_is_none(places: Places, word: str) -> None:
    assert not places.has(word)


@pytest.mark.parametrize(
    ("word", "country"),
    [("budapest", "hungary"), ("венгерский", "hungary"), ("harare", "зимбабве"), ("turkish", "турция")],
)
def test_a_country_has_several_names(places: Places, word: str, country: str) -> None:
    assert country in places.same(word)


@pytest.mark.parametrize(("word", "other"), [("almaty", "казахстан"), ("french", "canada"), ("strike", "france")])
def test_what_may_stand_for_several_countries_stands_for_none(places: Places, word: str, other: str) -> None:
    assert other not in places.same(word)
