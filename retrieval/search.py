"""Claims ranked for a question: the likely ones by fused scores, then a close look at these."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from knowledge.base import Knowledge
from knowledge.schema import LANGUAGES
from retrieval.background import above
from retrieval.closeness import closeness
from retrieval.concepts import concepts, shared
from retrieval.coverage import Known, cover
from retrieval.cross import READ
from retrieval.dense import Scores, best_per_group
from retrieval.encoders import Encoders
from retrieval.forms import can_answer
from retrieval.fusion import fuse
from retrieval.index import Index
from retrieval.kinds import Asks
from retrieval.links import Links
from retrieval.persons import persons
from retrieval.places import Places
from retrieval.query import Query
from retrieval.signals import Signals, score
from retrieval.vectors import Vectors
from retrieval.years import years

# The claims looked at closely; the right one is almost never further down.
_CLOSE_LOOK = 32
# The weights that bring claims to the close look only have to bring the right one that far: chosen on the development
# questions, where each is flat around its value. BM25 counts a little less than the dense score, whose z-scores
# are of the same size, because a claim has its words by chance more often than its meaning.
_LEXICAL_WEIGHT = 0.8
# What a name that a claim speaks of is worth, in standard deviations of the dense score.
_NAME_BONUS = 4.0
# What it is worth that a claim's example questions ask for the same kind of thing (a time, a reason …), likewise:
# all of it from one question in six on, since a claim can answer several kinds.
_KIND_BONUS, _KIND_SHARE = 2.0, 1 / 6
# A claim of the year asked about, and one that speaks of that year among others.
_OF_THE_YEAR, _TELLS_OF_IT = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim found, what speaks for it, the sum of that, and the cases that the claim is of or about.

    The best ones are doubted: `unanswered` is how close the question is to one that no claim of these cases answers, a
    cosine, `of_any` to one that no case file at all answers, and `cross` what the cross-encoder says, the logarithm of
    the odds that the claim answers. `chance` is the probability of that, of the very best alone.
    """

    claim_id: str
    score: float
    signals: Signals
    cases: frozenset[str]
    unanswered: float = 0.0
    of_any: float = 0.0
    cross: float | None = None
    chance: float = 0.0

    @property
    def case_id(self) -> str:
        return self.claim_id.partition(".")[0]


