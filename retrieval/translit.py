"""Between the scripts: a sound key that is the same for every spelling of a name, and Latin-typed Russian."""

import re
from functools import lru_cache

# One Latin letter or group per Cyrillic letter, Russian and Kazakh; `_SPELLINGS` levels the rest.
_TO_LATIN = str.maketrans(
    dict(zip("абвгдезиклмнопрстуфыэәғқңөұүһі", "abvgdezïklmnoprstufïeagknouuhï", strict=True))
    | {"ж": "j", "й": "ï", "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "s", "ъ": "", "ь": "", "ё": "e"}
    | {"ю": "ïu", "я": "ïa"}
)

# Order matters: longer groups first. Each line levels spellings seen for one sound in Latin names.
_SPELLINGS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|sch|tsch", "s"),
        (r"tch|ch|ts|tz|cz", "c"),
        (r"dzh|dj|zh", "j"),
        (r"kh|gh", "h"),
        (r"sh", "s"),
        (r"ph", "f"),
        (r"x", "ks"),
        (r"q|ck", "k"),
        (r"w", "v"),
        (r"ou", "u"),
        (r"[yij]", "ï"),
    )
)
_IOTATED = re.compile(r"ï+(?=[aeou])")
_REPEATED = re.compile(r"(.)\1+")
_ENDING = re.compile(r"[aeouï]+(?:m|h|mï|go|mu)?$")
_MIN_STEM = 3

_FROM_LATIN = (
    *(("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш")),
    *(("yu", "ю"), ("ju", "ю"), ("ya", "я"), ("ja", "я"), ("yo", "е"), ("jo", "е"), ("ye", "е"), ("je", "е")),
    *(
        ("iy", "ий"),
        ("yy", "ый"),
        ("yj", "ый"),
        ("ij", "ий"),
        ("ay", "ай"),
        ("ey", "ей"),
        ("oy", "ой"),
        ("uy", "уй"),
    ),
    *zip("abvgdezijklmnoprstufhcwxyq", "абвгдезийклмнопрстуфхцвхык", strict=True),
    *(("4", "ч"), ("'", "ь")),
)
# "stoyali" is сто-я-ли: before a vowel the y belongs to what follows.
_DIPHTHONG = re.compile(r"[aeiouy][yj]")
_LATIN_GROUP = re.compile(
    "|".join(re.escape(latin) + "(?![aeou])" * bool(_DIPHTHONG.fullmatch(latin)) for latin, _ in _FROM_LATIN)
)
_CYRILLIC_OF = dict(reversed(_FROM_LATIN))


@lru_cache(maxsize=20_000)
def sound_key(word: str) -> str:
    """A key that spellings of one name share: Харькова, Kharkova and Harkova give the same."""
    key = word.translate(_TO_LATIN)
    for pattern, sound in _SPELLINGS:
        key = pattern.sub(sound, key)
    return _REPEATED.sub(r"\1", _IOTATED.sub("", key))


@lru_cache(maxsize=20_000)
def name_stem(word: str) -> str:
    """The sound key without its case ending, so that inflected names meet their nominative."""
    key = sound_key(word)
    stem = _ENDING.sub("", key)
    return stem if len(stem) >= _MIN_STEM else key


def to_cyrillic(text: str) -> str:
    """Russian typed in Latin letters, read back; an approximation that stemming and vectors forgive."""
    return _LATIN_GROUP.sub(lambda match: _CYRILLIC_OF[match.group()], text)
