"""Which part of a message asks."""

import re
from collections.abc import Iterator

from retrieval.kinds import Asks, asks
from retrieval.tokens import normalise, words
from retrieval.words import OPENING

# After these, after an initial, and inside a number a full stop ends no sentence.
_SHORTENED = "ст гг др пр им ул обл стр руб тыс млн млрд art no mr mrs ms dr st vs etc"
_UNENDED = r"(?<!\b\w)" + "".join(rf"(?<!\b(?i:{word}))" for word in _SHORTENED.split())
_END = re.compile(rf"[!?…\n][.!?…\n]*|{_UNENDED}\.+(?:[!?…\n]+|(?=[\s»\")]|$|[A-ZА-ЯЁ]))")
_ANNOUNCEMENT = re.compile(
    r".*\b(?:подскаж\w+|подсказать|скажите|сказать|расскажите|объясните|хо(?:чу|тел[аи]?(?: бы)?) (?:узнать|спросить)"
    r"|tell me|let me know|explain(?: to me)?|wondering|want to know|like to know)\b(?:\W*пожалуйста\b|\W*please\b)?\W*"
)
_BEFORE = frozenset(["а", "и", "но", "так", "в", "до", "за", "из", "на", "о", "от", "по", "с", "у", "and", "but", "so"])
# What sentences without any question word are taken to ask.
_UNASKED = frozenset([Asks.WHAT, Asks.WHETHER, Asks.NOW])
# Fewer words than these are no question of their own.
_FEW = 3


def focus(question: str) -> range:
    """Positions of the words of the sentences that ask, from the first to the last: those with a question mark, or that
    begin with a question word; where there is none, those with a question word anywhere; else the last sentence.

    Of a sentence that says first that it will ask ("could you tell me …") what comes after that. The whole question
    where too few words are left.
    """
    sentences = [sentence for sentence in _sentences(question) if words(sentence)]
    telling = [number for number, sentence in enumerate(sentences) if len(words(sentence)) >= _FEW]
    marked = [number for number, sentence in enumerate(sentences) if "?" in sentence or _begins_asking(sentence)]
    worded = [number for number in telling if asks(sentences[number]) not in _UNASKED]
    asking = marked or worded or telling[-1:] or [-1]
    chosen = sentences[asking[0] :][: asking[-1] - asking[0] + 1]
    first = sum(len(words(sentence)) for sentence in sentences[: asking[0]])
    last = first + sum(len(words(sentence)) for sentence in chosen)
    for announced in _ANNOUNCEMENT.finditer(normalise(chosen[0]) if chosen else ""):
        start = first + len(words(announced.string[: announced.end()]))
        if last - start >= _FEW:
            return range(start, last)
    return range(first, last) if last - first >= _FEW else range(len(words(question)))


def _begins_asking(sentence: str) -> bool:
    first, *others = words(sentence)
    return first in OPENING or (first in _BEFORE and not OPENING.isdisjoint(others[:1]))


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        yield text[start : end.end()]
        start = end.end()
    yield text[start:]
