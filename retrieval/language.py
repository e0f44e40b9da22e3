"""Which language a question is in: Russian, English, Russian in Latin letters, or another."""

import re
from enum import StrEnum

from retrieval.tokens import is_cyrillic, words
from retrieval.translit import sound_key
from retrieval.words import ENGLISH, FOREIGN, RUSSIAN

# "skolko" for "сколько": Latin typing loses the soft sign, so function words are compared by sound.
_RUSSIAN_SOUNDS = frozenset(map(sound_key, RUSSIAN))
# Endings that Russian verbs and adjectives have in Latin letters and English words hardly ever.
_RUSSIAN_ENDING = re.compile(
    r"\w{2,}(?:ali|ili|yli|ala|ila|ogo|ego|omu|emu|aya|yye|iye|akh|ami|tsya|lsya|aet|yut|ovu|aevu)"
)
_KAZAKH_OR_UKRAINIAN = frozenset("әғқңөұүһіїєґў")


class Script(StrEnum):
    """How the question was typed."""

    RUSSIAN = "ru"
    ENGLISH = "en"
    LATIN_RUSSIAN = "ru-latn"
    OTHER = "other"
    UNDECIDED = "undecided"


def detect(text: str) -> Script:
    """The script and language of a question; UNDECIDED for a bare name or number in Latin letters."""
    found = words(text)
    cyrillic = [word for word in found if is_cyrillic(word)]
    latin = [word for word in found if not is_cyrillic(word) and not word.isdecimal()]
    if not cyrillic:
        return _latin(latin)
    russian = sum(word in RUSSIAN for word in cyrillic)
    english = sum(word in ENGLISH for word in latin)
    if english > russian and len(latin) > len(cyrillic):
        return Script.ENGLISH
    foreign = [word for word in cyrillic if _KAZAKH_OR_UKRAINIAN.intersection(word)]
    if len(foreign) > max(russian, 1):
        return Script.OTHER
    return Script.RUSSIAN


def _latin(latin: list[str]) -> Script:
    """By the function words that occur ("do", "no" and "to" are both), Russian also by its endings."""
    english = sum(word in ENGLISH and sound_key(word) not in _RUSSIAN_SOUNDS for word in latin)
    russian = sum(_is_russian(word) for word in latin if word not in ENGLISH)
    foreign = max((sum(word in listed for word in latin) for listed in FOREIGN), default=0)
    best = max(english, russian, foreign)
    if best == 0:
        return Script.UNDECIDED
    if english == best:
        return Script.ENGLISH
    return Script.LATIN_RUSSIAN if russian == best else Script.OTHER


def _is_russian(word: str) -> bool:
    return sound_key(word) in _RUSSIAN_SOUNDS or _RUSSIAN_ENDING.fullmatch(word) is not None
