"""Which letters may honestly be sent on a day, and why the others may not."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowledge.base import Knowledge
from knowledge.letter import OPEN_WHILE, Ask, Letter
from knowledge.schema import Status


class Shut(StrEnum):
    """Why a letter, or one of its asks, is not open."""

    ENDED = "ended"
    EXPIRED = "expired"
    NOT_VERIFIED = "not-verified"
    NOT_YET = "not-yet"
    TOO_LATE = "too-late"
    OVERTAKEN = "overtaken"
    UNPROVEN = "unproven"


@dataclass(frozen=True, slots=True)
class Standing:
    """A letter on a day: the asks that are open, or why none is."""

    letter: Letter
    asks: tuple[Ask, ...]
    shut: Shut | None

    @property
    def is_open(self) -> bool:
        return self.shut is None


class Letters:
    """All letters of the knowledge, looked at on any day."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def standing(self, name: str, day: dt.date) -> Standing | None:
        """How a letter stands on a day; None when there is no such letter."""
        letter = self._knowledge.letters.get(name)
        return None if letter is None else self._standing(letter, day)

    def open_on(self, day: dt.date) -> list[Standing]:
        """The letters that may be sent, in the order of their names."""
        return [standing for standing in self._all(self._knowledge.letters.values(), day) if standing.is_open]

    def shut_on(self, day: dt.date) -> list[Standing]:
        """The letters that may not be sent, in the order of their names."""
        return [standing for standing in self._all(self._knowledge.letters.values(), day) if not standing.is_open]

    def about(self, case_id: str, day: dt.date) -> list[Standing]:
        """The letters of a case: the open ones first, its own before those that only mention it."""
        letters = [letter for letter in self._knowledge.letters.values() if case_id in letter.cases]
        return sorted(self._all(letters, day), key=lambda one: (not one.is_open, one.letter.case != case_id))

    def since(self, standing: Standing) -> Status:
        """What the case of a letter has come to: told where a letter is shown as closed."""
        return self._knowledge.cases[standing.letter.case].current

    def why_shut(self, ask: Ask, day: dt.date) -> Shut | None:
        """Why an ask may not be made on a day; None when it may."""
        if day < ask.begins:
            return Shut.NOT_YET
        if day > ask.until:
            return Shut.TOO_LATE
        case = self._knowledge.cases.get(ask.case)
        if case is None or not all(map(self._holds, ask.evidence)):
            return Shut.UNPROVEN
        allowed = OPEN_WHILE.get(ask.aim)
        return Shut.OVERTAKEN if allowed is not None and case.current.state not in allowed else None

    def why_shut_whole(self, letter: Letter, day: dt.date) -> Shut | None:
        """Why a letter may not be sent on a day whatever it asks; None where its asks decide."""
        if letter.closed is not None and day >= letter.closed.on:
            return Shut.ENDED
        if day > letter.expires:
            return Shut.EXPIRED
        if day > letter.verified_until:
            return Shut.NOT_VERIFIED
        return None if all(map(self._holds, letter.facts)) else Shut.UNPROVEN

    def _all(self, letters: Iterable[Letter], day: dt.date) -> Iterator[Standing]:
        return (self._standing(letter, day) for letter in letters)

    def _standing(self, letter: Letter, day: dt.date) -> Standing:
        if (whole := self.why_shut_whole(letter, day)) is not None:
            return Standing(letter, (), whole)
        reasons = [self.why_shut(ask, day) for ask in letter.asks]
        asks = tuple(ask for ask, reason in zip(letter.asks, reasons, strict=True) if reason is None)
        return Standing(letter, asks, None if asks else reasons[0])

    def _holds(self, claim_id: str) -> bool:
        """Whether a claim is there and no other reading of its dispute is better supported."""
        dispute = self._knowledge.disputes.get(claim_id)
        return claim_id in self._knowledge.claims and (dispute is None or dispute.best in (None, claim_id))
