"""Claims ranked for a question: dense and lexical scores per claim, fused, narrowed by the names asked about."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.base import Knowledge
from knowledge.schema import LANGUAGES
from retrieval.dense import Scores, best_per_group
from retrieval.encoders import Encoder, Vectors
from retrieval.fusion import fuse
from retrieval.index import Index
from retrieval.kinds import Asks
from retrieval.links import Links
from retrieval.query import Query

# A word of the question counts as covered by a claim's word in proportion to how far their cosine exceeds this:
# below it, words of the static model are related at most by topic.
_RELATED = 0.45
# The claims looked at closely; the right one is almost never further down.
_CLOSE_LOOK = 16
# What a question presses for counts like this many words that no claim uses.
_PRESSING = 2.0
_NEAREST_PASSAGES = 3
# The weights below were chosen on the development questions, where each is flat around its value: half or double
# moves recall@1 by at most three questions in a hundred. BM25 counts a little less than the dense score, whose
# z-scores are of the same size, because a claim has its words by chance more often than its meaning.
_LEXICAL_WEIGHT = 0.8
# What a name that a claim speaks of is worth, in standard deviations of the dense score.
_NAME_BONUS = 4.0
# What covering the whole of a question is worth, likewise.
_COVERAGE_BONUS = 5.0
# What it is worth that a claim's example questions ask for the same kind of thing (a time, a reason …), likewise:
# all of it from one question in six on, since a claim can answer several kinds.
_KIND_BONUS, _KIND_SHARE = 2.0, 1 / 6


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim found, with what speaks for it.

    `score`: the sum that ranks; `cosine`: mean over its three nearest passages, -1 to 1; `coverage`: the share of
    what the question asks about, by weight of the words, that the claim's own words carry, 0 to 1.
    """

    claim_id: str
    score: float
    cosine: float
    coverage: float


class Searcher:
    """Ranks the claims of one knowledge with one encoder."""

    def __init__(self, knowledge: Knowledge, encoder: Encoder, index: Index, links: Links) -> None:
        self._encoder = encoder
        self._index = index
        self._links = links
        self._claim_ids = tuple(knowledge.claims)
        rows = {claim_id: row for row, claim_id in enumerate(self._claim_ids)}
        self._groups = np.array([rows[passage.claim_id] for passage in index.passages], dtype=np.int32)
        # Passages come claim by claim.
        self._starts = np.searchsorted(self._groups, np.arange(len(self._claim_ids) + 1))
        self._spoken = {
            language: np.array([place for place, piece in enumerate(index.passages) if piece.language == language])
            for language in LANGUAGES
        }
        self._answers = dict(zip(Asks, np.minimum(1, index.kinds.T / _KIND_SHARE), strict=True))

    def search(self, query: Query, case_id: str | None = None) -> list[Hit]:
        """The best claims, best first; with a case given, only claims that speak of it."""
        spoken = list(dict.fromkeys((query.text, query.focus)))
        vectors = self._encoder.encode([*spoken, *query.content])
        nearness = self._index.dense.scores(vectors[: len(spoken)])
        dense = best_per_group(nearness, self._groups, len(self._claim_ids), floor=-1)
        fused = fuse((1, dense), (_LEXICAL_WEIGHT, self._lexical_scores(query)))
        if query.asks is not None:
            fused += _KIND_BONUS * self._answers[query.asks]
        allowed, linked = self._links.narrow(query.mentions, case_id)
        fused = np.where(allowed, fused + _NAME_BONUS * linked, -np.inf)
        close = [int(row) for row in np.argsort(-fused)[:_CLOSE_LOOK] if np.isfinite(fused[row])]
        covered = self._coverage(query, vectors[len(spoken) :], close)
        hits = [
            Hit(
                claim_id=self._claim_ids[row],
                score=float(fused[row]) + _COVERAGE_BONUS * coverage,
                cosine=self._nearness(nearness, row),
                coverage=coverage,
            )
            for row, coverage in zip(close, covered, strict=True)
        ]
        return sorted(hits, key=lambda hit: -hit.score)

    def _lexical_scores(self, query: Query) -> Scores:
        """BM25 per claim, over the passages in the language of the question only."""
        scores = self._index.lexical[query.language].scores(query.focus)
        return best_per_group(scores, self._groups[self._spoken[query.language]], len(self._claim_ids))

    def _nearness(self, nearness: Scores, row: int) -> float:
        """One passage may be near by chance, three hardly are."""
        own = nearness[self._starts[row] : self._starts[row + 1]]
        return float(np.sort(own)[-_NEAREST_PASSAGES:].sum() / _NEAREST_PASSAGES)

    def _coverage(self, query: Query, vectors: Vectors, rows: Sequence[int]) -> list[float]:
        """For each claim the share of the content that its words carry: each word's best match, by weight."""
        if not query.content or not rows:
            return [1.0] * len(rows)
        lexicon = self._index.lexicon
        own = [lexicon.claim_stems[row] for row in rows]
        starts = np.cumsum([0, *map(len, own)])[:-1]
        stems, places = np.unique(np.concatenate(own), return_inverse=True)
        carried = np.clip((self._index.word_vectors[stems] @ vectors.T - _RELATED) / (1 - _RELATED), 0, 1)
        private = [column for column, root in enumerate(query.content) if root in query.private]
        carried[:, private] = 0
        for column, root in enumerate(query.content):
            carried[stems == lexicon.positions.get(root, -1), column] = 1
        best = np.maximum.reduceat(carried[places], starts, axis=0)
        best[(best[:, private] == 0).any(axis=1)] = 0
        weights = np.array([self._weight(root, query) for root in query.content], dtype=np.float32)
        return [float(share) for share in best @ weights / weights.sum()]

    def _weight(self, root: str, query: Query) -> float:
        """How much it matters that a claim carries a stem: most of all what the question presses for."""
        lexicon = self._index.lexicon
        return _PRESSING * lexicon.unknown_idf if root in query.pressing else lexicon.weight(root)
