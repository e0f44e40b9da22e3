"""What to say of the claims found: the dispute they belong to, what has become of it since, the sources."""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, islice

from knowledge.base import Knowledge
from knowledge.schema import Case, Claim, Dispute, Kind, Language, State
from retrieval.answer import MAX_CLAIMS, Answer, Cited, Since

# What has become of a law or a campaign is another question; of a person or a body it is the first one.
_KINDS_WITH_FATE = frozenset({Kind.PERSON, Kind.ORGANISATION})
# Two fates fit under an answer; a list of them is a question of its own.
_MAX_SINCE = 2


def compose(
    knowledge: Knowledge,
    language: Language,
    claim_ids: Sequence[str],
    as_asked: Set[str] = frozenset(),
    case_ids: Sequence[str] = (),
) -> Answer:
    """The answer that these claims make, best first; a disputed claim gives way to the best supported reading, unless
    it is among those that are to be told `as_asked`. It is an answer on the first of these cases that the first claim
    speaks of, or else on the claim's own.
    """
    claims = tuple(knowledge.claims[claim_id] for claim_id in _supported(knowledge, claim_ids, as_asked))
    dispute = knowledge.disputes.get(claims[0].id)
    readings = tuple(knowledge.claims[claim_id] for claim_id in _readings(dispute)) if dispute else ()
    claims = tuple(claim for claim in claims if claim == claims[0] or claim not in readings)[:MAX_CLAIMS]
    since = tuple(islice(_since(knowledge, claims), _MAX_SINCE))
    told: tuple[Claim | Since, ...] = (*claims, *readings, *since)
    cited = chain.from_iterable(each.sources for each in told)
    return Answer(
        language=language,
        case=knowledge.cases[_spoken_of(claims[0], case_ids)],
        claims=claims,
        dispute=dispute,
        readings=readings,
        since=since,
        sources=tuple(_numbered(knowledge, cited)),
    )


def _spoken_of(claim: Claim, case_ids: Iterable[str]) -> str:
    spoken_of = {claim.case_id, *claim.about}
    return next((case_id for case_id in case_ids if case_id in spoken_of), claim.case_id)


def _supported(knowledge: Knowledge, claim_ids: Iterable[str], as_asked: Set[str]) -> Iterator[str]:
    """The claims, each other reading of a dispute replaced by the best supported one, without repetition."""
    seen = set()
    for claim_id in claim_ids:
        dispute = None if claim_id in as_asked else knowledge.disputes.get(claim_id)
        chosen = dispute.best if dispute is not None and dispute.best is not None else claim_id
        if chosen not in seen:
            seen.add(chosen)
            yield chosen


def _readings(dispute: Dispute) -> list[str]:
    return sorted(dispute.claims, key=lambda claim_id: claim_id != dispute.best)


def _since(knowledge: Knowledge, claims: Sequence[Claim]) -> Iterator[Since]:
    """For each case that the claims speak of, its present status, where that is newer than what the first of them to
    do so tells, and is not told by the others.
    """
    firsts: dict[str, Claim] = {}
    for claim in claims:
        for case_id in (claim.case_id, *claim.about):
            firsts.setdefault(case_id, claim)
    ids = {claim.id for claim in claims}
    for case_id, claim in firsts.items():
        case = knowledge.cases[case_id]
        if _has_moved_on(case, claim) and not ids.issuperset(case.current.claims):
            rests_on = (knowledge.claims[claim_id] for claim_id in case.current.claims)
            sources = dict.fromkeys(chain.from_iterable(rest.sources for rest in rests_on))
            yield Since(case, case.current, tuple(sources))


def _has_moved_on(case: Case, claim: Claim) -> bool:
    has_fate = case.kind in _KINDS_WITH_FATE and case.current.state is not State.UNKNOWN
    return has_fate and claim.date.before(case.current.since)


def _numbered(knowledge: Knowledge, source_ids: Iterable[str]) -> Iterator[Cited]:
    for number, source_id in enumerate(dict.fromkeys(source_ids), start=1):
        yield Cited(number, source_id, knowledge.sources[source_id])
