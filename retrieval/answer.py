"""The two results of a question, made of curated text alone: Answer and Abstention."""

from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.schema import Case, Claim, Dispute, Language, Source, Status, Text

# More than three claims are a lecture, not an answer.
MAX_CLAIMS = 3


@dataclass(frozen=True, slots=True)
class Context:
    """What a question may lean on: the case spoken of before, and the language of the person's interface."""

    case_id: str | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """A source with its id and the number it has in this answer, from 1."""

    number: int
    id: str
    source: Source


@dataclass(frozen=True, slots=True)
class Since:
    """What has become of a case after the claims of an answer, with the ids of the sources that say so."""

    case: Case
    status: Status
    sources: tuple[str, ...]

    @property
    def text(self) -> Text:
        return self.status.text


@dataclass(frozen=True, slots=True)
class Answer:
    """At most three claims, the one that answers first.

    `dispute` is the dispute that the first claim belongs to, `readings` its claims with the best supported first.
    `since` tells what has become of it where the claims are old news. `sources` covers all three, in the order told.
    """

    language: Language
    case: Case
    claims: tuple[Claim, ...]
    dispute: Dispute | None
    readings: tuple[Claim, ...]
    since: tuple[Since, ...]
    sources: tuple[Cited, ...]

    def leaves(self, context: Context) -> Context:
        """The context of the next question, after this one was asked in `context`."""
        return replace(context, case_id=self.case.id)

    def numbers(self, told: Claim | Since) -> tuple[int, ...]:
        """The numbers in this answer of the sources of something that it tells."""
        return tuple(cited.number for cited in self.sources if cited.id in told.sources)


class Reason(StrEnum):
    """Why there is no answer."""

    EMPTY = "empty"
    OTHER_LANGUAGE = "other_language"
    NOTHING_ASKED = "nothing_asked"
    OFF_TOPIC = "off_topic"
    NOTHING_FOUND = "nothing_found"
    WHICH_CASE = "which_case"


@dataclass(frozen=True, slots=True)
class Abstention:
    """An honest "I don't know": why, and the cases that come nearest (those to choose from for WHICH_CASE).

    `case` is the one that was asked about, where that is known all the same. `nearest` are at most three claims that
    may have been meant, the likeliest first: their example questions show what can be asked.
    """

    language: Language
    reason: Reason
    cases: tuple[Case, ...] = ()
    case: Case | None = None
    nearest: tuple[Claim, ...] = ()

    def leaves(self, context: Context) -> Context:
        """The context of the next question, after this one was asked in `context`."""
        return context if self.case is None else replace(context, case_id=self.case.id)
