"""BM25 over the passages of one language."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import bm25s
import numpy as np

from knowledge.schema import Language
from retrieval.dense import Scores
from retrieval.tokens import stems


class LexicalIndex:
    """BM25 (Robertson's, with Lucene's idf) over stems and pairs of them; scores come in passage order."""

    def __init__(self, index: bm25s.BM25, language: Language) -> None:
        self._index = index
        self._language = language

    @classmethod
    def build(cls, texts: Sequence[str], language: Language) -> "LexicalIndex":
        index = bm25s.BM25()
        index.index([_terms(text, language) for text in texts], show_progress=False)
        return cls(index, language)

    @classmethod
    def load(cls, folder: Path, language: Language) -> "LexicalIndex":
        """Read a saved index; OSError, KeyError or ValueError when it is damaged or missing."""
        return cls(bm25s.BM25.load(folder, show_progress=False), language)

    def save(self, folder: Path) -> None:
        self._index.save(folder, show_progress=False)

    def scores(self, text: str) -> Scores:
        """BM25 of every passage for a question; zeros when no word is known."""
        known = [term for term in _terms(text, self._language) if term in self._index.vocab_dict]
        if not known:
            return np.zeros(self._index.scores["num_docs"], dtype=np.float32)
        return np.asarray(self._index.get_scores(known), dtype=np.float32)


def _terms(text: str, language: Language) -> list[str]:
    """Stems and neighbouring pairs: "how many days" and "how many workers" differ in little else."""
    single = stems(text, language)
    return single + [f"{one} {other}" for one, other in pairwise(single)]
