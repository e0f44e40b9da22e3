"""Words of a question as they were meant: typing errors, and spaces forgotten."""

from collections.abc import Callable
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.schema import LANGUAGES, Language
from retrieval.dictionary import Dictionary
from retrieval.lexicon import Lexicon
from retrieval.tokens import language_of
from retrieval.translit import sound_key
from retrieval.words import FUNCTION_WORDS

# Letters forgiven by length; the first letter must be right, since nearly all typing errors come later.
_LONG, _SHORT = 9, 4
# Shorter ones that look common are mostly parts of words ("cort").
_MIN_COMMON = 6
_CANDIDATES = 20
# Shorter parts occur in any word.
_MIN_PART = 4


class Mender:
    """Takes a word that does not exist for the word of the case files, or function word, that it resembles.

    `is_common` knows words by their use, also those that stand in no dictionary ("bitcoin").
    """

    def __init__(self, lexicon: Lexicon, dictionary: Dictionary, is_common: Callable[[str], bool]) -> None:
        self._lexicon = lexicon
        self._dictionary = dictionary
        self._is_common = is_common

    def mended(self, word: str) -> str:
        """The word itself when it is one, else the known spelling nearest to it, if any is near. Two words written as
        one come back with a space between them.
        """
        if self._is_known(word) or word.isdecimal() or self._dictionary.has(word):
            return word
        by_sound = self._by_sound[language_of(word)].get(sound_key(word)) if len(word) >= _SHORT else None
        if by_sound is not None:
            return by_sound
        if len(word) >= _MIN_COMMON and self._is_common(word):
            return word
        return self._nearest(word) or self._parted(word) or word

    def _is_known(self, word: str) -> bool:
        return word in FUNCTION_WORDS or self._lexicon.uses(word)

    def _nearest(self, word: str) -> str | None:
        """The known word that this is a misspelling of. Of those equally near one of the same letters comes first, then
        one without an error of its own (some examples have them), then the longest: letters are swapped or left out
        sooner than added.
        """
        forgiven = 2 if len(word) >= _LONG else 1 if len(word) >= _SHORT else 0
        if forgiven == 0:
            return None
        rivals = self._by_initial[language_of(word)].get(word[0], [])
        found = process.extract(word, rivals, scorer=OSA.distance, score_cutoff=forgiven, limit=_CANDIDATES)
        ranked = [
            (errors, sorted(near) != sorted(word), not self._dictionary.has(near), -len(near), near)
            for near, errors, _ in found
        ]
        return min(ranked)[-1] if ranked else None

    def _parted(self, word: str) -> str | None:
        """The word as two words of the knowledge, the space between them forgotten."""
        cuts = range(_MIN_PART, len(word) - _MIN_PART + 1)
        parts = ((word[:cut], word[cut:]) for cut in cuts)
        return next((f"{one} {two}" for one, two in parts if {one, two} <= self._lexicon.surface_words), None)

    @cached_property
    def _by_language(self) -> dict[Language, list[str]]:
        ordered = sorted(self._lexicon.surface_words | {word for word in FUNCTION_WORDS if len(word) >= _SHORT})
        return {language: [word for word in ordered if language_of(word) == language] for language in LANGUAGES}

    @cached_property
    def _by_initial(self) -> dict[Language, dict[str, list[str]]]:
        grouped: dict[Language, dict[str, list[str]]] = {language: {} for language in LANGUAGES}
        for language, listed in self._by_language.items():
            for word in listed:
                grouped[language].setdefault(word[0], []).append(word)
        return grouped

    @cached_property
    def _by_sound(self) -> dict[Language, dict[str, str]]:
        """Sound keys of words long enough not to collide; of two that sound alike the one that exists."""
        return {
            language: {
                sound_key(word): word for word in sorted(listed, key=self._dictionary.has) if len(word) >= _SHORT
            }
            for language, listed in self._by_language.items()
        }
