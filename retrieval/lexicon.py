"""The words of the knowledge: how telling each is, which claims use it, and the nearest known word to a typo."""

import math
from collections.abc import Sequence
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

# Letters forgiven by length: shorter words turn into each other too easily (погода, полгода).
_LONG, _MIDDLING = 10, 7


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

    def corrected(self, word: str, language: Language) -> str:
        """The word itself when known, else the known word of this language that it is a misspelling of, if any."""
        if word in self.surface_words or stem(word, language) in self.positions or word.isdecimal():
            return word
        by_sound = self._by_sound[language].get(sound_key(word))
        if by_sound is not None:
            return by_sound
        forgiven = 2 if len(word) >= _LONG else 1 if len(word) >= _MIDDLING else 0
        if forgiven == 0:
            return word
        found = process.extractOne(word, self._by_language[language], scorer=OSA.distance, score_cutoff=forgiven)
        return word if found is None else str(found[0])

    @cached_property
    def _by_language(self) -> dict[Language, list[str]]:
        ordered = sorted(self.surface_words)
        return {
            "ru": [word for word in ordered if is_cyrillic(word)],
            "en": [word for word in ordered if not is_cyrillic(word)],
        }

    @cached_property
    def _by_sound(self) -> dict[Language, dict[str, str]]:
        """Sound keys of words long enough not to collide."""
        return {
            language: {sound_key(word): word for word in listed if len(word) >= 4}
            for language, listed in self._by_language.items()
        }
