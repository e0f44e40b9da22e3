"""The words of the knowledge: how telling each is, which claims use it, and the nearest known word to a typo."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.schema import Language
from retrieval.passages import Passage
from retrieval.tokens import is_cyrillic, stem, words
from retrieval.translit import sound_key
from retrieval.words import FUNCTION_WORDS

# Letters forgiven by length; the first letter must be right, since nearly all typing errors come later.
_LONG, _MIDDLING, _SHORT = 9, 7, 4
_CANDIDATES = 20
# Shorter parts occur in any word.
_MIN_PART = 4


@dataclass(frozen=True)
class Lexicon:
    """Stems in a fixed order with one written form each, and the stems of each claim by position."""

    stems: tuple[str, ...]
    surfaces: tuple[str, ...]
    claim_ids: tuple[str, ...]
    claim_stems: tuple[NDArray[np.int32], ...]
    surface_words: frozenset[str]

    @classmethod
    def from_passages(cls, passages: Sequence[Passage]) -> "Lexicon":
        """Collect the words of all passages; a claim's words are those of both languages."""
        positions: dict[str, int] = {}
        surfaces: list[str] = []
        claims: dict[str, set[int]] = {}
        seen: set[str] = set()
        for passage in passages:
            own = claims.setdefault(passage.claim_id, set())
            for word in words(passage.text):
                seen.add(word)
                root = stem(word, passage.language)
                if root not in positions:
                    positions[root] = len(surfaces)
                    surfaces.append(word)
                own.add(positions[root])
        arrays = tuple(np.array(sorted(own), dtype=np.int32) for own in claims.values())
        return cls(tuple(positions), tuple(surfaces), tuple(claims), arrays, frozenset(seen))

    @cached_property
    def positions(self) -> dict[str, int]:
        return {root: position for position, root in enumerate(self.stems)}

    @cached_property
    def idf(self) -> NDArray[np.float32]:
        """Inverse document frequency of each stem, a document being a claim; 1 for a word of every claim."""
        counts = np.bincount(np.concatenate(self.claim_stems), minlength=len(self.stems))
        return np.asarray(1 + np.log(len(self.claim_ids) / counts), dtype=np.float32)

    @property
    def unknown_idf(self) -> float:
        """How telling a word is that no claim uses: as one that a single claim uses."""
        return 1 + math.log(len(self.claim_ids))

    def weight(self, root: str) -> float:
        position = self.positions.get(root)
        return self.unknown_idf if position is None else float(self.idf[position])

    def corrected(self, word: str, language: Language, is_word: Callable[[str], bool]) -> str:
        """The words that a word of a question stands for: itself when known, else the known spelling nearest to it.

        Known are the words of the knowledge, function words, and whatever `is_word` knows. Two words written as
        one come back with a space between them.
        """
        if self._is_known(word, language) or word.isdecimal():
            return word
        by_sound = self._by_sound[language].get(sound_key(word)) if len(word) >= _SHORT else None
        if by_sound is not None:
            return by_sound
        if is_word(word):
            return word
        return self._nearest(word, language) or self._parted(word) or word

    def _is_known(self, word: str, language: Language) -> bool:
        return word in self.surface_words or word in FUNCTION_WORDS or stem(word, language) in self.positions

    def _nearest(self, word: str, language: Language) -> str | None:
        """The known word that this is a misspelling of; of a short one only two letters changed about count,
        or a function word, because short words turn into each other too easily (погода, полгода).
        """
        forgiven = 2 if len(word) >= _LONG else 1 if len(word) >= _SHORT else 0
        if forgiven == 0:
            return None
        rivals = self._by_initial[language].get(word[0], [])
        found = process.extract(word, rivals, scorer=OSA.distance, score_cutoff=forgiven, limit=_CANDIDATES)
        alike = [near for near, _, _ in found]
        if len(word) < _MIDDLING:
            alike = [near for near in alike if near in FUNCTION_WORDS or sorted(near) == sorted(word)]
        return alike[0] if alike else None

    def _parted(self, word: str) -> str | None:
        """The word as two words of the knowledge, the space between them forgotten."""
        cuts = range(_MIN_PART, len(word) - _MIN_PART + 1)
        parts = ((word[:cut], word[cut:]) for cut in cuts)
        return next((f"{one} {two}" for one, two in parts if {one, two} <= self.surface_words), None)

    @cached_property
    def _by_language(self) -> dict[Language, list[str]]:
        ordered = sorted(self.surface_words | {word for word in FUNCTION_WORDS if len(word) >= _SHORT})
        return {
            "ru": [word for word in ordered if is_cyrillic(word)],
            "en": [word for word in ordered if not is_cyrillic(word)],
        }

    @cached_property
    def _by_initial(self) -> dict[Language, dict[str, list[str]]]:
        grouped: dict[Language, dict[str, list[str]]] = {"ru": {}, "en": {}}
        for language, listed in self._by_language.items():
            for word in listed:
                grouped[language].setdefault(word[0], []).append(word)
        return grouped

    @cached_property
    def _by_sound(self) -> dict[Language, dict[str, str]]:
        """Sound keys of words long enough not to collide."""
        return {
            language: {sound_key(word): word for word in listed if len(word) >= _SHORT}
            for language, listed in self._by_language.items()
        }
