"""A question as typed -> a Query."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.base import Knowledge
from knowledge.schema import Case, Kind, Language
from retrieval.answer import Context
from retrieval.chat import plain, sounding_like
from retrieval.dictionary import Dictionary
from retrieval.focus import focus
from retrieval.kinds import Asks, asking, asks_custody, is_reaction, wants_several
from retrieval.language import Script, detect
from retrieval.leaning import leaning
from retrieval.lexicon import Lexicon
from retrieval.mending import Mender
from retrieval.names import Mention, NameMatcher
from retrieval.overview import asks_who, is_overview
from retrieval.persons import wants_name
from retrieval.places import Places
from retrieval.query import Query
from retrieval.strangers import may_name, strangers
from retrieval.tokens import MAX_CHARACTERS, is_cyrillic, stem, words
from retrieval.translit import sound_key, to_cyrillic
from retrieval.words import AGE, COMPARING, CONFIRMING, FUNCTION_WORDS, PRIVATE, PRONOUNS, RUSSIAN, WHICH
from retrieval.years import years

_YEAR = re.compile(r"(?:19|20)\d\d")
# A number of fewer digits tells nothing by itself.
_MIN_DIGITS = 3
# «сколко», "skolko": a function word misspelt as it sounds.
_FUNCTION_SOUNDS = frozenset(sound_key(word) for word in RUSSIAN if len(word) > _MIN_DIGITS)


@dataclass(frozen=True, slots=True)
class Reader:
    """What it takes to read a question: the knowledge, its names and words, and what else is a word."""

    knowledge: Knowledge
    names: NameMatcher
    lexicon: Lexicon
    mender: Mender
    places: Places
    dictionary: Dictionary
    is_common: Callable[[str], bool]

    @classmethod
    def of(
        cls,
        knowledge: Knowledge,
        names: NameMatcher,
        lexicon: Lexicon,
        dictionary: Dictionary,
        is_common: Callable[[str], bool],
    ) -> "Reader":
        """One that mends words by these and by the dictionaries of the two languages; `is_common` knows words by their
        use.
        """
        mender, places = Mender(lexicon, dictionary, is_common), Places(dictionary)
        return cls(knowledge, names, lexicon, mender, places, dictionary, is_common)

    def is_word(self, word: str) -> bool:
        """Whether it is an ordinary word of its language, though no case file uses it."""
        return self.is_common(word) or self.dictionary.is_no_name(word)


def read(question: str, context: Context, reader: Reader, *, whole: bool = False) -> Query:
    """Read a question: of a message the sentences that ask, or the `whole`. Its language may be the interface's."""
    knowledge, lexicon = reader.knowledge, reader.lexicon
    question = question[:MAX_CHARACTERS]
    typed = words(question)
    mentions = _sure(reader.names.find(question), typed, lexicon)
    named = frozenset(position for mention in mentions for position in mention.positions)
    script, language = _language([word for place, word in enumerate(typed) if place not in named], question, context)
    mended = [word if position in named else _mended(word, script, reader) for position, word in enumerate(typed)]
    places = focus(question)
    focused = _asking_part(mended, range(len(typed)) if whole else places, named)
    leans_on = leaning(mended, len(places), mentions, context, knowledge)
    has_anchor = bool(mentions) or leans_on is not None
    unknown = frozenset(word for word in focused.others if _is_content(word) and not _is_known(word, lexicon))
    spoken = _with_names(mended, mentions, language, knowledge, leans_on)
    return Query(
        language=language,
        script=script,
        text=" ".join(spoken.values()),
        focus=" ".join(word for place, word in spoken.items() if place in focused.places or place >= len(typed)),
        nameless=" ".join(focused.nameless) or " ".join(spoken.values()),
        content=tuple(dict.fromkeys(stem(word, language) for word in focused.others if _is_content(word))),
        pressing=frozenset(_pressing(focused.others, language, lexicon, has_anchor=has_anchor)),
        private=frozenset(stem(word, language) for word in focused.others if word in PRIVATE),
        mentions=mentions,
        years=years(question),
        asks=focused.asks,
        wants_several=wants_several(focused.words),
        wants_name=wants_name(typed),
        asks_custody=asks_custody(focused.words),
        has_pronoun=not PRONOUNS.isdisjoint(focused.words),
        is_reaction=is_reaction(question),
        is_elsewhere=_is_elsewhere(unknown, question, reader, has_anchor=has_anchor),
        has_stranger=not has_anchor and may_name(focused.words, unknown, reader.dictionary.is_no_name),
        leans_on=leans_on,
        is_overview=is_overview(focused.nameless, mentions),
        asks_who=asks_who(mended, focused.places, mentions),
    )


def about(query: Query, person: Mention, knowledge: Knowledge) -> Query:
    """The same question asked of one of the people that it names."""
    name = _short_name(knowledge.cases[person.entity.case_id], query.language)
    text = " ".join([*(word for word in query.nameless.split() if word not in COMPARING), name])
    return replace(query, text=text, focus=text, mentions=(person,))


@dataclass(frozen=True, slots=True)
class _Focused:
    """The part of a question that asks: its places, its words, those without names, and of these the ones that do not
    already tell its kind ("in which month" does).
    """

    places: range
    words: tuple[str, ...]
    asks: Asks
    nameless: tuple[str, ...]
    others: tuple[str, ...]


