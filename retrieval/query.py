"""A question as typed -> what to search for."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.base import Knowledge
from knowledge.schema import Case, Kind, Language
from retrieval.answer import Context
from retrieval.kinds import Asks, asks
from retrieval.language import Script, detect
from retrieval.lexicon import Lexicon
from retrieval.names import Mention, NameMatcher
from retrieval.places import is_place
from retrieval.tokens import MAX_CHARACTERS, is_cyrillic, normalise, stem, words
from retrieval.translit import to_cyrillic
from retrieval.words import (
    FEMININE,
    FUNCTION_WORDS,
    MASCULINE,
    OVERVIEW,
    PRIVATE,
    PRONOUNS,
    WHICH,
    WHO_AFTER,
    WHO_BEFORE,
)

# A follow-up is short: "а когда освободили", "and the damages"; a longer question stands by itself.
_FOLLOW_UP_WORDS = 6
# With a pronoun and no name, so few words could be asked of anybody.
_VAGUE = 2
_ANNOUNCEMENT = re.compile(
    r".*\b(?:подскаж\w+|подсказать|скажите|сказать|расскажите|объясните|хо(?:чу|тел[аи]?(?: бы)?) (?:узнать|спросить)"
    r"|tell me|let me know|explain(?: to me)?|wondering|want to know|like to know)\b(?:\W*пожалуйста\b|\W*please\b)?\W*"
)
# Fewer words than these are no question of their own.
_FEW = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")


@dataclass(frozen=True, slots=True)
class Query:
    """A question read: its language, its words with typos mended, the names in it and what else it asks about.

    `content` are the stems that tell what is asked: neither function words nor names. `pressing` are those that an
    answer cannot do without: a year, what stands after "which" or "how many", and private matters. `focus` is the
    part of `text` that holds the question where greetings and explanations stand around it. `leans_on` is the case
    of the context, where the question needs one; its name is then part of the text.
    """

    language: Language
    script: Script
    text: str
    focus: str
    content: tuple[str, ...]
    pressing: frozenset[str]
    private: frozenset[str]
    mentions: tuple[Mention, ...]
    asks: Asks | None
    has_pronoun: bool
    is_elsewhere: bool
    leans_on: str | None
    is_overview: bool

    @property
    def is_empty(self) -> bool:
        return not self.text

    @property
    def says_nothing(self) -> bool:
        """No word that tells what is asked, as in "hello" and "thank you"; "and why?" tells it after an answer."""
        return not self.content and not self.mentions and (self.asks is None or self.leans_on is None)

    @property
    def is_vague(self) -> bool:
        """A pronoun, nothing that it could stand for, and too few other words to tell: "when was he arrested"."""
        has_anchor = bool(self.mentions) or self.leans_on is not None
        return self.has_pronoun and not has_anchor and len(self.content) <= _VAGUE


@dataclass(frozen=True, slots=True)
class Reader:
    """What it takes to read a question: the knowledge, its names and words, and what else is a word."""

    knowledge: Knowledge
    names: NameMatcher
    lexicon: Lexicon
    is_word: Callable[[str], bool]


def read(question: str, context: Context, reader: Reader) -> Query:
    """Read a question; its language falls back to that of the person's interface."""
    knowledge, names, lexicon = reader.knowledge, reader.names, reader.lexicon
    question = question[:MAX_CHARACTERS]
    typed = words(question)
    mentions = _sure(names.find(question), typed, lexicon)
    named = {position for mention in mentions for position in mention.positions}
    script = detect([word for position, word in enumerate(typed) if position not in named])
    language = _language(script, question, context)
    mended = [
        word if position in named else _mended(word, script, language, reader) for position, word in enumerate(typed)
    ]
    focus = _focus(question)
    leans_on = _leaning(mended, mentions, context, knowledge)
    spoken = _with_names(mended, mentions, language, knowledge)
    if leans_on is not None:
        spoken[len(typed)] = _short_name(knowledge.cases[leans_on], language)
    asking = [word for position, word in enumerate(mended) if position in focus and position not in named]
    others = " ".join(asking).split()
    return Query(
        language=language,
        script=script,
        text=" ".join(spoken.values()),
        focus=" ".join(word for position, word in spoken.items() if position in focus or position >= len(typed)),
        content=tuple(dict.fromkeys(stem(word, language) for word in others if _is_content(word))),
        pressing=frozenset(_pressing(others, language, lexicon, has_anchor=bool(mentions) or leans_on is not None)),
        private=frozenset(stem(word, language) for word in others if word in PRIVATE),
        mentions=mentions,
        asks=asks(" ".join(mended[focus.start : focus.stop])),
        has_pronoun=any(word in PRONOUNS for word in mended),
        is_elsewhere=any(_is_elsewhere(word, lexicon) for word in others),
        leans_on=leans_on,
        is_overview=_is_overview(others, mended, mentions),
    )


def _is_overview(others: Sequence[str], mended: Sequence[str], mentions: Sequence[Mention]) -> bool:
    """Whether a case is asked for as a whole: by its name and no more, or by who or what it is."""
    named = [mention for mention in mentions if mention.entity.is_case]
    return bool(named) and (all(word in OVERVIEW for word in others) or _asks_who(mended, named))


