"""Whether a word is one of its language: then it is no typing error, though no case file uses it."""

from collections.abc import Sequence
from functools import cached_property

from pymorphy3 import MorphAnalyzer
from spellchecker import SpellChecker, WordFrequency

from retrieval.tokens import is_cyrillic

# «Пара» and «шире» may name places; of their readings it is the least likely one.
_HARDLY_EVER = 0.1
_PLACES, _PEOPLE = ("Geox",), ("Name", "Surn", "Patr")


class Dictionary:
    """The words of English and Russian in all their forms; each language is loaded when first asked for."""

    def has(self, word: str) -> bool:
        """Whether the word, in small letters, exists in the language of its letters."""
        return bool(self._russian.word_is_known(word) if is_cyrillic(word) else word in self._english)

    def is_ordinary(self, word: str) -> bool:
        """Whether it exists and, as far as the dictionary of its language knows places, hardly ever names one."""
        return self._names_none(word, _PLACES)

    def is_no_name(self, word: str) -> bool:
        """The same of places and people; English words are not told from the names among them."""
        return self._names_none(word, (*_PLACES, *_PEOPLE))

    def _names_none(self, word: str, kinds: Sequence[str]) -> bool:
        if not is_cyrillic(word):
            return word in self._english
        readings = self._russian.parse(word) if self._russian.word_is_known(word) else []
        likely = [each.tag for each in readings if each.score > _HARDLY_EVER]
        return bool(readings) and not any(kind in tag for tag in likely for kind in kinds)

    @cached_property
    def _russian(self) -> MorphAnalyzer:
        return MorphAnalyzer(lang="ru")

    @cached_property
    def _english(self) -> WordFrequency:
        return SpellChecker(language="en").word_frequency
