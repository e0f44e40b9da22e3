"""The words of a letter as frozen models: what a curator may write in `letters/` and `addressees.yaml`."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from knowledge.body import Body
from knowledge.dates import DateField
from knowledge.schema import CaseId, Language, Line, Model, QualifiedId, Slug, State, Text

# After this many days without a fresh look a letter is no longer offered.
REVERIFY_AFTER = 365

Email = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")]


class Aim(StrEnum):
    """What an ask wants of its addressee."""

    RELEASE = "release"
    DROP_CHARGES = "drop-charges"
    LIFT_RESTRICTION = "lift-restriction"
    REGISTER = "register"
    RESTORE = "restore"
    REVIEW = "review"
    NO_BAR = "no-bar"
    REFORM = "reform"
    REPORT = "report"
    INVESTIGATE = "investigate"
    INFORM = "inform"
    SUPPORT = "support"


# The states in which an aim can honestly be pursued; an aim that is not named here is overtaken by none.
OPEN_WHILE: Mapping[Aim, frozenset[State]] = {
    Aim.RELEASE: frozenset({State.DETAINED, State.IMPRISONED}),
    Aim.DROP_CHARGES: frozenset({State.CHARGED, State.DETAINED}),
    Aim.LIFT_RESTRICTION: frozenset({State.RESTRICTED}),
    Aim.REGISTER: frozenset({State.UNREGISTERED, State.DISSOLVED, State.SUSPENDED}),
    Aim.RESTORE: frozenset({State.UNREGISTERED, State.DISSOLVED, State.SUSPENDED, State.UNKNOWN}),
}


class Contact(Model):
    """A public way to reach an office, who published it and when; `verified_on` is None while nobody has tried it."""

    kind: Literal["email", "post"]
    value: Line
    source: Slug
    date: DateField
    verified_on: dt.date | None = None


class Addressee(Model):
    """An office, never a private person; `to` is the address line, in the dative in Russian."""

    name: Text
    to: Text
    salutation: Text
    languages: tuple[Language, ...] = Field(min_length=1)
    contacts: tuple[Contact, ...] = ()

    @property
    def email(self) -> Contact | None:
        return next((contact for contact in self.contacts if contact.kind == "email"), None)


class Ask(Model):
    """One demand, with its evidence and the days between which it may be made."""

    id: Slug
    aim: Aim
    case: CaseId
    text: Text
    evidence: tuple[QualifiedId, ...] = Field(min_length=1)
    begins: dt.date
    until: dt.date


class Value(Model):
    """What a slot of the body stands for: a name of names.yaml, a date, or a sum in tenge."""

    name: Slug | None = None
    date: DateField | None = None
    tenge: Annotated[int, Field(gt=0)] | None = None


class Closing(Model):
    """A letter that a curator has ended: when, and what may be done instead."""

    on: dt.date
    text: Text


# The id of an inline result may have 64 bytes, and a letter's is "letter:" and its id.
LetterId = Annotated[Slug, StringConstraints(max_length=57)]


class Letter(Model):
    """A letter as curated: what it asks of whom, on which evidence, until when, and its body in both languages."""

    id: LetterId
    title: Text
    subject: Text
    case: CaseId
    also: tuple[CaseId, ...] = ()
    asks: tuple[Ask, ...] = Field(min_length=1)
    facts: tuple[QualifiedId, ...] = ()
    addressees: tuple[Slug, ...] = Field(min_length=1)
    copies: tuple[Slug, ...] = ()
    values: dict[Slug, Value] = Field(default_factory=dict)
    verified_on: dt.date
    expires: dt.date
    reverify_after: Annotated[int, Field(gt=0)] = REVERIFY_AFTER
    closed: Closing | None = None
    close: Text | None = None
    body: dict[Language, Body]

    @property
    def verified_until(self) -> dt.date:
        """The last day before somebody has to look again whether all of it still holds."""
        return self.verified_on + dt.timedelta(days=self.reverify_after)

    @property
    def cases(self) -> tuple[str, ...]:
        return (self.case, *self.also)

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim that the letter rests on, each once."""
        return tuple(dict.fromkeys([claim for ask in self.asks for claim in ask.evidence] + list(self.facts)))


class Forms(Model):
    """A name in English, and in Russian in the six cases, by pymorphy's names of them."""

    en: Line
    nomn: Line
    gent: Line
    datv: Line
    accs: Line
    ablt: Line
    loct: Line


class Frame(Model):
    """The words around every letter."""

    copy_to: Text
    close: Text
    anonymous: Text


class Correspondence(Model):
    """All that letters are made of, by id."""

    addressees: dict[Slug, Addressee] = Field(default_factory=dict)
    names: dict[Slug, Forms] = Field(default_factory=dict)
    frame: Frame | None = None
    letters: dict[Slug, Letter] = Field(default_factory=dict)
