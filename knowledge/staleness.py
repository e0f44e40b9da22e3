"""What a curator has to look at again on a day: letters that time or events have shut."""

import datetime as dt
from collections.abc import Iterator

from knowledge.base import Knowledge
from knowledge.errors import Problem
from knowledge.letter import Letter
from knowledge.letter_checks import path
from knowledge.letters import Letters, Shut

_REMEDIES = {
    Shut.EXPIRED: "expired on {letter.expires}: renew it, or end it with `closed`",
    Shut.NOT_VERIFIED: "was last verified on {letter.verified_on}: verify it anew, or end it with `closed`",
    Shut.UNPROVEN: "rests on a claim that is gone or lost its dispute: correct `facts` and the body",
}


def stale(knowledge: Knowledge, day: dt.date) -> Iterator[Problem]:
    """Letters that no curator has ended and that may not be sent, and asks that events have overtaken."""
    letters = Letters(knowledge)
    for letter in knowledge.letters.values():
        shut = letters.why_shut_whole(letter, day)
        if shut in _REMEDIES:
            yield Problem(path(letter), "letter", _REMEDIES[shut].format(letter=letter))
        if shut is not Shut.ENDED:
            yield from _asks(knowledge, letters, letter, day)


def _asks(knowledge: Knowledge, letters: Letters, letter: Letter, day: dt.date) -> Iterator[Problem]:
    for ask in letter.asks:
        shut = letters.why_shut(ask, day)
        if shut is Shut.OVERTAKEN:
            state = knowledge.cases[ask.case].current.state
            remedy = f"{ask.case} is {state}, which overtakes {ask.aim}: remove the ask, or date its end with `until`"
            yield Problem(path(letter), f"asks.{ask.id}", remedy)
        elif shut is Shut.UNPROVEN:
            remedy = "a claim of its evidence is gone or lost its dispute: find other evidence or remove the ask"
            yield Problem(path(letter), f"asks.{ask.id}", remedy)
