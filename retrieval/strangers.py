"""Names of places and people whom the knowledge does not know, by the way they are written."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from babel import Locale

from knowledge.schema import LANGUAGES
from retrieval.tokens import WORD, words
from retrieval.words import BEFORE_A_NAME

# A capital says nothing where a sentence or a quotation begins.
_BEGINNING = re.compile(r"(?:^|[.!?…:\n])[\W_]*$")
# With capitals on more words than this share, they are a manner of writing.
_FEW_CAPITALS = 0.5
_PLACED = frozenset(["в", "во", "на", "из", "под", "у", "около", "возле", "близ", "in", "at", "near", "from", "of"])


def may_name(asked: Sequence[str], unknown: frozenset[str], is_no_name: Callable[[str], bool]) -> bool:
    """Whether one of the unknown words may be somebody's name: it is in no dictionary, or there as a name, or, since
    English dictionaries do not say so, it stands bare where a name would ("when was maria released").
    """
    bare = {word for before, word in pairwise(asked) if before in BEFORE_A_NAME}
    return any(word in bare or not is_no_name(word) for word in unknown)


def strangers(question: str, is_word: Callable[[str], bool]) -> frozenset[str]:
    """The words, normalised, with a capital inside a sentence, and those after a preposition of place, as far as these
    are no word of the language.
    """
    typed = words(question)
    placed = {word for before, word in pairwise(typed) if before in _PLACED and not is_word(word)}
    return (_capitalised(question, len(typed)) | placed) - _calendar()


def _capitalised(question: str, count: int) -> frozenset[str]:
    found = [match for match in WORD.finditer(question) if match.group()[0].isupper()]
    if len(found) > count * _FEW_CAPITALS:
        return frozenset()
    inside = [match.group() for match in found if not _BEGINNING.search(question, 0, match.start())]
    return frozenset(word for name in inside for word in words(name))


@lru_cache(maxsize=1)
def _calendar() -> frozenset[str]:
    """The names of months and days, which English writes with a capital (Unicode CLDR)."""
    names: list[str] = []
    for language in LANGUAGES:
        locale = Locale(language)
        for forms in (locale.months["format"], locale.days["format"]):
            names += [name for width in ("wide", "abbreviated") for name in forms[width].values()]
    return frozenset(word for name in names for word in words(name))
