"""From a question to an Answer or an Abstention: the one door of this package."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean

from knowledge.base import Knowledge
from knowledge.schema import Case, Kind, State
from retrieval.answer import MAX_CLAIMS, Abstention, Answer, Context, Reason
from retrieval.choosing import as_asked, choose, perhaps, surest
from retrieval.clauses import clauses
from retrieval.compose import compose
from retrieval.encoders import Encoders
from retrieval.finder import Finder
from retrieval.index import Progress
from retrieval.language import Script
from retrieval.leaning import can_mean
from retrieval.query import Query
from retrieval.reading import about
from retrieval.search import Hit
from retrieval.tokens import words

_MAX_CASES = 3
# Below this mean cosine to the three nearest passages a claim is not even near what was asked; less will do where both
# speak of the same concept. On the development questions hardly any question off the topic reaches either.
_ON_TOPIC, _ON_TOPIC_BY_CONCEPT = 0.38, 0.28

# Of a person of whom none of these was ever true the present status does not answer whether they are free.
_IN_COURT = frozenset(
    {State.CHARGED, State.DETAINED, State.IMPRISONED, State.RESTRICTED, State.RELEASED, State.SERVED, State.ACQUITTED}
)

Found = Answer | Abstention


class Retriever:
    """Answers questions from one knowledge; safe to use from several threads."""

    def __init__(self, knowledge: Knowledge, finder: Finder, threshold: float) -> None:
        self.knowledge = knowledge
        self.finder = finder
        self._threshold = threshold

    @classmethod
    def open(
        cls, knowledge: Knowledge, encoders: Encoders, folder: Path | None = None, progress: Progress | None = None
    ) -> "Retriever":
        """With the index stored in `folder`, built there first when needed."""
        return cls(knowledge, Finder.open(knowledge, encoders, folder, progress), encoders.weights.threshold)

    def ask(self, question: str, context: Context | None = None) -> Found:
        """The answer to a question, or why there is none. Of two questions in one each is asked apart as well: what
        they find is told where each finds something and the whole nothing else, or where the whole finds nothing.
        """
        known = self._known(context or Context())
        found = self._ask(question, known)
        parts = clauses(question)
        apart = self._answers(parts, known) if len(parts) > 1 else []
        if not apart:
            return found
        joined = self._joined(apart)
        if isinstance(found, Answer) and (len(apart) < len(parts) or found.claims[0] not in joined.claims):
            return found
        return joined

    def _answers(self, parts: Sequence[str], context: Context) -> list[Answer]:
        """Those to the parts that are on the case of the first, which the later ones are asked of; none without it."""
        first = self._ask(parts[0], context)
        if not isinstance(first, Answer):
            return []
        others = (self._ask(part, first.leaves(context)) for part in parts[1:])
        return [found for found in (first, *others) if isinstance(found, Answer) and found.case == first.case]

    def _joined(self, answers: Sequence[Answer]) -> Answer:
        return compose(
            self.knowledge,
            answers[0].language,
            [answer.claims[0].id for answer in answers],
            case_ids=[answers[0].case.id],
        )

    def _ask(self, question: str, context: Context) -> Found:
        query, hits = self.finder.find(question, context)
        if query.is_empty:
            return Abstention(query.language, Reason.EMPTY)
        if query.script is Script.OTHER:
            return Abstention(query.language, Reason.OTHER_LANGUAGE)
        if query.is_reaction:
            return Abstention(query.language, Reason.NOTHING_ASKED)
        if query.says_nothing:
            return Abstention(query.language, Reason.OFF_TOPIC)
        if query.is_overview or query.asks_who:
            return self._overview(query, hits)
        if (held := self._held(query)) is not None:
            return compose(self.knowledge, query.language, held.current.claims)
        if (compared := self._compared(query)) is not None:
            return compared
        if query.is_vague and any(map(_is_near, hits[:_MAX_CASES])):
            return Abstention(query.language, Reason.WHICH_CASE, self._cases(self._people(hits, words(question))))
        return self._result(query, hits)

    def _overview(self, query: Query, hits: Sequence[Hit]) -> Found:
        """The summary of the case; asked who or what it is, first the claim that surely says so."""
        case = self.knowledge.cases[query.case_ids[0]]
        who = [hit for hit in hits if query.asks_who and case.id in hit.cases]
        said = [surest(who).claim_id] if who and surest(who).chance >= self._threshold else []
        readings = as_asked(hits, self.knowledge.disputes) if said else frozenset[str]()
        return compose(self.knowledge, query.language, [*said, *case.summary_claims], readings, [case.id])

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
        return case if case.kind is Kind.PERSON and any(status.state in _IN_COURT for status in case.status) else None

    def _compared(self, query: Query) -> Answer | None:
        """The surest claim on each of the people compared, where every one of them has one."""
        if not query.wants_several or len(query.people) < 2:
            return None
        best = []
        for mention in query.people:
            hits = self.finder.search(about(query, mention, self.knowledge), mention.entity.case_id)
            best += [surest(hits)] if hits else []
        # All are asked about in the same words: whether these are understood is decided for all together.
        if len(best) < len(query.people) or fmean(hit.chance for hit in best) < self._threshold:
            return None
        return compose(self.knowledge, query.language, [hit.claim_id for hit in best])

    def _result(self, query: Query, hits: Sequence[Hit]) -> Found:
        chosen = choose(query, hits, self._threshold)
        if not chosen or self._is_of_another(chosen, query):
            return self._nothing(query, hits)
        claim_ids = [hit.claim_id for hit in chosen[: 2 * MAX_CLAIMS]]
        readings = as_asked(hits, self.knowledge.disputes)
        return compose(self.knowledge, query.language, claim_ids, readings, query.case_ids)

    def _is_of_another(self, chosen: Sequence[Hit], query: Query) -> bool:
        """Whether an unknown word in a question without a name that we know may be the name of another person."""
        return query.has_stranger and any(self._case_of(hit).kind is Kind.PERSON for hit in chosen)

    def _nothing(self, query: Query, hits: Sequence[Hit]) -> Abstention:
        meant = [] if query.is_elsewhere else perhaps(hits)
        near = meant or [hit for hit in hits[:_MAX_CASES] if _is_near(hit)]
        named = query.case_ids
        nearest = dict.fromkeys([*named, *(self._case_of(hit).id for hit in near)])
        reason = Reason.NOTHING_FOUND if nearest else Reason.OFF_TOPIC
        case = self.knowledge.cases[named[0]] if named else None
        claims = tuple(self.knowledge.claims[hit.claim_id] for hit in meant)
        return Abstention(query.language, reason, self._cases(list(nearest)), case, claims)

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
