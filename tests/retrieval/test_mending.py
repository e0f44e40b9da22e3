"""Words as they were meant: what does not exist is mended, what exists is left."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.dictionary import Dictionary
from retrieval.lexicon import Lexicon
from retrieval.mending import Mender
from retrieval.passages import Passage

TOLD = (
    "an article of the code, the court found the hunger strike illegal, her health, they jumped, fuel workers were "
    "jailed for six years, a lead, a remark, mean for a while, an instance, independent"
)
ASKED = "суд вынес приговор за голодовку, забастовка, штраф, замечание, профсоюз, отделение, галадовка, более, зачет"


@cache
def dictionary() -> Dictionary:
    return Dictionary()


@cache
def mender() -> Mender:
    pieces = [Passage(TOLD, "en", "orlova.sentence"), Passage(ASKED, "ru", "orlova.sentence")]
    return Mender(Lexicon.from_passages(pieces), dictionary(), is_common=frozenset({"cort", "bitcoin"}).__contains__)


def mended(word: str) -> str:
    return mender().mended(word)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("artcle", "article"),
        ("cort", "court"),
        ("helth", "health"),
        ("jumpd", "jumped"),
        ("hunegr", "hunger"),
        ("indepedant", "independent"),
        ("штарф", "штраф"),
        ("забостовка", "забастовка"),
        ("прафсоюз", "профсоюз"),
        ("приговар", "приговор"),
    ],
)
def test_a_word_that_does_not_exist_is_the_nearest_known_one(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize("word", ["insurance", "meanwhile", "leap", "завещание", "отопление", "болеет", "погода"])
def test_a_word_that_exists_is_left_however_near_another_is(word: str) -> None:
    assert mended(word) == word


def test_letters_swapped_come_before_letters_changed() -> None:
    pieces = [Passage("feel the fuel", "en", "orlova.sentence")]
    assert Mender(Lexicon.from_passages(pieces), dictionary(), lambda word: False).mended("feul") == "fuel"


def test_an_example_with_an_error_of_its_own_is_not_what_was_meant() -> None:
    pieces = [Passage("галадовка и голодовка", "ru", "orlova.sentence")]
    assert Mender(Lexicon.from_passages(pieces), dictionary(), lambda word: False).mended("голадовка") == "голодовка"


def test_what_is_common_but_in_no_dictionary_is_left_unless_short() -> None:
    assert (mended("bitcoin"), mended("cort")) == ("bitcoin", "court")


def test_a_space_forgotten_comes_back() -> None:
    assert mended("hungerstrike") == "hunger strike"


@given(st.sampled_from(["article", "health", "illegal", "забастовка", "приговор", "профсоюз"]), st.data())
@settings(max_examples=150, deadline=None)
def test_one_letter_left_out_or_two_swapped(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 2))
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    typed = data.draw(st.sampled_from([swapped, word[:place] + word[place + 1 :]]))
    if not dictionary().has(typed):
        assert mended(typed) == word
