"""Text -> words and stems, the same way for questions and passages."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

from knowledge.schema import Language

# A question longer than this is cut: nobody asks in more, and a search costs time by length.
MAX_CHARACTERS = 1000

# A word or a number as it is written.
WORD = re.compile(r"[^\W_]+")
# Nearly every text has only these characters, and then needs no decomposing.
_PLAIN = re.compile(r"[A-Za-zА-Яа-яЁё0-9 .,!?:;«»\"'()/%$№&+–—-]*")
_BREVE = "\u0306"
_SNOWBALL: dict[Language, str] = {"ru": "russian", "en": "english"}


def normalise(text: str) -> str:
    """Lower case, NFKC, ё as е, no accents (й keeps its breve), no control or format characters."""
    if _PLAIN.fullmatch(text, 0, MAX_CHARACTERS):
        return text[:MAX_CHARACTERS].lower().replace("ё", "е")
    decomposed = unicodedata.normalize("NFKD", text[:MAX_CHARACTERS])
    kept: list[str] = []
    for character in decomposed:
        category = unicodedata.category(character)
        if category == "Mn" and not (character == _BREVE and kept and kept[-1] in "иИ"):
            continue
        if category in {"Cc", "Cf"}:
            character = " " if category == "Cc" else ""
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept)).lower()


@lru_cache(maxsize=30_000)
def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, normalised, in order."""
    return tuple(WORD.findall(normalise(text)))


def stems(text: str, language: Language) -> list[str]:
    """Snowball stems of the words; a word in the other script keeps its own language's stem."""
    return [stem(word, language) for word in words(text)]


@lru_cache(maxsize=20_000)
def stem(word: str, language: Language) -> str:
    """The Snowball stem of one normalised word."""
    script: Language = "ru" if is_cyrillic(word) else "en" if word.isascii() else language
    return str(_stemmer(script).stemWord(word))


def is_cyrillic(word: str) -> bool:
    """Whether a word has a Cyrillic letter."""
    return any("\u0400" <= character <= "\u04ff" for character in word)


def language_of(word: str) -> Language:
    """The language that the letters of a word belong to."""
    return "ru" if is_cyrillic(word) else "en"


@lru_cache(maxsize=2)
def _stemmer(language: Language) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_SNOWBALL[language])
