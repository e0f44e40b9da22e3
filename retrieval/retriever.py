"""From a question to an Answer or an Abstention: the one door of this package."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from knowledge.base import Knowledge
from knowledge.schema import Case, Kind
from retrieval.answer import MAX_CLAIMS, Abstention, Answer, Context, Reason
from retrieval.compose import compose
from retrieval.confidence import THRESHOLD, probability
from retrieval.encoders import Encoder
from retrieval.index import Index, Progress
from retrieval.language import Script
from retrieval.leaning import can_mean
from retrieval.links import Links
from retrieval.names import NameMatcher
from retrieval.query import Query
from retrieval.reading import Reader, read
from retrieval.search import Hit, Searcher
from retrieval.tokens import words

# Further claims join the first when they score nearly as well; further apart they answer another question.
_COMPANION_GAP = 0.5
# Where the first claim is doubtful, one that scores nearly as well and is not goes before it.
_DOUBT_GAP = 1.0
_MAX_CASES = 3
# Below this probability a claim is not even near what was asked.
_ON_TOPIC = 0.15

Found = Answer | Abstention


class Retriever:
    """Answers questions from one knowledge; safe to use from several threads."""

    def __init__(self, reader: Reader, searcher: Searcher) -> None:
        self.knowledge = reader.knowledge
        self._reader = reader
        self._searcher = searcher

    @classmethod
    def open(
        cls, knowledge: Knowledge, encoder: Encoder, folder: Path | None = None, progress: Progress | None = None
    ) -> "Retriever":
        """With the index stored in `folder`, built there first when needed."""
        names = NameMatcher.from_knowledge(knowledge)
        index = Index.open(folder, knowledge, encoder, progress)
        searcher = Searcher(knowledge, encoder, index, Links.from_knowledge(knowledge, names))
        return cls(Reader(knowledge, names, index.lexicon, encoder.knows), searcher)

    def ask(self, question: str, context: Context | None = None) -> Found:
        """The answer to a question, or why there is none."""
        query, hits = self.find(question, self._known(context or Context()))
        if query.is_empty:
            return Abstention(query.language, Reason.EMPTY)
        if query.script is Script.OTHER:
            return Abstention(query.language, Reason.OTHER_LANGUAGE)
        if query.says_nothing:
            return Abstention(query.language, Reason.OFF_TOPIC)
        if query.is_overview:
            return self._overview(query)
        if query.is_vague:
            return Abstention(query.language, Reason.WHICH_CASE, self._cases(self._people(hits, words(question))))
        return self._result(query, hits)

    def find(self, question: str, context: Context) -> tuple[Query, list[Hit]]:
        """The question as read and the claims found, best first.

        What leans on the context is asked of its case; without a pronoun it may turn out to stand by itself.
        """
        query = read(question, context, self._reader)
        hits = self._searcher.search(query, query.leans_on)
        if query.leans_on is None or query.has_pronoun or (hits and probability(hits[0]) >= THRESHOLD):
            return query, hits
        alone = read(question, replace(context, case_id=None), self._reader)
        return alone, self._searcher.search(alone)

    def _overview(self, query: Query) -> Found:
        named = next(mention.entity for mention in query.mentions if mention.entity.is_case)
        case = self.knowledge.cases[named.case_id]
        return compose(self.knowledge, query.language, case.summary_claims)

    def _result(self, query: Query, hits: Sequence[Hit]) -> Found:
        near = [hit for hit in hits if hits[0].score - hit.score <= _DOUBT_GAP]
        first = next((hit for hit in near if probability(hit) >= THRESHOLD), None)
        if first is None or query.is_elsewhere or self._is_of_another(near, query):
            return self._nothing(query, hits)
        companions = [hit.claim_id for hit in hits if self._goes_with(hit, first)]
        return compose(self.knowledge, query.language, companions[: 2 * MAX_CLAIMS])

    def _is_of_another(self, near: Sequence[Hit], query: Query) -> bool:
        """Whether an unknown word in a question without a name that we know may be the name of another person."""
        return query.has_stranger and any(self._case_of(hit).kind is Kind.PERSON for hit in near)

    def _goes_with(self, hit: Hit, first: Hit) -> bool:
        """Whether a claim answers the question about as well as the first one does, on the same case."""
        same = self._case_of(hit).id == self._case_of(first).id
        return same and 0 <= first.score - hit.score <= _COMPANION_GAP and probability(hit) >= THRESHOLD

    def _nothing(self, query: Query, hits: Sequence[Hit]) -> Abstention:
        near = [hit for hit in hits if probability(hit) >= _ON_TOPIC]
        named = [mention.entity.case_id for mention in query.mentions if mention.entity.is_case]
        if not named and query.leans_on is not None:
            named = [query.leans_on]
        nearest = dict.fromkeys([*named, *(self._case_of(hit).id for hit in near)])
        reason = Reason.NOTHING_FOUND if nearest else Reason.OFF_TOPIC
        case = self.knowledge.cases[named[0]] if named else None
        return Abstention(query.language, reason, self._cases(list(nearest)), case)

    def _known(self, context: Context) -> Context:
        """Without a case that has left the knowledge since it was spoken of."""
        return context if context.case_id in self.knowledge.cases else replace(context, case_id=None)

    def _people(self, hits: Sequence[Hit], typed: Sequence[str]) -> list[str]:
        """The people whose cases the hits come from and whom the pronouns of the question can mean."""
        cases = {case.id: case for case in map(self._case_of, hits)}
        return [case.id for case in cases.values() if case.kind is Kind.PERSON and can_mean(case, typed)]

    def _case_of(self, hit: Hit) -> Case:
        return self.knowledge.cases[self.knowledge.claims[hit.claim_id].case_id]

    def _cases(self, case_ids: Sequence[str]) -> tuple[Case, ...]:
        return tuple(self.knowledge.cases[case_id] for case_id in case_ids[:_MAX_CASES])
