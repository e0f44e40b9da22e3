"""The words of the project as frozen models: what a curator may write in a case file."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from knowledge.dates import DateField

Language = Literal["ru", "en"]
LANGUAGES: tuple[Language, ...] = ("ru", "en")

# Fewer examples than this per language leave a claim hard to find in people's own words.
MIN_QUESTIONS = 6
# What a forbidden wording has in the place of its `who`.
WHO = "{who}"

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
CaseId = Annotated[Slug, StringConstraints(max_length=40)]
QualifiedId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.[a-z0-9-]+$")]
Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, pattern=r"^[^\n]+$")]


class Model(BaseModel):
    """Frozen; a field that the schema does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Model):
    """The same text in both languages."""

    ru: Line
    en: Line

    def in_language(self, language: Language) -> str:
        return self.ru if language == "ru" else self.en


class Reliability(StrEnum):
    """How far a source can be trusted, by the HURIDOCS scale."""

    HIGH = "highly reliable"
    LIKELY = "likely reliable"
    UNSURE = "unsure"
    UNLIKELY = "likely unreliable"
    UNKNOWN = "unknown"


class Source(Model):
    """A publication that claims rest on; `updated` when its publisher added to it later."""

    publisher: Text
    title: Line
    date: DateField
    date_inferred: bool = False
    updated: DateField | None = None
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
    reliability: Reliability


class QuestionList(Model):
    """Questions as people type them."""

    ru: tuple[Line, ...] = ()
    en: tuple[Line, ...] = ()

    def in_language(self, language: Language) -> tuple[str, ...]:
        return self.ru if language == "ru" else self.en

    @property
    def every(self) -> tuple[str, ...]:
        """Those in Russian, then those in English."""
        return (*self.ru, *self.en)


class Questions(QuestionList):
    """Example questions of a claim, which answers them."""

    ru: tuple[Line, ...] = Field(min_length=MIN_QUESTIONS)
    en: tuple[Line, ...] = Field(min_length=MIN_QUESTIONS)


class Claim(Model):
    """One checkable statement in both languages, with its sources."""

    id: QualifiedId
    text: Text
    date: DateField
    sources: tuple[Slug, ...] = Field(min_length=1)
    about: tuple[CaseId, ...] = ()
    questions: Questions

    @property
    def case_id(self) -> str:
        return self.id.partition(".")[0]


class Dispute(Model):
    """Claims of which not all can be true; `best` is the reading that is best supported, if any."""

    id: QualifiedId
    topic: Text
    claims: tuple[QualifiedId, ...] = Field(min_length=2)
    best: QualifiedId | None = None
    why: Text


class State(StrEnum):
    """What a person, body, event or law is in."""

    PENDING = "pending"
    CHARGED = "charged"
    DETAINED = "detained"
    IMPRISONED = "imprisoned"
    RESTRICTED = "restricted"
    RELEASED = "released"
    SERVED = "served"
    ACQUITTED = "acquitted"
    DISMISSED = "dismissed"
    EXILED = "exiled"
    MISSING = "missing"
    ATTACKED = "attacked"
    KILLED = "killed"
    REGISTERED = "registered"
    UNREGISTERED = "unregistered"
    SUSPENDED = "suspended"
    DISSOLVED = "dissolved"
    ACTIVE = "active"
    ONGOING = "ongoing"
    ENDED = "ended"
    IN_FORCE = "in_force"
    AMENDED = "amended"
    UNKNOWN = "unknown"


class Status(Model):
    """A state since a day, told in one sentence and resting on claims."""

    state: State
    since: DateField
    text: Text
    claims: tuple[QualifiedId, ...] = Field(min_length=1)


class Update(Model):
    """A dated development that followers are told about."""

    id: QualifiedId
    date: DateField
    text: Text
    claims: tuple[QualifiedId, ...] = Field(min_length=1)
    corrects: QualifiedId | None = None


class Name(Model):
    """A person, body or place spoken of in a case, with the spellings that people use."""

    name: Text
    aliases: tuple[Line, ...] = ()


class Kind(StrEnum):
    """What a case is about."""

    PERSON = "person"
    ORGANISATION = "organisation"
    EVENT = "event"
    LAW = "law"
    CAMPAIGN = "campaign"


class Case(Model):
    """A person, organisation, event or law that the bot knows about: one YAML file.

    `unanswered` are questions that people ask of it and no claim answers.
    """

    id: CaseId
    kind: Kind
    name: Text
    aliases: tuple[Line, ...] = ()
    mentions: tuple[Name, ...] = ()
    summary: Text
    summary_claims: tuple[QualifiedId, ...] = Field(min_length=1)
    status: tuple[Status, ...] = Field(min_length=1)
    as_of: dt.date
    verified_on: dt.date
    related: tuple[CaseId, ...] = ()
    claims: tuple[Claim, ...] = Field(min_length=1)
    disputes: tuple[Dispute, ...] = ()
    updates: tuple[Update, ...] = ()
    unanswered: QuestionList = QuestionList()

    @property
    def current(self) -> Status:
        """The status that holds now: the last one of the history."""
        return self.status[-1]


class Wording(Model):
    """A sentence that speaks of `about`, has no word of `unless` and matches a pattern says what must not be said.

    All are regular expressions, case ignored; `unless` holds the words that report, date or deny, and `who` stands in
    the patterns for `{who}`.
    """

    about: Line
    unless: Line
    who: Line = ""
    patterns: tuple[Line, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _names_whom_it_speaks_of(self) -> Self:
        if any(WHO in pattern for pattern in self.patterns) != bool(self.who):
            raise ValueError(f"who and {WHO} in the patterns go together: write both or neither")
        return self

    @property
    def expressions(self) -> tuple[str, ...]:
        """The patterns, each with `who` in its place."""
        return tuple(pattern.replace(WHO, self.who) for pattern in self.patterns)


class Never(Model):
    """Something that must not be said, because it is wrong or stale; `allowed_in` lists fields that may quote it."""

    id: Slug
    reason: Line
    remedy: Line
    wordings: tuple[Wording, ...] = Field(min_length=1)
    allowed_in: tuple[Line, ...] = ()
