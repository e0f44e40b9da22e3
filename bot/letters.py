"""Letters from the shell: which are open, and one of them filled in."""

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.errors import LetterError
from handlers.texts import Say
from knowledge.base import Knowledge
from knowledge.letters import Letters, Standing
from knowledge.rendering import RenderedLetter, Renderer
from knowledge.schema import Language
from knowledge.sender import Sender
from knowledge.typesetting.docx import docx
from knowledge.typesetting.eml import eml
from knowledge.typesetting.page import pdf, pictures
from knowledge.typesetting.text import text

FORMATS: Mapping[str, Callable[[RenderedLetter], bytes]] = {
    "txt": lambda letter: text(letter).encode(),
    "pdf": pdf,
    "docx": docx,
    "eml": eml,
    "png": lambda letter: pictures(letter)[0],
}


class LetterDesk:
    """Lists and fills in the letters of a day."""

    def __init__(self, knowledge: Knowledge, day: dt.date) -> None:
        self._knowledge = knowledge
        self._day = day
        self._letters = Letters(knowledge)

    def listed(self, *, shut_too: bool) -> list[dict[str, Any]]:
        """The open letters as JSON can hold them; with `shut_too` the others after them, with the reason."""
        rows = [self._row(standing) for standing in self._letters.open_on(self._day)]
        if shut_too:
            rows = [row | {"open": True, "reason": None} for row in rows]
            for standing in self._letters.shut_on(self._day):
                rows.append(self._row(standing) | {"open": False, "reason": standing.shut})
        return rows

    def described(self, *, shut_too: bool, say: Say) -> Iterator[str]:
        """The same for a person to read, a line each."""
        for row in self.listed(shut_too=shut_too):
            line = f"{row['name']}  {row['title'][say.language]}  ({', '.join(row['addressees'])}; {row['expires']})"
            reason = row.get("reason")
            yield f"{line}: {say(f'letter-shut-{reason}')}" if reason else line

    def written(self, name: str, to: str | None, language: Language | None, sender: Sender) -> RenderedLetter:
        """A letter filled in; LetterError for a letter that does not exist, KnowledgeError where it may not be sent."""
        standing = self._letters.standing(name, self._day)
        if standing is None:
            raise LetterError(f"there is no letter {name!r}: `solidarity letters --all` lists them")
        to = to or standing.letter.addressees[0]
        known = self._knowledge.correspondence.addressees.get(to)
        chosen = language or (known.languages[0] if known else "en")
        seed = "\0".join((sender.name, sender.place))
        return Renderer(self._knowledge).render(standing, to, chosen, sender, self._day, seed)

    def _row(self, standing: Standing) -> dict[str, Any]:
        letter = standing.letter
        first = self._knowledge.correspondence.addressees[letter.addressees[0]]
        return {
            "name": letter.id,
            "title": {"ru": letter.title.ru, "en": letter.title.en},
            "case": letter.case,
            "addressees": list(letter.addressees),
            "languages": list(first.languages),
            "expires": letter.expires.isoformat(),
        }


def told(rows: list[dict[str, Any]]) -> str:
    """The list as one JSON array."""
    return json.dumps(rows, ensure_ascii=False, indent=2, default=str)


def write(letter: RenderedLetter, form: str, out: Path | None) -> None:
    """Put the letter into a file, or on standard output."""
    made = FORMATS[form](letter)
    if out is None:
        if form != "txt" and sys.stdout.isatty():
            raise LetterError(f"{form} is not for the screen: add --out letter.{form}")
        sys.stdout.buffer.write(made)
        return
    try:
        out.write_bytes(made)
    except OSError as error:
        raise LetterError(f"{out}: cannot be written ({error.strerror}): choose another place with --out") from None


def warning(letter: RenderedLetter) -> str | None:
    """What to know of the address before sending."""
    if letter.email is None:
        return "No address of this office is known: look it up before you send."
    if letter.email.verified_on is None:
        return f"{letter.email.value} was published in {letter.email.date} and has not been verified since: check it."
    return None
