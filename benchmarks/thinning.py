"""The knowledge with fewer example questions: as if its curators had thought of fewer."""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from knowledge.base import Knowledge
from knowledge.schema import MIN_QUESTIONS, Claim, Questions


def thinned(knowledge: Knowledge, keep: Callable[[Claim], Questions], name: str) -> Knowledge:
    """The same claims with the questions that `keep` leaves each; `name` tells the result from others."""
    cases = {
        case.id: case.model_copy(
            update={"claims": tuple(claim.model_copy(update={"questions": keep(claim)}) for claim in case.claims)}
        )
        for case in knowledge.cases.values()
    }
    return replace(knowledge, cases=MappingProxyType(cases), fingerprint=f"{knowledge.fingerprint}-{name}")


def fewest(claim: Claim) -> Questions:
    """No more than a claim must have."""
    return Questions(ru=claim.questions.ru[:MIN_QUESTIONS], en=claim.questions.en[:MIN_QUESTIONS])