def _asks_who(mended: Sequence[str], mentions: Iterable[Mention]) -> bool:
    """Whether a name stands beside "who is", «кто такой», and nothing that "is" could belong to follows.

    "Who is X exactly" asks for the whole; "what is X's wife called" and "who is X married to" do not.
    """
    for mention in mentions:
        first, last = min(mention.positions), max(mention.positions)
        before, after = tuple(mended[max(0, first - 2) : first]), tuple(mended[last + 1 : last + 3])
        ends = not after or (after[0] in FUNCTION_WORDS and after[0] != "s")
        if (before in WHO_BEFORE and ends) or after in WHO_AFTER:
            return True
        if before[-1:] == ("who",) and after in {("is",), ("was",)}:
            return True
    return False


def _focus(question: str) -> range:
    """Positions of the words of the sentence that asks: the last one with a question mark, else the last.

    Of a sentence that says first that it will ask ("could you tell me …") what comes after that. The whole question
    where too few words are left.
    """
    sentences = [sentence for sentence in _SENTENCE.findall(question) if words(sentence)]
    asking = [number for number, sentence in enumerate(sentences) if sentence.rstrip().endswith("?")]
    chosen = asking[-1] if asking else len(sentences) - 1
    first = sum(len(words(sentence)) for sentence in sentences[:chosen])
    last = first + len(words(sentences[chosen])) if sentences else 0
    for announced in _ANNOUNCEMENT.finditer(normalise(sentences[chosen]) if sentences else ""):
        start = first + len(words(announced.string[: announced.end()]))
        if last - start >= _FEW:
            return range(start, last)
    return range(first, last) if last - first >= _FEW else range(len(words(question)))


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
    return word not in FUNCTION_WORDS and not (word.isdecimal() and len(word) < _FEW)


def _pressing(others: Sequence[str], language: Language, lexicon: Lexicon, *, has_anchor: bool) -> Iterator[str]:
    """Without a name that we know, an unknown word may be a name that we do not: "how long did Navalny get"."""
    for before, word in pairwise(("", *others)):
        is_asked = before in WHICH or _YEAR.fullmatch(word) or word in PRIVATE
        if _is_content(word) and (is_asked or not (has_anchor or _is_known(word, lexicon))):
            yield stem(word, language)


def _is_elsewhere(word: str, lexicon: Lexicon) -> bool:
    """A country or city that the knowledge never speaks of."""
    return not _is_known(word, lexicon) and is_place(word)


def _is_known(word: str, lexicon: Lexicon) -> bool:
    return word in FUNCTION_WORDS or stem(word, "ru" if is_cyrillic(word) else "en") in lexicon.positions


def _language(script: Script, question: str, context: Context) -> Language:
    if script in {Script.RUSSIAN, Script.LATIN_RUSSIAN}:
        return "ru"
    if script is Script.ENGLISH:
        return "en"
    fallback: Language = "ru" if any(map(is_cyrillic, words(question))) else "en"
    return context.language or fallback


def _mended(word: str, script: Script, language: Language, reader: Reader) -> str:
    if script is Script.LATIN_RUSSIAN and not is_cyrillic(word):
        return reader.lexicon.corrected(to_cyrillic(word), language, reader.is_word)
    return reader.lexicon.corrected(word, "ru" if is_cyrillic(word) else "en", reader.is_word)


def _with_names(
    mended: Sequence[str], mentions: Iterable[Mention], language: Language, knowledge: Knowledge
) -> dict[int, str]:
    """The words by position, a person's name however spelt replaced by the surname in this language."""
    spoken = dict(enumerate(mended))
    for mention in mentions:
        if mention.entity.is_case and mention.entity.is_person:
            first, *rest = sorted(mention.positions)
            spoken[first] = _short_name(knowledge.cases[mention.entity.case_id], language)
            for position in rest:
                spoken.pop(position, None)
    return spoken


def _short_name(case: Case, language: Language) -> str:
    """A person's surname, or the whole name of anything else, normalised."""
    name = words(case.name.in_language(language))
    return name[-1] if case.kind is Kind.PERSON else " ".join(name)


def _leaning(typed: Sequence[str], mentions: Iterable[Mention], context: Context, knowledge: Knowledge) -> str | None:
    """The case of the context, if the question needs it: by a pronoun that can mean it, or few words and no name."""
    if context.case_id is None or any(mention.entity.is_case for mention in mentions):
        return None
    case = knowledge.cases[context.case_id]
    if PRONOUNS.intersection(typed):
        return case.id if can_mean(case, typed) else None
    return case.id if len(typed) <= _FOLLOW_UP_WORDS else None


def can_mean(case: Case, typed: Sequence[str]) -> bool:
    """Whether the pronouns of a question can stand for a case: "he" for no woman, "she" for no man."""
    if case.kind is not Kind.PERSON:
        return True
    is_woman = case.name.ru.endswith(("а", "я"))
    return not (MASCULINE if is_woman else FEMININE).intersection(typed)
