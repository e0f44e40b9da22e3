"""Countries, nations and cities of the world, so that a question about another place is not answered with ours."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

from knowledge.schema import LANGUAGES
from retrieval.dictionary import Dictionary
from retrieval.tokens import words
from retrieval.translit import name_stem

# What English adds to a country for its people and things: Omani, Cuban, Canadian.
_OF_ITS_OWN = ("", "i", "n", "an", "ian")
_THE_WORLD = "001"
_STATIONS = "Antarctica/"
_RUSSIAN_ADJECTIVE = "кий"


@dataclass(frozen=True, slots=True)
class Places:
    """The one-word names of countries, of the cities that time zones are named after, and of official languages, which
    nations share (Unicode CLDR).
    """

    dictionary: Dictionary

    def has(self, word: str) -> bool:
        """Whether a normalised word is such a name, however inflected.

        Inflection is told by the stem, and so short a stem is that of other words too: "sir" and Syria, "back" and
        Baku, «самый» and Самоа. What is an ordinary word besides is none.
        """
        if word in _nations() or name_stem(word) in _nations():
            return True
        if any(word.removesuffix(ending) in _english() for ending in _OF_ITS_OWN):
            return True
        return name_stem(word) in _stems() and not self.dictionary.is_ordinary(word)

    def same(self, word: str) -> frozenset[str]:
        """Other names of the country that such a word stands for: Hungary, Hungarian and Budapest are about one."""
        stems = {name_stem(word.removesuffix(ending)) for ending in _OF_ITS_OWN}
        return frozenset().union(*(_names_of_countries().get(stem, frozenset()) for stem in stems))


@lru_cache(maxsize=1)
def _names_of_countries() -> Mapping[str, frozenset[str]]:
    """By the stem of each, the names of its country, of the official languages that are most at home there but our own
    two, and of its city, where time zones are named after only one: that is mostly the capital.
    """
    cities: dict[str, list[str]] = {}
    for zone, country in get_global("zone_territories").items():
        if "city" in Locale("ru").time_zones.get(zone, {}):
            cities.setdefault(country, []).append(zone)
    found: dict[str, frozenset[str]] = {}
    for country in map(str, Locale("en").territories):
        names = frozenset(_single(_names_of(country, cities.get(country, []))))
        for name in names:
            found[name_stem(name)] = found.get(name_stem(name), frozenset()) | names
    return found


def _names_of(country: str, zones: Sequence[str]) -> Iterator[str]:
    homes = get_global("likely_subtags")
    spoken = [code for code in get_official_languages(country) if homes.get(code, "").endswith(f"_{country}")]
    for locale in map(Locale, LANGUAGES):
        yield locale.territories.get(country, "")
        yield from (locale.languages.get(code, "") for code in spoken if code not in LANGUAGES)
    if len(zones) == 1:
        yield zones[0].rsplit("/")[-1]
        yield Locale("ru").time_zones[zones[0]]["city"]


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    """Countries, and cities as the time zones are called: CLDR has no English name beside that. "Wake" and "Easter" are
    not called so in Russian.
    """
    cities = [str(zone).rsplit("/")[-1].lower() for zone in Locale("ru").time_zones]
    return frozenset([*_countries("en"), *(city for city in cities if name_stem(city) in _stems())])


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return frozenset(name_stem(name) for language in LANGUAGES for name in (*_countries(language), *_cities(language)))


@lru_cache(maxsize=1)
def _nations() -> frozenset[str]:
    """In English as they are, in Russian the stems of adjectives."""
    russian = (name for name in _languages("ru") if name.endswith(_RUSSIAN_ADJECTIVE))
    return frozenset([*_languages("en"), *map(name_stem, russian)])


def _languages(language: str) -> Iterator[str]:
    """The official ones of any country but our own two, which may be asked for: "in English"."""
    codes = {code for country in Locale("en").territories for code in get_official_languages(str(country))}
    names = Locale(language).languages
    return _single(names[code] for code in codes.difference(LANGUAGES) if code in names)


def _countries(language: str) -> Iterator[str]:
    territories = Locale(language).territories
    return _single(name for code, name in territories.items() if code != _THE_WORLD)


def _cities(language: str) -> Iterator[str]:
    zones = [zone for code, zone in Locale(language).time_zones.items() if not str(code).startswith(_STATIONS)]
    return _single(zone["city"] for zone in zones if "city" in zone)


def _single(names: Iterable[str]) -> Iterator[str]:
    return (parts[0] for name in names if len(parts := words(name)) == 1)
