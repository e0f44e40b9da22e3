"""All that is known, looked up by id."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from knowledge.letter import Correspondence, Letter
from knowledge.schema import Case, Claim, Dispute, Never, Source


@dataclass(frozen=True)
class Knowledge:
    """Sources, cases and letters that passed every check; `fingerprint` changes with any byte of the content."""

    sources: Mapping[str, Source]
    cases: Mapping[str, Case]
    never: tuple[Never, ...]
    fingerprint: str
    correspondence: Correspondence = field(default_factory=Correspondence)

    @property
    def letters(self) -> Mapping[str, Letter]:
        return self.correspondence.letters

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        return {claim.id: claim for case in self.cases.values() for claim in case.claims}

    @cached_property
    def disputes(self) -> Mapping[str, Dispute]:
        """Claim id -> the dispute that it belongs to."""
        return {
            claim_id: dispute
            for case in self.cases.values()
            for dispute in case.disputes
            for claim_id in dispute.claims
        }

    @cached_property
    def as_of(self) -> dt.date:
        """The day up to which the content speaks: the newest `as_of` of its cases."""
        return max(case.as_of for case in self.cases.values())
