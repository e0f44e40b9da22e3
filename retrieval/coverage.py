"""Which of the words that a question asks about a claim carries, and which it does not."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.background import above
from retrieval.lexicon import Lexicon
from retrieval.query import Query
from retrieval.vectors import Vectors

# A word of the question counts as carried by a claim's word in proportion to how far their cosine exceeds this:
# below it, words of the static model are related at most by topic.
_RELATED = 0.45
# Carried less than this, a word is missing.
_MISSING = 0.3
# What a question presses for counts like this many words that no claim uses.
_PRESSING = 2.0


@dataclass(frozen=True, slots=True)
class Known:
    """The vectors of the lexicon's words, and how alike unrelated words are to their encoder."""

    vectors: Vectors
    level: float

    def alike(self, stems: NDArray[np.int32], others: Vectors) -> NDArray[np.float32]:
        """How alike each of some words is to each of `others`, 1 for the same meaning."""
        return above(self.vectors[stems] @ others.T, self.level)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of the question's words, those that neither carry its form nor name somebody:

    `share`: how much of their weight the claim's own words carry, 0 to 1. `missing`: how many it does not carry.
    `strange`: how many of these no claim uses at all. `private`: how many are private matters that it does not tell.
    """

    share: float
    missing: int
    strange: float
    private: int


def cover(query: Query, vectors: Vectors, rows: Sequence[int], lexicon: Lexicon, known: Known) -> list[Coverage]:
    """The coverage of `query` by each of the claims in `rows`; `vectors` are those of `query.content`."""
    if not query.content or not rows:
        return [Coverage(1.0, 0, 0.0, 0)] * len(rows)
    own = [lexicon.claim_stems[row] for row in rows]
    starts = np.cumsum([0, *map(len, own)])[:-1]
    stems, places = np.unique(np.concatenate(own), return_inverse=True)
    carried = np.clip((known.alike(stems, vectors) - _RELATED) / (1 - _RELATED), 0, 1)
    private = np.array([root in query.private for root in query.content])
    carried[:, private] = 0
    for column, root in enumerate(query.content):
        carried[stems == lexicon.positions.get(root, -1), column] = 1
    best = np.maximum.reduceat(carried[places], starts, axis=0)
    weights = np.array([_weight(root, query, lexicon) for root in query.content], dtype=np.float32)
    strange = np.array([root not in lexicon.positions for root in query.content])
    counts = (
        best @ (weights / weights.sum()),
        (best < _MISSING).sum(axis=1),
        (1 - best[:, strange]).sum(axis=1),
        (best[:, private] == 0).sum(axis=1),
    )
    return [Coverage(*row) for row in zip(*(count.tolist() for count in counts), strict=True)]


def _weight(root: str, query: Query, lexicon: Lexicon) -> float:
    """How much it matters that a claim carries a stem: most of all what the question presses for."""
    return _PRESSING * lexicon.unknown_idf if root in query.pressing else lexicon.weight(root)
