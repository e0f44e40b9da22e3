"""A question as typed -> what to search for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.base import Knowledge
from knowledge.schema import Language
from retrieval.answer import Context
from retrieval.kinds import Asks, asks
from retrieval.language import Script, detect
from retrieval.lexicon import Lexicon
from retrieval.names import Mention, NameMatcher
from retrieval.tokens import is_cyrillic, stem, words
from retrieval.translit import to_cyrillic
from retrieval.words import FUNCTION_WORDS, OVERVIEW, PRONOUNS

# A follow-up is short: "а когда освободили", "and the damages"; a longer question stands by itself.
_FOLLOW_UP_WORDS = 6
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")


@dataclass(frozen=True, slots=True)
class Query:
    """A question read: its language, its words with typos mended, the names in it and what else it asks about.

    `content` are the stems that tell what is asked: neither function words nor names. `focus` is the part of
    `text` that holds the question where greetings and explanations stand around it.
    """

    language: Language
    script: Script
    text: str
    focus: str
    content: tuple[str, ...]
    mentions: tuple[Mention, ...]
    asks: Asks | None
    has_pronoun: bool
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
    mentions = _sure(names.find(question), typed, lexicon)
    named = {position for mention in mentions for position in mention.positions}
    mended = [
        word if position in named else _mended(word, script, language, lexicon) for position, word in enumerate(typed)
    ]
    first = _focus(question)
    spoken = _with_names(mended, mentions, language, knowledge)
    others = [word for position, word in enumerate(mended) if position not in named and position >= first]
    return Query(
        language=language,
        script=script,
        text=" ".join(spoken.values()),
        focus=" ".join(word for position, word in spoken.items() if position >= first),
        content=tuple(dict.fromkeys(stem(word, language) for word in others if word not in FUNCTION_WORDS)),
        mentions=mentions,
        asks=asks(" ".join(mended[first:])),
        has_pronoun=any(word in PRONOUNS for word in mended),
        leans=_leans(mended, mentions),
        is_overview=bool(mentions) and all(word in OVERVIEW for word in others),
    )


def _focus(question: str) -> int:
    """Position of the first word of the sentence that asks: the last one with a question mark, else the last."""
    sentences = [sentence for sentence in _SENTENCE.findall(question) if words(sentence)]
    asking = [number for number, sentence in enumerate(sentences) if sentence.rstrip().endswith("?")]
    chosen = asking[-1] if asking else len(sentences) - 1
    first = sum(len(words(sentence)) for sentence in sentences[:chosen])
    return first if len(words(question)) - first > 2 else 0


def _sure(mentions: Iterable[Mention], typed: Sequence[str], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Without given names that stand beside another surname: «Лариса Петрова» is not the Larisa we know."""
    return tuple(
        mention
        for mention in mentions
        if not mention.is_given_name
        or all(_is_known(typed[beside], lexicon) for beside in _neighbours(mention, len(typed)))
    )


def _neighbours(mention: Mention, count: int) -> list[int]:
    [position] = mention.positions
    return [beside for beside in (position - 1, position + 1) if 0 <= beside < count]


def _is_known(word: str, lexicon: Lexicon) -> bool:
    return word in FUNCTION_WORDS or stem(word, "ru" if is_cyrillic(word) else "en") in lexicon.positions


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
    mended: Sequence[str], mentions: Iterable[Mention], language: Language, knowledge: Knowledge
) -> dict[int, str]:
    """The words by position, a person's name however spelt replaced by the surname in this language."""
    spoken = dict(enumerate(mended))
    for mention in mentions:
        if mention.entity.is_case and mention.entity.is_person:
            first, *rest = sorted(mention.positions)
            spoken[first] = words(knowledge.cases[mention.entity.case_id].name.in_language(language))[-1]
            for position in rest:
                spoken.pop(position, None)
    return spoken


def _leans(typed: list[str], mentions: tuple[Mention, ...]) -> bool:
    """Whether the question needs something said before: a pronoun, or few words and no case named."""
    if any(mention.entity.is_case for mention in mentions):
        return False
    return any(word in PRONOUNS for word in typed) or len(typed) <= _FOLLOW_UP_WORDS
