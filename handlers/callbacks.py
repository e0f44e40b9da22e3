"""What a button carries, in at most 64 bytes: all that its answer needs, so that it works after a restart."""

import base64
from collections.abc import Mapping
from hashlib import blake2b
from typing import Literal, Self

from aiogram.filters.callback_data import CallbackData

from handlers.draft import Step
from handlers.follower import Pace
from knowledge.letter import Letter
from knowledge.schema import Claim, Language, Source
from retrieval.answer import Answer, Cited

# Three bytes tell apart any few of some hundred ids, and are four letters in base64.
_DIGEST_BYTES = 3
_DIGEST_LETTERS = 4
# 64 bytes less the prefix, the language and two colons.
MAX_ANSWER_SOURCES = (64 - len("s:ru:")) // _DIGEST_LETTERS


class OpenCase(CallbackData, prefix="c"):
    """Send the card of a case."""

    language: Language
    case_id: str


class CasePage(CallbackData, prefix="cp"):
    """Turn the pages of a card."""

    language: Language
    case_id: str
    page: int


class CaseSources(CallbackData, prefix="cs"):
    """Turn the pages of a case's sources; None sends the first one as a new message."""

    language: Language
    case_id: str
    page: int | None = None


class CaseList(CallbackData, prefix="l"):
    """Turn the pages of the list of cases; None sends the first one as a new message."""

    language: Language
    page: int | None = None


class ChooseCase(CallbackData, prefix="w"):
    """Answer the pending question for this case."""

    language: Language
    case_id: str


class AnswerSources(CallbackData, prefix="s"):
    """Send the sources of an answer in full, in the order of their numbers."""

    language: Language
    digests: str

    @classmethod
    def of(cls, answer: Answer) -> Self:
        return cls(language=answer.language, digests="".join(digest(cited.id) for cited in answer.sources))

    def find(self, sources: Mapping[str, Source]) -> tuple[Cited, ...]:
        """The sources with their numbers in the answer; those that are gone are left out."""
        ids = {digest(id): id for id in sources}
        starts = range(0, len(self.digests), _DIGEST_LETTERS)
        asked = (ids.get(self.digests[start : start + _DIGEST_LETTERS]) for start in starts)
        return tuple(Cited(number, id, sources[id]) for number, id in enumerate(asked, start=1) if id is not None)


class AskAgain(CallbackData, prefix="a"):
    """Send a hint on what to ask; about the case, where there is one."""

    language: Language
    case_id: str = ""


class AskExample(CallbackData, prefix="e"):
    """Ask an example question of the greeting."""

    language: Language
    number: int


class AskSuggestion(CallbackData, prefix="q"):
    """Ask the first example question of a claim."""

    language: Language
    digest: str

    @classmethod
    def of(cls, claim: Claim, language: Language) -> Self:
        return cls(language=language, digest=digest(claim.id))

    def find(self, claims: Mapping[str, Claim]) -> Claim | None:
        return next((claim for id, claim in claims.items() if digest(id) == self.digest), None)


class OpenLetters(CallbackData, prefix="ll"):
    """List the letters of a case, or all."""

    language: Language
    case_id: str = ""


class OpenLetter(CallbackData, prefix="lo"):
    """Show what a letter asks and to whom it goes."""

    language: Language
    letter: str

    @classmethod
    def of(cls, letter_id: str, language: Language) -> Self:
        return cls(language=language, letter=digest(letter_id))

    def find(self, letters: Mapping[str, Letter]) -> str | None:
        return next((id for id in letters if digest(id) == self.letter), None)


class LetterTo(CallbackData, prefix="lt"):
    """Write a letter to one of its addressees, by its place in the list."""

    letter: str
    number: int


class LetterIn(CallbackData, prefix="li"):
    """Write the letter in this language."""

    language: Language


class LetterStep(CallbackData, prefix="ls"):
    """Move on from a step of the letter; `step` is the one whose buttons these are, or the one to edit."""

    move: Literal["back", "skip", "cancel", "confirm", "edit"]
    step: Step


class Follow(CallbackData, prefix="f"):
    """Follow a case, or all."""

    case_id: str


class Unfollow(CallbackData, prefix="u"):
    """Follow a case no longer."""

    case_id: str


class SetPace(CallbackData, prefix="p"):
    """Be told at once, daily or weekly."""

    pace: Pace


class Quiet(CallbackData, prefix="qt"):
    """Be told silently or not."""

    silent: bool


class Forget(CallbackData, prefix="fg"):
    """Delete everything about the chat, or keep it."""

    sure: bool


class Publish(CallbackData, prefix="pb"):
    """Show a curator what an update would tell; `content` is the digest of all that it says."""

    content: str


class Release(CallbackData, prefix="rl"):
    """Publish an update as it was shown, or agree to another curator's wish to."""

    content: str


class ChooseLanguage(CallbackData, prefix="lang"):
    """Speak this language from now on; the greeting is said again, where the button stood under it."""

    language: Language
    greeting: bool


def digest(named: str) -> str:
    """Four letters that stand for an id, or for all that an update says."""
    return base64.urlsafe_b64encode(blake2b(named.encode(), digest_size=_DIGEST_BYTES).digest()).decode()
