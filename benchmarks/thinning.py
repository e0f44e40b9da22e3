"""The knowledge with fewer example questions: as if its curators had thought of fewer."""

import random
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from rapidfuzz import fuzz

from knowledge.base import Knowledge
from knowledge.schema import LANGUAGES, MIN_QUESTIONS, Claim, QuestionList, Questions
from retrieval.encoders import Encoders
from retrieval.training.lens import ALIKE, fitted, material

_SHARE = 0.1


def thinned(knowledge: Knowledge, keep: Callable[[Claim], Questions], name: str, one_in: int = 1) -> Knowledge:
    """The same claims with the questions that `keep` leaves each, and one in so many of those that no claim answers;
    `name` tells the result from others.
    """
    cases = {
        case.id: case.model_copy(
            update={
                "claims": tuple(claim.model_copy(update={"questions": keep(claim)}) for claim in case.claims),
                "unanswered": QuestionList(ru=case.unanswered.ru[::one_in], en=case.unanswered.en[::one_in]),
            }
        )
        for case in knowledge.cases.values()
    }
    return replace(knowledge, cases=MappingProxyType(cases), fingerprint=f"{knowledge.fingerprint}-{name}")


def fewest(claim: Claim) -> Questions:
    """No more than a claim must have."""
    return Questions(ru=claim.questions.ru[:MIN_QUESTIONS], en=claim.questions.en[:MIN_QUESTIONS])


def left_out(knowledge: Knowledge, seed: int) -> tuple[Knowledge, list[tuple[str, str]]]:
    """One in ten of the example questions with the claim that each belongs to, and the knowledge without them and
    without what nearly repeats them.
    """
    chance = random.Random(seed)  # noqa: S311 (no secret)
    asked: list[tuple[str, str]] = []
    return thinned(knowledge, lambda claim: _without(claim, chance, asked), name=str(seed)), asked


def refitted(encoders: Encoders, knowledge: Knowledge) -> Encoders:
    """The same with a lens fitted on this knowledge: one that has seen the questions left out would flatter itself."""
    return replace(encoders, lens=fitted(material(knowledge, encoders)))


def right_for(knowledge: Knowledge, claim_id: str) -> frozenset[str]:
    """The claims that answer an example question of this one: it, and the other readings of its dispute."""
    dispute = knowledge.disputes.get(claim_id)
    return frozenset({claim_id, *(dispute.claims if dispute else ())})


def _without(claim: Claim, chance: random.Random, asked: list[tuple[str, str]]) -> Questions:
    """The claim's questions less some, which join `asked`, and their near copies."""
    kept = {}
    for language in LANGUAGES:
        questions = claim.questions.in_language(language)
        taken = [question for question in questions if chance.random() < _SHARE]
        left = [one for one in questions if all(fuzz.token_set_ratio(one, other) < ALIKE for other in taken)]
        kept[language] = tuple(left)
        asked += [(question, claim.id) for question in taken]
    return Questions.model_construct(ru=kept["ru"], en=kept["en"])
