"""The words of the knowledge: how telling each is, and which claims use it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from retrieval.passages import Passage
from retrieval.tokens import language_of, stem, words


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

    def uses(self, word: str) -> bool:
        """Whether a claim has the word, in whatever form."""
        return stem(word, language_of(word)) in self.positions

    def weight(self, root: str) -> float:
        position = self.positions.get(root)
        return self.unknown_idf if position is None else float(self.idf[position])