class Searcher:
    """Ranks the claims of one knowledge."""

    def __init__(self, knowledge: Knowledge, encoders: Encoders, index: Index, links: Links, places: Places) -> None:
        self._encoders = encoders
        self._index = index
        self._links = links
        self._world = places
        self._texts = {claim_id: claim.text for claim_id, claim in knowledge.claims.items()}
        self._claim_ids = tuple(knowledge.claims)
        self._cases = [frozenset((claim.case_id, *claim.about)) for claim in knowledge.claims.values()]
        rows = {claim_id: row for row, claim_id in enumerate(self._claim_ids)}
        self._groups = np.array([rows[passage.claim_id] for passage in index.passages], dtype=np.int32)
        self._is_statement = np.array([passage.is_statement for passage in index.passages])
        # Passages come claim by claim.
        self._starts = np.searchsorted(self._groups, np.arange(len(self._claim_ids) + 1))
        self._spoken = {
            language: np.array([place for place, piece in enumerate(index.passages) if piece.language == language])
            for language in LANGUAGES
        }
        self._forms = {
            kind: np.array([can_answer(claim.text, kind) for claim in knowledge.claims.values()]) for kind in Asks
        }
        self._dated = {row: claim.date.year for row, claim in enumerate(knowledge.claims.values())}
        self._told = [years(claim.text.ru) for claim in knowledge.claims.values()]
        self._level, word_level, self._seen_level = map(float, index.levels)
        self._known = Known(index.word_vectors, word_level)
        self._in_vain = index.places_in_vain()
        self._answers = dict(zip(Asks, np.minimum(1, index.kinds.T / _KIND_SHARE), strict=True))

    @cached_property
    def _persons(self) -> list[frozenset[str]]:
        """Whom each claim names: made when somebody's name is first asked for, since it takes the dictionaries."""
        return [persons(text, self._world) for text in self._texts.values()]

    def search(self, query: Query, case_id: str | None = None) -> list[Hit]:
        """The best claims, best first; with a case given, only claims that speak of it."""
        # A question without a name is the same without names, and one without a greeting all focus.
        places = {text: place for place, text in enumerate(dict.fromkeys((query.text, query.focus, query.nameless)))}
        vectors = self._encoders.texts.encode_questions(list(places))
        written = vectors[[places[query.text], places[query.focus]]]
        nameless = vectors[[places[query.nameless]]]
        turned = self._encoders.lens.turned(self._encoders.lens.seen(nameless))
        lexical = self._lexical_scores(query)
        allowed, linked = self._links.narrow(query.mentions, case_id)
        fused = fuse((1, self._dense_scores(written)), (_LEXICAL_WEIGHT, lexical))
        fused += _KIND_BONUS * self._answers[query.asks] + _NAME_BONUS * linked
        fused[~allowed] = -np.inf
        rows = [int(row) for row in np.argsort(-fused)[:_CLOSE_LOOK] if np.isfinite(fused[row])]
        close = self._apart([self._places(row) for row in rows], written, turned)
        prospect = self._encoders.prospect.of(nameless[0])
        named = query.named
        held = shared(concepts(query.nameless), self._index.concepts[rows])
        covered = cover(query, self._encoders.words.encode(query.content), rows, self._index.lexicon, self._known)
        signals = [
            Signals(
                closeness=closeness(cosines, self._is_statement[self._places(row)]),
                coverage=coverage,
                lexical=math.log1p(lexical[row]),
                kind=float(self._answers[query.asks][row]),
                form=float(self._forms[query.asks][row]),
                names=float(linked[row]),
                concepts=float(concept),
                years=self._years(row, query),
                anonymous=float(query.wants_name and self._persons[row] <= named),
                prospect=prospect,
            )
            for row, cosines, coverage, concept in zip(rows, close, covered, held, strict=True)
        ]
        hits = [
            Hit(self._claim_ids[row], score(each, self._encoders.weights), each, self._cases[row])
            for row, each in zip(rows, signals, strict=True)
        ]
        best = sorted(hits, key=lambda hit: -hit.score)
        return [*self._crossed(query, self._doubted(best[:READ], written, turned)), *best[READ:]]

    def _doubted(self, hits: Sequence[Hit], written: Vectors, turned: Vectors) -> list[Hit]:
        """The hits, with how close the question is to those asked in vain, of their cases or of any."""
        cases = frozenset[str]().union(*(hit.cases for hit in hits))
        places = {case_id: self._in_vain[case_id] for case_id in cases if case_id in self._in_vain}
        cosines = self._apart(list(places.values()), written, turned)
        nearest = {case_id: float(own.max()) for case_id, own in zip(places, cosines, strict=True)}
        # What is asked of any case has no name in it: a name in the question would only take them apart.
        of_any = float(self._nameless(self._in_vain[None], turned).max())
        return [
            replace(
                hit,
                unanswered=max([of_any, *(nearest[case_id] for case_id in hit.cases & nearest.keys())]),
                of_any=of_any,
            )
            for hit in hits
        ]

    def _crossed(self, query: Query, hits: list[Hit]) -> list[Hit]:
        """The hits, read together with the question where there is a cross-encoder."""
        if self._encoders.cross is None:
            return hits
        texts = [self._texts[hit.claim_id].in_language(query.language) for hit in hits]
        logits = self._encoders.cross.logits(query.focus, texts)
        return [replace(hit, cross=logit) for hit, logit in zip(hits, logits, strict=True)]

    def _dense_scores(self, vectors: Vectors) -> Scores:
        """The cosine of every claim's nearest passage, in whichever language."""
        return best_per_group(self._index.dense.scores(vectors), self._groups, len(self._claim_ids), floor=-1)

    def _lexical_scores(self, query: Query) -> Scores:
        """BM25 per claim, over the passages in the language of the question only."""
        scores = self._index.lexical[query.language].scores(query.focus)
        return best_per_group(scores, self._groups[self._spoken[query.language]], len(self._claim_ids))

    def _apart(self, places: Sequence[NDArray[np.intp]], written: Vectors, turned: Vectors) -> list[Scores]:
        """Exact cosines of groups of texts in the close index: the mean of those with the names in them and without."""
        if not places:
            return []
        every = np.concatenate(places)
        as_written = above(self._index.close.as_written(every, written), self._level)
        cosines = (as_written + self._nameless(every, turned)) / 2
        return np.split(cosines, np.cumsum([len(each) for each in places])[:-1])

    def _nameless(self, places: NDArray[np.intp], turned: Vectors) -> Scores:
        """Exact cosines of texts without the names in them, through the lens."""
        return above(self._index.close.without_names(places, turned), self._seen_level)

    def _years(self, row: int, query: Query) -> float:
        """How well a claim fits the years asked about."""
        if self._dated[row] in query.years:
            return _OF_THE_YEAR
        return _TELLS_OF_IT if self._told[row] & query.years else 0.0

    def _places(self, row: int) -> NDArray[np.intp]:
        return np.arange(self._starts[row], self._starts[row + 1])
