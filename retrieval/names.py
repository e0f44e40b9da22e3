"""Which people, bodies and places a text names, however they are spelt or inflected."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import le

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from knowledge.base import Knowledge
from knowledge.schema import Case, Kind, Name
from retrieval.tokens import is_cyrillic, words
from retrieval.translit import name_stem, sound_key

# Typing errors forgiven by length of the name's stem: two in a long one, one in a middling one, none in a short one.
_LONG, _MIDDLING = 8, 5
# Stems of so few letters are abbreviations, which are not inflected: «часу» is not CAS.
_ABBREVIATION = 3

Spelling = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """Something with a name; `case_id` is the case it is, or the case whose file speaks of it.

    `spellings` and `given_names` are stems by sound, `written` the words themselves.
    """

    id: str
    case_id: str
    is_person: bool
    is_case: bool
    spellings: frozenset[Spelling]
    written: frozenset[str]
    given_names: frozenset[Spelling] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity found in a text: which words name it, and how many letters had to be forgiven."""

    entity: Entity
    positions: frozenset[int]
    edits: int
    is_given_name: bool = False


class NameMatcher:
    """Finds entities by the sound of their names."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.entities = tuple(entities)
        self._by_stem: dict[str, list[tuple[Entity, Spelling]]] = {}
        for entity in self.entities:
            for spelling in entity.spellings | entity.given_names:
                self._by_stem.setdefault(spelling[0], []).append((entity, spelling))
        written = {word: name_stem(word) for entity in self.entities for word in entity.written}
        self._keys = frozenset(map(sound_key, written))
        self._stem_of = {word: stem for word, stem in written.items() if stem in self._by_stem}
        self._sounds, self._words = tuple(self._by_stem), tuple(self._stem_of)

    @classmethod
    def from_knowledge(cls, knowledge: Knowledge) -> "NameMatcher":
        return cls(list(chain.from_iterable(map(_entities, knowledge.cases.values()))))

    def find(self, text: str) -> list[Mention]:
        """Mentions in a question, typing errors forgiven; every word counts for its nearest spelling only."""
        return self._find(text, forgiving=True)

    def find_exact(self, text: str) -> list[Mention]:
        """Mentions in a curated text, where nothing has to be forgiven."""
        return self._find(text, forgiving=False)

    def without(self, text: str) -> str:
        """The words of a curated text that name nobody; all its words where nothing else is left."""
        named = {position for mention in self.find_exact(text) for position in mention.positions}
        typed = words(text)
        return " ".join(word for position, word in enumerate(typed) if position not in named) or " ".join(typed)

    def _find(self, text: str, forgiving: bool) -> list[Mention]:
        typed = words(text)
        candidates = [found for found in self._candidates(typed, forgiving) if forgiving or not found.is_given_name]
        kept: dict[str, Mention] = {}
        taken: dict[int, Mention] = {}
        for mention in sorted(candidates, key=_rank):
            rivals = [taken[position] for position in mention.positions if position in taken]
            if mention.entity.id in kept or any(_rank(rival) < _rank(mention) for rival in rivals):
                continue
            kept[mention.entity.id] = mention
            taken |= dict.fromkeys(mention.positions, mention)
        return list(kept.values())

    def _candidates(self, typed: Sequence[str], forgiving: bool) -> Iterator[Mention]:
        stems = [name_stem(word) for word in typed]
        for start, word in enumerate(typed):
            for stem, edits in self._near(word, stems[start], forgiving):
                for entity, spelling in self._by_stem[stem]:
                    rest = _match(spelling[1:], stems[start + 1 : start + len(spelling)], forgiving)
                    is_given_name = spelling in entity.given_names
                    if rest is not None and (edits == 0 or not is_given_name):
                        positions = frozenset(range(start, start + len(spelling)))
                        yield Mention(entity, positions, edits + rest, is_given_name)

    def _near(self, word: str, stem: str, forgiving: bool) -> Iterator[tuple[str, int]]:
        """Known stems that a word may stand for, with the letters to forgive: by its sound, and by its spelling, for
        letters swapped within a group such as "kh" change the sound by more than one.
        """
        if stem in self._by_stem:
            if len(stem) > _ABBREVIATION or sound_key(word) in self._keys:
                yield stem, 0
        elif forgiving:
            yield from _alike(stem, self._sounds)
            yield from ((self._stem_of[known], edits) for known, edits in _alike(word, self._words))


def _alike(word: str, known: Sequence[str]) -> list[tuple[str, int]]:
    near = process.extract(word, known, scorer=DamerauLevenshtein.distance, score_cutoff=2, limit=None)
    return [(other, int(edits)) for other, edits, _ in near if edits <= _forgiven(other)]


def _rank(mention: Mention) -> tuple[int, int]:
    """Closest first, then longest: equals stand side by side."""
    return mention.edits, -len(mention.positions)


def _forgiven(known: str) -> int:
    return 2 if len(known) >= _LONG else 1 if len(known) >= _MIDDLING else 0


def _match(spelling: Sequence[str], stems: Sequence[str], forgiving: bool) -> int | None:
    """Letters to forgive for the words to be this spelling; None when they are not."""
    if len(spelling) != len(stems):
        return None
    distances = [DamerauLevenshtein.distance(known, stem) for known, stem in zip(spelling, stems, strict=True)]
    limits = [_forgiven(known) if forgiving else 0 for known in spelling]
    return sum(distances) if all(map(le, distances, limits)) else None


def _entities(case: Case) -> Iterator[Entity]:
    is_person = case.kind is Kind.PERSON
    own = Name(name=case.name, aliases=case.aliases)
    spellings = _spellings(own, is_person)
    given = frozenset(spelling[:1] for spelling in spellings if is_person and len(spelling) > 1)
    yield Entity(case.id, case.id, is_person, True, spellings, _written(own), given)
    for number, name in enumerate(case.mentions):
        spellings = _spellings(name, _looks_personal(name))
        yield Entity(f"{case.id}#{number}", case.id, _looks_personal(name), False, spellings, _written(name))


def _written(name: Name) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(words, (name.name.ru, name.name.en, *name.aliases))))


def _spellings(name: Name, is_person: bool) -> frozenset[Spelling]:
    written = (name.name.ru, name.name.en, *name.aliases)
    return frozenset(chain.from_iterable(_spelling(text, is_person) for text in written))


def _spelling(text: str, is_person: bool) -> Iterable[Spelling]:
    """The stems of a name; of a person the surname alone as well."""
    stems = tuple(name_stem(word) for word in words(text))
    if not stems:
        return ()
    return {stems, stems[-1:]} if is_person else {stems}


def _looks_personal(name: Name) -> bool:
    """Two capitalised words that sound alike in both languages: given name and surname, not a translated title.

    A firm's name («West Oil») is often left in Latin letters in Russian, a person's never.
    """
    russian, english = name.name.ru.split(), name.name.en.split()
    return (
        len(russian) == len(english) == 2
        and all(map(is_cyrillic, russian))
        and all(word[0].isupper() and not word.isupper() for word in (*russian, *english))
        and DamerauLevenshtein.distance(name_stem(russian[1].lower()), name_stem(english[1].lower())) <= 1
    )
