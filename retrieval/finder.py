"""From a question as typed to the claims that may answer it, each with the chance that it does."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from knowledge.base import Knowledge
from retrieval.answer import Context
from retrieval.confidence import probability
from retrieval.dictionary import Dictionary
from retrieval.encoders import Encoders
from retrieval.index import Index, Progress
from retrieval.links import Links
from retrieval.names import NameMatcher
from retrieval.opinions import odds, pooled
from retrieval.places import Places
from retrieval.query import Query
from retrieval.reading import Reader, read
from retrieval.search import Hit, Searcher
from retrieval.weights import Weights

# Of so many of the best claims the chance is told: the ranking compares claims, the chance says whether one answers at
# all, and the surest of them is told first.
_FRONT = 3
# A question that may lean on the case spoken of before does so some seven times of eight: its odds count so much more.
_LEANING = 7

Found = tuple[Query, list[Hit]]


class Finder:
    """Reads a question, also in more than one way, and searches for what each reading asks."""

    def __init__(self, reader: Reader, searcher: Searcher, weights: Weights) -> None:
        self._reader = reader
        self._searcher = searcher
        self._weights = weights

    @classmethod
    def open(
        cls, knowledge: Knowledge, encoders: Encoders, folder: Path | None = None, progress: Progress | None = None
    ) -> "Finder":
        """With the index stored in `folder`, built there first when needed."""
        names, dictionary = NameMatcher.from_knowledge(knowledge), Dictionary()
        index = Index.open(folder, knowledge, names, encoders, progress)
        searcher = Searcher(knowledge, encoders, index, Links.from_knowledge(knowledge, names), Places(dictionary))
        reader = Reader.of(knowledge, names, index.lexicon, dictionary, encoders.words.knows)
        return cls(reader, searcher, encoders.weights)

    def find(self, question: str, context: Context) -> Found:
        """The question as read and the claims found, best first.

        A message of several sentences is read twice: the sentences that ask, and all of it ("I read that the strikers
        were fined. And how much each?"). Each reading is an opinion on the claims found.
        """
        asked = self._found(question, context)
        if asked[0].focus == asked[0].text or (asked[0].is_decided and not asked[0].is_vague):
            return asked
        whole = self._found(question, context, whole=True)
        if whole[0].is_decided:
            return asked
        # Whom "they" stands for the other sentences may say.
        return whole if asked[0].is_vague else _as_one(asked, whole)

    def search(self, query: Query, case_id: str | None = None) -> list[Hit]:
        """The best claims for a question as read; with a case given, only those that speak of it."""
        hits = self._searcher.search(query, case_id)
        places = range(min(_FRONT, len(hits)))
        return _with(hits, {hits[place].claim_id: probability(query, hits, self._weights, place) for place in places})

    def _found(self, question: str, context: Context, *, whole: bool = False) -> Found:
        """What may lean on the context is asked of its case, and, unless a pronoun says that it must, by itself as
        well: that counts where it is so much surer.
        """
        query = read(question, context, self._reader, whole=whole)
        hits = self.search(query, query.leans_on)
        if query.leans_on is None or (query.has_pronoun and not query.mentions):
            return query, hits
        alone = read(question, replace(context, case_id=None), self._reader, whole=whole)
        found = self.search(alone)
        return (query, hits) if odds(_surest(hits)) * _LEANING >= odds(_surest(found)) else (alone, found)


def _as_one(one: Found, other: Found) -> Found:
    """The reading in which the surest claim is surer; its chances are those of both."""
    chances = pooled([{hit.claim_id: hit.chance for hit in hits[:_FRONT]} for _, hits in (one, other)])
    if not chances:
        return one
    best = max(chances, key=chances.__getitem__)
    query, hits = max(one, other, key=lambda found: _chance_of(best, found[1]))
    return query, _with(hits, chances)


def _with(hits: Sequence[Hit], chances: Mapping[str, float]) -> list[Hit]:
    return [replace(hit, chance=chances.get(hit.claim_id, 0.0)) for hit in hits]


def _chance_of(claim_id: str, hits: Sequence[Hit]) -> float:
    return max((hit.chance for hit in hits if hit.claim_id == claim_id), default=0.0)


def _surest(hits: Sequence[Hit]) -> float:
    return max((hit.chance for hit in hits), default=0.0)
