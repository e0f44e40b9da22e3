"""Countries and cities of the world, so that a question about another place is not answered with ours."""

from functools import lru_cache

from babel import Locale

from knowledge.schema import LANGUAGES
from retrieval.tokens import words
from retrieval.translit import name_stem


def is_place(word: str) -> bool:
    """Whether a normalised word is the name of a country or of a big city, however inflected."""
    return name_stem(word) in _stems()


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    """The one-word names of countries and of the cities that time zones are named after (Unicode CLDR)."""
    names: list[str] = []
    for language in LANGUAGES:
        locale = Locale(language)
        names += locale.territories.values()
        names += [zone["city"] for zone in locale.time_zones.values() if "city" in zone]
    return frozenset(name_stem(parts[0]) for name in names if len(parts := words(name)) == 1)
