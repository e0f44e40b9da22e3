"""Ordinary words told from names."""

import pytest

from retrieval.dictionary import Dictionary


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return Dictionary()


@pytest.mark.parametrize("word", ["пользу", "вынес", "крановщику", "outside", "crane"])
def test_a_word_of_the_language_is_no_name(dictionary: Dictionary, word: str) -> None:
    assert dictionary.is_no_name(word)


@pytest.mark.parametrize("word", ["навальному", "иванова", "марию", "искендеруна", "тулетаеву", "navalny"])
def test_names_and_unknown_words_may_be_names(dictionary: Dictionary, word: str) -> None:
    assert not dictionary.is_no_name(word)


def test_a_surname_is_no_place(dictionary: Dictionary) -> None:
    assert dictionary.is_ordinary("путин")
    assert not dictionary.is_no_name("путин")