def _asking_part(mended: Sequence[str], places: range, named: frozenset[int]) -> _Focused:
    """In these places, or, where they say nothing by themselves ("… of theft. Is that right?"), in all of them."""
    focused = _focused(mended, places, named)
    tells = any(_is_content(word) and word not in CONFIRMING for word in focused.others)
    if tells or not named.isdisjoint(places):
        return focused
    return _focused(mended, range(len(mended)), named)


def _focused(mended: Sequence[str], places: range, named: frozenset[int]) -> _Focused:
    # A word mended may be two.
    parts = [(part, position in named) for position in places for part in mended[position].split()]
    every = tuple(word for word, _ in parts)
    kind = asking(every)
    nameless = [(place, word) for place, (word, is_name) in enumerate(parts) if not is_name]
    # What stands after "which" is pressed for, so the word itself stays.
    others = tuple(word for place, word in nameless if place not in kind.places or word in WHICH)
    if kind.kind is Asks.AGE:
        # "How many years" does not name it, and years are told by many a claim that tells no age.
        others += AGE
    return _Focused(places, every, kind.kind, tuple(word for _, word in nameless), others)


def _sure(mentions: Iterable[Mention], typed: Sequence[str], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Without given names that are just a word ("were" sounds like Vera) or stand beside another surname."""
    return tuple(
        mention for mention in mentions if not mention.is_given_name or _is_sure_given_name(mention, typed, lexicon)
    )


def _is_sure_given_name(mention: Mention, typed: Sequence[str], lexicon: Lexicon) -> bool:
    [position] = mention.positions
    beside = [typed[place] for place in (position - 1, position + 1) if 0 <= place < len(typed)]
    return typed[position] not in FUNCTION_WORDS and all(_is_known(word, lexicon) for word in beside)


def _is_content(word: str) -> bool:
    if word in FUNCTION_WORDS or (word.isdecimal() and len(word) < _MIN_DIGITS):
        return False
    return not (is_cyrillic(word) and sound_key(word) in _FUNCTION_SOUNDS)


def _pressing(others: Sequence[str], language: Language, lexicon: Lexicon, *, has_anchor: bool) -> Iterator[str]:
    """Without a name that we know, an unknown word may be a name that we do not: "how long did Navalny get"."""
    for before, word in pairwise(("", *others)):
        is_asked = before in WHICH or _YEAR.fullmatch(word) or word in PRIVATE
        if _is_content(word) and (is_asked or not (has_anchor or _is_known(word, lexicon))):
            yield stem(word, language)


def _is_elsewhere(unknown: frozenset[str], question: str, reader: Reader, *, has_anchor: bool) -> bool:
    """Whether one of the words that the knowledge never uses is a place of which it does not speak under another name
    either, or, where no name is known, written as a place.
    """
    if any(reader.places.has(word) and not any(map(reader.lexicon.uses, reader.places.same(word))) for word in unknown):
        return True
    return not has_anchor and bool(unknown & strangers(question, reader.is_word))


def _is_known(word: str, lexicon: Lexicon) -> bool:
    return word in FUNCTION_WORDS or lexicon.uses(word)


def _language(told: Sequence[str], question: str, context: Context) -> tuple[Script, Language]:
    """By the words that are no names, which are the same in any language."""
    script = detect(told)
    return script, _spoken_in(script, question, context)


def _spoken_in(script: Script, question: str, context: Context) -> Language:
    if script in {Script.RUSSIAN, Script.LATIN_RUSSIAN}:
        return "ru"
    if script is Script.ENGLISH:
        return "en"
    fallback: Language = "ru" if any(map(is_cyrillic, words(question))) else "en"
    return context.language or fallback


def _mended(word: str, script: Script, reader: Reader) -> str:
    """Function words as everybody spells them, other words by those of the case files."""
    if script is Script.LATIN_RUSSIAN and not is_cyrillic(word):
        word = to_cyrillic(word)
    usual = plain(word)
    # A word of the case files may sound like a function word.
    if not reader.lexicon.uses(usual):
        usual = sounding_like(usual)
    return usual if usual != word else reader.mender.mended(word)


def _with_names(
    mended: Sequence[str], mentions: Iterable[Mention], language: Language, knowledge: Knowledge, leans_on: str | None
) -> dict[int, str]:
    """The words by position, a person's name however spelt replaced by the surname in this language; last the name of
    the case that the question leans on.
    """
    spoken = dict(enumerate(mended))
    for mention in mentions:
        if mention.entity.is_case and mention.entity.is_person:
            first, *rest = sorted(mention.positions)
            spoken[first] = _short_name(knowledge.cases[mention.entity.case_id], language)
            for position in rest:
                spoken.pop(position, None)
    if leans_on is not None:
        spoken[len(mended)] = _short_name(knowledge.cases[leans_on], language)
    return spoken


def _short_name(case: Case, language: Language) -> str:
    """A person's surname, or the whole name of anything else, normalised."""
    name = words(case.name.in_language(language))
    return name[-1] if case.kind is Kind.PERSON else " ".join(name)
