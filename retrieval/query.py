"""A question as typed -> what to search for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.base import Knowledge
from knowledge.schema import Case, Kind, Language
from retrieval.answer import Context
from retrieval.kinds import Asks, asks
from retrieval.language import Script, detect
from retrieval.lexicon import Lexicon
from retrieval.names import Mention, NameMatcher
from retrieval.tokens import is_cyrillic, stem, words
from retrieval.translit import to_cyrillic
from retrieval.words import FUNCTION_WORDS, OVERVIEW, PRONOUNS, WHO_AFTER, WHO_BEFORE

# A follow-up is short: "а когда освободили", "and the damages"; a longer question stands by itself.
_FOLLOW_UP_WORDS = 6
# With a pronoun and no name, so few words could be asked of anybody.
_VAGUE = 2
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")


@dataclass(frozen=True, slots=True)
class Query:
    """A question read: its language, its words with typos mended, the names in it and what else it asks about.

    `content` are the stems that tell what is asked: neither function words nor names. `focus` is the part of
    `text` that holds the question where greetings and explanations stand around it. `leans_on` is the case of
    the context, where the question needs one; its name is then part of the text.
    """

    language: Language
    script: Script
    text: str
    focus: str
    content: tuple[str, ...]
    mentions: tuple[Mention, ...]
    asks: Asks | None
    has_pronoun: bool
    leans_on: str | None
    is_overview: bool

    @property
    def is_empty(self) -> bool:
        return not self.text

    @property
    def is_vague(self) -> bool:
        """A pronoun, nothing that it could stand for, and too few other words to tell: "when was he arrested"."""
        has_anchor = bool(self.mentions) or self.leans_on is not None
        return self.has_pronoun and not has_anchor and len(self.content) <= _VAGUE


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
    leans_on = context.case_id if _leans(mended, mentions) else None
    spoken = _with_names(mended, mentions, language, knowledge)
    if leans_on is not None:
        spoken[len(typed)] = _short_name(knowledge.cases[leans_on], language)
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
        leans_on=leans_on,
        is_overview=bool(mentions) and (all(word in OVERVIEW for word in others) or _asks_who(mended, mentions)),
    )


def _asks_who(mended: Sequence[str], mentions: Iterable[Mention]) -> bool:
    """Whether a name stands beside "who is", «кто такой»: then it asks for the whole, whatever stands around."""
    for mention in mentions:
        first, last = min(mention.positions), max(mention.positions)
        before, after = tuple(mended[max(0, first - 2) : first]), tuple(mended[last + 1 : last + 3])
        if before in WHO_BEFORE or after in WHO_AFTER or (before[-1:] == ("who",) and after[:1] in (("is",), ("was",))):
            return True
    return False


def _focus(question: str) -> int:
    """Position of the first word of the sentence that asks: the last one with a question mark, else the last."""
    sentences = [sentence for sentence in _SENTENCE.findall(question) if words(sentence)]
    asking = [number for number, sentence in enumerate(sentences) if sentence.rstrip().endswith("?")]
    chosen = asking[-1] if asking else len(sentences) - 1
    first = sum(len(words(sentence)) for sentence in sentences[:chosen])
    return first if len(words(question)) - first > 2 else 0


def _sure(mentions: Iterable[Mention], typed: Sequence[str], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Without given names that are just a word ("were" sounds like Vera) or stand beside another surname."""
    return tuple(
        mention for mention in mentions if not mention.is_given_name or _is_sure_given_name(mention, typed, lexicon)
    )


def _is_sure_given_name(mention: Mention, typed: Sequence[str], lexicon: Lexicon) -> bool:
    [position] = mention.positions
    beside = [typed[place] for place in (position - 1, position + 1) if 0 <= place < len(typed)]
    return typed[position] not in FUNCTION_WORDS and all(_is_known(word, lexicon) for word in beside)


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
            spoken[first] = _short_name(knowledge.cases[mention.entity.case_id], language)
            for position in rest:
                spoken.pop(position, None)
    return spoken


def _short_name(case: Case, language: Language) -> str:
    """A person's surname, or the whole name of anything else, normalised."""
    name = words(case.name.in_language(language))
    return name[-1] if case.kind is Kind.PERSON else " ".join(name)


def _leans(typed: list[str], mentions: tuple[Mention, ...]) -> bool:
    """Whether the question needs something said before: a pronoun, or few words and no case named."""
    if any(mention.entity.is_case for mention in mentions):
        return False
    return any(word in PRONOUNS for word in typed) or len(typed) <= _FOLLOW_UP_WORDS
