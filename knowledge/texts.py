"""In which language a text is written, as far as its letters tell."""

import re

from knowledge.schema import Language

# A name or an abbreviation in the other script is fine; a text mostly in it is in the wrong field.
MIN_SHARE = 0.5

_LETTERS: dict[Language, re.Pattern[str]] = {"ru": re.compile(r"[а-яёА-ЯЁ]"), "en": re.compile(r"[A-Za-z]")}
_ANY_LETTER = re.compile(r"[^\W\d_]")


def is_in(language: Language, text: str, min_share: float = MIN_SHARE) -> bool:
    """Whether at least this share of the text's letters belongs to the language; a text without letters is in any."""
    letters = len(_ANY_LETTER.findall(text))
    return not letters or len(_LETTERS[language].findall(text)) >= min_share * letters
