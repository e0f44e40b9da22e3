"""From a question to an Answer or an Abstention: the one door of this package."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean

from knowledge.base import Knowledge
from knowledge.schema import Case, Kind
from retrieval.answer import MAX_CLAIMS, Abstention, Answer, Context, Reason
from retrieval.choosing import as_asked, choose, surest
from retrieval.clauses import clauses
from retrieval.compose import compose
from retrieval.confidence import probability
from retrieval.dictionary import Dictionary
from retrieval.encoders import Encoders
from retrieval.index import Index, Progress
from retrieval.language import Script
from retrieval.leaning import can_mean
from retrieval.links import Links
from retrieval.names import NameMatcher
from retrieval.places import Places
from retrieval.query import Query
from retrieval.reading import Reader, about, read
from retrieval.search import Hit, Searcher
from retrieval.tokens import words
from retrieval.weights import Weights

_MAX_CASES = 3
# Below this mean cosine to the three nearest passages a claim is not even near what was asked; less will do where both
# speak of the same concept. On the development questions hardly any question off the topic reaches either.
_ON_TOPIC, _ON_TOPIC_BY_CONCEPT = 0.38, 0.28

Found = Answer | Abstention


class Retriever:
    """Answers questions from one knowledge; safe to use from several threads."""

    def __init__(self, reader: Reader, searcher: Searcher, weights: Weights) -> None:
        self.knowledge = reader.knowledge
        self._reader = reader
        self._searcher = searcher
        self._weights = weights

    @classmethod
    def open(
        cls, knowledge: Knowledge, encoders: Encoders, folder: Path | None = None, progress: Progress | None = None
    ) -> "Retriever":
        """With the index stored in `folder`, built there first when needed."""
        names = NameMatcher.from_knowledge(knowledge)
        index = Index.open(folder, knowledge, names, encoders, progress)
        dictionary = Dictionary()
        searcher = Searcher(knowledge, encoders, index, Links.from_knowledge(knowledge, names), Places(dictionary))
        reader = Reader.of(knowledge, names, index.lexicon, dictionary, encoders.words.knows)
        return cls(reader, searcher, encoders.weights)

    def ask(self, question: str, context: Context | None = None) -> Found:
        """The answer to a question, or why there is none. Of two questions in one each is asked apart: what they find
        is told where each finds something, or where the whole finds nothing.
        """
        known = self._known(context or Context())
        parts = clauses(question)
        apart = self._answers(parts, known) if len(parts) > 1 else []
        if apart and len(apart) == len(parts):
            return self._joined(apart)
        found = self._ask(question, known)
        return self._joined(apart) if apart and isinstance(found, Abstention) else found

    def _answers(self, parts: Sequence[str], context: Context) -> list[Answer]:
        """Those to the parts that are on the case of the first, which the later ones are asked of; none without it."""
        first = self._ask(parts[0], context)
        if not isinstance(first, Answer):
            return []
        others = (self._ask(part, first.leaves(context)) for part in parts[1:])
        return [found for found in (first, *others) if isinstance(found, Answer) and found.case == first.case]

    def _joined(self, answers: Sequence[Answer]) -> Answer:
        return compose(self.knowledge, answers[0].language, [answer.claims[0].id for answer in answers])

    def _ask(self, question: str, context: Context) -> Found:
        query, hits = self.find(question, context)
        if query.is_empty:
            return Abstention(query.language, Reason.EMPTY)
        if query.script is Script.OTHER:
            return Abstention(query.language, Reason.OTHER_LANGUAGE)
        if query.says_nothing:
            return Abstention(query.language, Reason.OFF_TOPIC)
        if query.is_overview:
            return self._overview(query)
        if (held := self._held(query)) is not None:
            return compose(self.knowledge, query.language, held.current.claims)
        if (compared := self._compared(query)) is not None:
            return compared
        if query.is_vague:
            return Abstention(query.language, Reason.WHICH_CASE, self._cases(self._people(hits, words(question))))
        return self._result(query, hits)

    def find(self, question: str, context: Context) -> tuple[Query, list[Hit]]:
        """The question as read and the claims found, best first.

        Where the sentences that ask find no answer by themselves, and all of the message does, all of it is the
        question: "I read that the strikers were fined. And how much each?"
        """
        query, hits = self._found(question, context)
        if query.focus == query.text or query.is_overview or self.chance(query, hits) >= self._weights.threshold:
            return query, hits
        whole, found = self._found(question, context, whole=True)
        return (whole, found) if self.chance(whole, found) >= self._weights.threshold else (query, hits)

    def _found(self, question: str, context: Context, *, whole: bool = False) -> tuple[Query, list[Hit]]:
        """What may lean on the context is asked of its case, and, unless a pronoun says that it must, by itself as
        well: the reading with the surer answer counts.
        """
        query = read(question, context, self._reader, whole=whole)
        hits = self._searcher.search(query, query.leans_on)
        if query.leans_on is None or (query.has_pronoun and not query.mentions):
            return query, hits
        alone = read(question, replace(context, case_id=None), self._reader, whole=whole)
        found = self._searcher.search(alone)
        return (query, hits) if self.chance(query, hits) >= self.chance(alone, found) else (alone, found)

    def chance(self, query: Query, hits: Sequence[Hit], place: int = 0) -> float:
        """How likely the hit in this place answers the question, 0 to 1; 0 where there is none."""
        return probability(query, hits, self._weights, place) if hits else 0.0

    def _overview(self, query: Query) -> Found:
        named = next(mention.entity for mention in query.mentions if mention.entity.is_case)
        case = self.knowledge.cases[named.case_id]
        return compose(self.knowledge, query.language, case.summary_claims)

    def _held(self, query: Query) -> Case | None:
        """The one person who is asked about as in prison or free at present: what holds now goes first, whatever the
        question takes for granted.
        """
        named = [mention.entity.case_id for mention in query.people]
        if not named and query.leans_on is not None:
            named = [query.leans_on]
        if not query.asks_custody or len(named) != 1:
            return None
        case = self.knowledge.cases[named[0]]
        return case if case.kind is Kind.PERSON else None

    def _compared(self, query: Query) -> Answer | None:
        """The surest claim on each of the people compared, where every one of them has one."""
        if not query.wants_several or len(query.people) < 2:
            return None
        claim_ids, chances = [], []
        for mention in query.people:
            alone = about(query, mention, self.knowledge)
            hits = self._searcher.search(alone, mention.entity.case_id)
            place, chance = surest(alone, hits, self._weights) if hits else (0, 0.0)
            claim_ids += [hit.claim_id for hit in hits[place : place + 1]]
            chances.append(chance)
        # All are asked about in the same words: whether these are understood is decided for all together.
        if fmean(chances) < self._weights.threshold or len(claim_ids) < len(chances):
            return None
        return compose(self.knowledge, query.language, claim_ids)

    def _result(self, query: Query, hits: Sequence[Hit]) -> Found:
        chosen = choose(query, hits, self._weights)
        if not chosen or self._is_of_another(chosen, query):
            return self._nothing(query, hits)
        claim_ids = [hit.claim_id for hit in chosen[: 2 * MAX_CLAIMS]]
        return compose(self.knowledge, query.language, claim_ids, as_asked(hits, self.knowledge.disputes))

    def _is_of_another(self, chosen: Sequence[Hit], query: Query) -> bool:
        """Whether an unknown word in a question without a name that we know may be the name of another person."""
        return query.has_stranger and any(self._case_of(hit).kind is Kind.PERSON for hit in chosen)

    def _nothing(self, query: Query, hits: Sequence[Hit]) -> Abstention:
        near = [hit for hit in hits[:_MAX_CASES] if _is_near(hit)]
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
        return self.knowledge.cases[hit.case_id]

    def _cases(self, case_ids: Sequence[str]) -> tuple[Case, ...]:
        return tuple(self.knowledge.cases[case_id] for case_id in case_ids[:_MAX_CASES])


def _is_near(hit: Hit) -> bool:
    least = _ON_TOPIC_BY_CONCEPT if hit.signals.concepts else _ON_TOPIC
    return hit.signals.closeness.nearest_three >= least
