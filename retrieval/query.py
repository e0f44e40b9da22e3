"""A question as typed -> what to search for."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.base import Knowledge
from knowledge.schema import Language
from retrieval.answer import Context
from retrieval.language import Script, detect
from retrieval.lexicon import Lexicon
from retrieval.names import Mention, NameMatcher
from retrieval.tokens import is_cyrillic, stem, words
from retrieval.translit import to_cyrillic
from retrieval.words import FUNCTION_WORDS, OVERVIEW, PRONOUNS

# A follow-up is short: "а когда освободили", "and the damages"; a longer question stands by itself.
_FOLLOW_UP_WORDS = 6


@dataclass(frozen=True, slots=True)
class Query:
    """A question read: its language, its words with typos mended, the names in it and what else it asks about.

    `content` are the stems that tell what is asked: neither function words nor names.
    """

    language: Language
    script: Script
    text: str
    content: tuple[str, ...]
    mentions: tuple[Mention, ...]
    leans: bool
    is_overview: bool

    @property
    def is_empty(self) -> bool:
        return not self.text


def read(question: str, context: Context, knowledge: Knowledge, names: NameMatcher, lexicon: Lexicon) -> Query:
    """Read a question; its language falls back to that of the person's interface."""
    script = detect(question)
    language = _language(script, question, context)
    typed = words(question)
    mentions = tuple(names.find(question))
    named = {position for mention in mentions for position in mention.positions}
    mended = [
        word if position in named else _mended(word, script, language, lexicon) for position, word in enumerate(typed)
    ]
    spoken = list(_with_names(mended, mentions, language, knowledge))
    others = [word for position, word in enumerate(mended) if position not in named]
    content = tuple(stem(word, language) for word in others if word not in FUNCTION_WORDS)
    return Query(
        language=language,
        script=script,
        text=" ".join(spoken),
        content=content,
        mentions=mentions,
        leans=_leans(mended, mentions),
        is_overview=bool(mentions) and all(word in OVERVIEW for word in others),
    )


def _language(script: Script, question: str, context: Context) -> Language:
    if script in {Script.RUSSIAN, Script.LATIN_RUSSIAN}:
        return "ru"
    if script is Script.ENGLISH:
        return "en"
    fallback: Language = "ru" if any(map(is_cyrillic, words(question))) else "en"
    return context.language or fallback


def _mended(word: str, script: Script, language: Language, lexicon: Lexicon) -> str:
    if script is Script.LATIN_RUSSIAN and not is_cyrillic(word):
        return lexicon.corrected(to_cyrillic(word), language)
    return lexicon.corrected(word, "ru" if is_cyrillic(word) else "en")


def _with_names(
    mended: list[str], mentions: tuple[Mention, ...], language: Language, knowledge: Knowledge
) -> Iterator[str]:
    """The words with a misspelt or foreign-spelt name of a case replaced by its spelling in this language."""
    proper = {
        min(mention.positions): knowledge.cases[mention.entity.case_id].name.in_language(language)
        for mention in mentions
        if mention.entity.is_case and mention.entity.is_person
    }
    hidden = {
        position
        for mention in mentions
        if mention.entity.is_case and mention.entity.is_person
        for position in mention.positions
    }
    for position, word in enumerate(mended):
        if position in proper:
            yield words(proper[position])[-1]
        elif position not in hidden:
            yield word


def _leans(typed: list[str], mentions: tuple[Mention, ...]) -> bool:
    """Whether the question needs something said before: a pronoun, or few words and no case named."""
    if any(mention.entity.is_case for mention in mentions):
        return False
    return any(word in PRONOUNS for word in typed) or len(typed) <= _FOLLOW_UP_WORDS
