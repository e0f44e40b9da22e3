"""The buttons of the letters."""

from collections.abc import Iterable

from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from handlers.callbacks import LetterIn, LetterStep, LetterTo, OpenLetter, OpenLetters, digest
from handlers.draft import WRITTEN, Draft, Step
from handlers.keyboards import button, keyboard
from handlers.texts import Say
from knowledge.letter import Addressee
from knowledge.letters import Standing
from knowledge.rendering import RenderedLetter

# What a copy button can hold.
_COPY_LIMIT = 256


def listed(standings: Iterable[Standing], say: Say) -> InlineKeyboardMarkup:
    """A button for each letter that is open."""
    return keyboard(
        [
            [button(one.letter.title.in_language(say.language), OpenLetter.of(one.letter.id, say.language))]
            for one in standings
            if one.is_open
        ]
    )


def addressees(standing: Standing, offices: Iterable[Addressee], say: Say) -> InlineKeyboardMarkup:
    """To whom it goes, and back to the list."""
    code = digest(standing.letter.id)
    rows = [
        [button(office.name.in_language(say.language), LetterTo(letter=code, number=number))]
        for number, office in enumerate(offices)
    ]
    return keyboard([*(rows if standing.is_open else []), [all_letters(say)]])


def languages(addressee: Addressee, say: Say) -> InlineKeyboardMarkup:
    """The languages that the office reads, the preferred one first."""
    rows = [[button(say(f"language-{language}"), LetterIn(language=language))] for language in addressee.languages]
    return keyboard([*rows, _leave(Step.LANGUAGE, say)])


def question(step: Step, say: Say) -> InlineKeyboardMarkup:
    skip = button(say("button-anonymous" if step is Step.NAME else "button-skip"), LetterStep(move="skip", step=step))
    return keyboard([[skip], _leave(step, say)])


def preview(say: Say) -> InlineKeyboardMarkup:
    """Confirm, edit any field, or leave."""
    edits = [
        button(say(f"button-edit-{step}"), LetterStep(move="edit", step=step))
        for step in (Step.TO, Step.LANGUAGE, *WRITTEN)
    ]
    confirm = button(say("button-confirm"), LetterStep(move="confirm", step=Step.PREVIEW))
    return keyboard([[confirm], edits[:2], edits[2:4], edits[4:], _leave(Step.PREVIEW, say)])


def address(letter: RenderedLetter, say: Say) -> InlineKeyboardMarkup:
    """Copy the subject and the address: a link that opens a mail program is not allowed in a button."""
    rows = [[_copy(say("button-copy-subject"), letter.subject)]]
    if letter.email is not None:
        rows.append([_copy(say("button-copy-address"), letter.email.value)])
    return keyboard([*rows, [all_letters(say)]])


def all_letters(say: Say) -> InlineKeyboardButton:
    return button(say("button-letters"), OpenLetters(language=say.language))


def in_private(letter_id: str, bot_name: str, say: Say) -> InlineKeyboardMarkup:
    """The way from a group to where nobody reads along."""
    link = f"https://t.me/{bot_name}?start=letter_{letter_id}"
    return keyboard([[InlineKeyboardButton(text=say("button-private"), url=link)]])


def under(draft: Draft, addressee: Addressee, say: Say) -> InlineKeyboardMarkup:
    """The buttons under the question of a step."""
    return languages(addressee, say) if draft.step is Step.LANGUAGE else question(draft.step, say)


def _leave(step: Step, say: Say) -> list[InlineKeyboardButton]:
    return [
        button(say("button-step-back"), LetterStep(move="back", step=step)),
        button(say("button-cancel"), LetterStep(move="cancel", step=step)),
    ]


def _copy(label: str, text: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, copy_text=CopyTextButton(text=text[:_COPY_LIMIT]))
