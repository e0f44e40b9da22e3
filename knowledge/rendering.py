"""A letter filled in: one wording of each paragraph, the values, the open asks, the sender."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.base import Knowledge
from knowledge.body import ASKS, CLOSING, Slot, split
from knowledge.errors import KnowledgeError
from knowledge.letter import Addressee, Contact, Frame, Letter
from knowledge.letters import Shut, Standing
from knowledge.schema import Language
from knowledge.sender import Sender
from knowledge.values import written, written_day


class LetterShut(KnowledgeError):
    """The letter may not be sent on that day; `shut` says why."""

    def __init__(self, name: str, shut: Shut) -> None:
        self.shut = shut
        super().__init__(f"{name}: may not be sent today ({shut}): `solidarity letters` lists those that may")


class MissingValue(KnowledgeError):
    """A slot of the body has no value."""


class NoSuchAddressee(KnowledgeError):
    """The letter does not go to that office."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, with the list that follows it, if any."""

    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenderedLetter:
    """A letter ready to be typeset or copied: all of it plain text."""

    language: Language
    letter_id: str
    sender: tuple[str, ...]
    day: str
    to: tuple[str, ...]
    copies: tuple[str, ...]
    subject: str
    salutation: str
    blocks: tuple[Block, ...]
    signature: tuple[str, ...]
    email: Contact | None
    copy_emails: tuple[str, ...]


class Renderer:
    """Fills letters in."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._of = knowledge.correspondence

    def render(
        self, standing: Standing, to: str, language: Language, sender: Sender, day: dt.date, seed: str
    ) -> RenderedLetter:
        """The letter to one office; the same seed gives the same wording.

        LetterShut when it is not open, NoSuchAddressee, MissingValue, TooLong.
        """
        letter = standing.letter
        if standing.shut is not None:
            raise LetterShut(letter.id, standing.shut)
        if to not in letter.addressees:
            raise NoSuchAddressee(f"{letter.id}: does not go to {to!r}: choose of {', '.join(letter.addressees)}")
        who, sender, frame = self._of.addressees[to], sender.cleaned(), self._frame
        copies = [self._of.addressees[copy] for copy in letter.copies if copy != to]
        return RenderedLetter(
            language=language,
            letter_id=letter.id,
            sender=tuple(filter(None, (sender.name, sender.organisation, sender.place))),
            day=written_day(day, language),
            to=_lines(who, language),
            copies=tuple(f"{frame.copy_to.in_language(language)} {copy.name.in_language(language)}" for copy in copies),
            subject=letter.subject.in_language(language),
            salutation=who.salutation.in_language(language),
            blocks=tuple(self._blocks(standing, language, sender, seed)),
            signature=(
                (letter.close or frame.close).in_language(language),
                sender.name or frame.anonymous.in_language(language),
            ),
            email=who.email,
            copy_emails=tuple(copy.email.value for copy in copies if copy.email is not None),
        )

    def _blocks(self, standing: Standing, language: Language, sender: Sender, seed: str) -> Iterator[Block]:
        letter = standing.letter
        asked = tuple(self.filled(letter, ask.text.in_language(language), language) for ask in standing.asks)
        for paragraph in letter.body[language].paragraphs:
            if paragraph.name == CLOSING and sender.own:
                yield Block(sender.own)
            wording = _chosen(paragraph.wordings, f"{seed}\0{letter.id}\0{paragraph.name}")
            yield Block(self.filled(letter, wording, language), asked if paragraph.name == ASKS else ())

    def filled(self, letter: Letter, wording: str, language: Language) -> str:
        """A wording with its values; MissingValue names the slot that has none."""
        return "".join(
            self._value(letter, part, language) if isinstance(part, Slot) else part for part in split(wording)
        )

    def _value(self, letter: Letter, slot: Slot, language: Language) -> str:
        value = letter.values.get(slot.name)
        told = None if value is None else written(value, slot.form, language, self._of.names)
        if told is None:
            place = f"{slot.name}.{slot.form}" if slot.form else slot.name
            raise MissingValue(f"letters/{letter.id}: {{{place}}} has no value: declare it under values in letter.yaml")
        return told

    @property
    def _frame(self) -> Frame:
        if self._of.frame is None:
            raise MissingValue("letters/frame.yaml: is missing: write copy_to, close and anonymous")
        return self._of.frame


def _lines(addressee: Addressee, language: Language) -> tuple[str, ...]:
    # An address that nobody has verified is shown beside the letter, with that warning, not printed on it.
    posts = (contact for contact in addressee.contacts if contact.kind == "post" and contact.verified_on)
    return (addressee.to.in_language(language), *(contact.value for contact in posts))


def _chosen(wordings: tuple[str, ...], seed: str) -> str:
    """Spread evenly and always the same for a seed, also on another computer."""
    return wordings[int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8]) % len(wordings)]
