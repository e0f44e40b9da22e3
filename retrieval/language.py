"""Which language a question is in: Russian, English, Russian in Latin letters, or another."""

import re
from collections.abc import Sequence
from enum import StrEnum

from retrieval.tokens import is_cyrillic
from retrieval.translit import sound_key
from retrieval.words import ENGLISH, FOREIGN, RUSSIAN

# "skolko" for "сколько": Latin typing loses the soft sign, so function words are compared by sound.
_RUSSIAN_SOUNDS = frozenset(sound_key(word) for word in RUSSIAN if len(word) > 1)
# Endings that Russian verbs and adjectives have in Latin letters and English words hardly ever.
_RUSSIAN_ENDING = re.compile(
    r"\w{2,}(?:ali|ili|yli|ala|ila|ogo|ego|omu|emu|aya|yye|iye|akh|ami|tsya|lsya|aet|yut|ovu|aevu)"
)
# English and Latin-typed Russian alike: до, но, он, то, за, на, с, я …
_EITHER = frozenset(["a", "i", "s", "do", "no", "on", "to", "by", "my", "so", "me"])
_KAZAKH_OR_UKRAINIAN = frozenset("әғқңөұүһіїєґў")


class Script(StrEnum):
    """How the question was typed."""

    RUSSIAN = "ru"
    ENGLISH = "en"
    LATIN_RUSSIAN = "ru-latn"
    OTHER = "other"
    UNDECIDED = "undecided"


def detect(found: Sequence[str]) -> Script:
    """The script and language of a question from its words, names left out; UNDECIDED when none tells."""
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


def _latin(latin: Sequence[str]) -> Script:
    """By the function words that occur, Russian also by its endings; English wins a draw."""
    telling = [word for word in latin if word not in _EITHER]
    english = sum(word in ENGLISH for word in telling)
    russian = sum(_is_russian(word) for word in telling if word not in ENGLISH)
    foreign = max(sum(word in listed for word in telling) for listed in FOREIGN)
    best = max(english, russian, foreign)
    if best == 0:
        return Script.UNDECIDED
    if english == best:
        return Script.ENGLISH
    return Script.LATIN_RUSSIAN if russian == best else Script.OTHER


def _is_russian(word: str) -> bool:
    return sound_key(word) in _RUSSIAN_SOUNDS or _RUSSIAN_ENDING.fullmatch(word) is not None
