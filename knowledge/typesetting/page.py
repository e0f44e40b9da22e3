"""A letter as a typeset page: PDF to send, PNG to look at first."""

import dataclasses
import json
from functools import cache
from pathlib import Path
from typing import Final, Literal

import typst

from knowledge.rendering import RenderedLetter

TEMPLATE = Path(__file__).parent / "letter.typ"
# Wide enough to read on a telephone, small enough to load at once.
_PREVIEW_PPI = 110.0
# An archive form costs nothing here: fonts are embedded anyway.
_ARCHIVE: Final = "a-2b"
_PLAIN: Final = "1.7"


def pdf(letter: RenderedLetter) -> bytes:
    """The letter as PDF/A, fonts embedded, without the name of a machine or program user.

    The archive form forbids signs that no font has, such as an emoji: a letter with one is an ordinary PDF.
    """
    try:
        return _compiled(letter, _ARCHIVE)
    except typst.TypstError:
        return _compiled(letter, _PLAIN)


def _compiled(letter: RenderedLetter, standard: Literal["a-2b", "1.7"]) -> bytes:
    made = typst.compile(
        TEMPLATE.read_bytes(), format="pdf", sys_inputs=_data(letter), font_paths=_fonts(), pdf_standards=standard
    )
    return made if isinstance(made, bytes) else b"".join(made or ())


def pictures(letter: RenderedLetter) -> list[bytes]:
    """Each page of the letter as PNG."""
    made = typst.compile(
        TEMPLATE.read_bytes(), format="png", ppi=_PREVIEW_PPI, sys_inputs=_data(letter), font_paths=_fonts()
    )
    return made if isinstance(made, list) else [made or b""]


def _data(letter: RenderedLetter) -> dict[str, str]:
    return {"letter": json.dumps(dataclasses.asdict(letter), default=str, ensure_ascii=False)}


@cache
def _fonts() -> typst.Fonts:
    """The fonts that the typesetter brings; those of the computer would make each computer's page another."""
    return typst.Fonts(include_system_fonts=False)
