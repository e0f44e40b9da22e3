"""Which claims speak of which names: what lets a name in a question narrow the search."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.base import Knowledge
from knowledge.schema import Claim
from retrieval.dense import Scores
from retrieval.names import Entity, Mention, NameMatcher

Mask = NDArray[np.bool_]


class Links:
    """For each entity a mask over the claims; for each case likewise."""

    def __init__(self, entities: dict[str, Mask], cases: dict[str, Mask], count: int) -> None:
        self._entities = entities
        self._cases = cases
        self._count = count

    @classmethod
    def from_knowledge(cls, knowledge: Knowledge, names: NameMatcher) -> "Links":
        """A claim speaks of its case, of the cases it is about, and of what its text names."""
        claims = tuple(knowledge.claims.values())
        named = [{mention.entity.id for mention in names.find_exact(_told(claim))} for claim in claims]
        entities = {
            entity.id: np.array([_speaks(claim, entity, ids) for claim, ids in zip(claims, named, strict=True)])
            for entity in names.entities
        }
        cases = {case_id: np.array([_belongs(claim, case_id) for claim in claims]) for case_id in knowledge.cases}
        return cls(entities, {case_id: mask | entities[case_id] for case_id, mask in cases.items()}, len(claims))

    def narrow(self, mentions: Sequence[Mention], case_id: str | None) -> tuple[Mask, Scores]:
        """Which claims may answer, and the share of the names in the question that each speaks of.

        People narrow strictly: what is asked about one is never answered about another. Bodies and places only
        weigh, because questions name them in passing.
        """
        allowed = np.ones(self._count, dtype=bool) if case_id is None else self._cases[case_id].copy()
        names: dict[frozenset[int], Mask] = {}
        for mention in mentions:
            mask = self._entities[mention.entity.id]
            names[mention.positions] = names.get(mention.positions, np.zeros(self._count, dtype=bool)) | mask
        people = [names[mention.positions] for mention in mentions if mention.entity.is_person]
        if people:
            allowed &= np.logical_or.reduce(people)
        if not names:
            return allowed, np.zeros(self._count, dtype=np.float32)
        return allowed, np.asarray(np.mean(list(names.values()), axis=0), dtype=np.float32)


def _told(claim: Claim) -> str:
    return f"{claim.text.ru} {claim.text.en}"


def _belongs(claim: Claim, case_id: str) -> bool:
    return claim.case_id == case_id or case_id in claim.about


def _speaks(claim: Claim, entity: Entity, named: set[str]) -> bool:
    return entity.id in named or (entity.is_case and _belongs(claim, entity.case_id))
