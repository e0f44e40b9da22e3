"""Which part of a message asks."""

import re

from retrieval.tokens import normalise, words

_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_ANNOUNCEMENT = re.compile(
    r".*\b(?:подскаж\w+|подсказать|скажите|сказать|расскажите|объясните|хо(?:чу|тел[аи]?(?: бы)?) (?:узнать|спросить)"
    r"|tell me|let me know|explain(?: to me)?|wondering|want to know|like to know)\b(?:\W*пожалуйста\b|\W*please\b)?\W*"
)
# Fewer words than these are no question of their own.
_FEW = 3


def focus(question: str) -> range:
    """Positions of the words of the sentences that ask: from the first question mark to the last, else the last one.

    Of a sentence that says first that it will ask ("could you tell me …") what comes after that. The whole question
    where too few words are left.
    """
    sentences = [sentence for sentence in _SENTENCE.findall(question) if words(sentence)]
    telling = [number for number, sentence in enumerate(sentences) if len(words(sentence)) >= _FEW]
    asking = (
        [number for number, sentence in enumerate(sentences) if sentence.rstrip().endswith("?")] or telling[-1:] or [-1]
    )
    chosen = sentences[asking[0] :][: asking[-1] - asking[0] + 1]
    first = sum(len(words(sentence)) for sentence in sentences[: asking[0]])
    last = first + sum(len(words(sentence)) for sentence in chosen)
    for announced in _ANNOUNCEMENT.finditer(normalise(chosen[0]) if chosen else ""):
        start = first + len(words(announced.string[: announced.end()]))
        if last - start >= _FEW:
            return range(start, last)
    return range(first, last) if last - first >= _FEW else range(len(words(question)))
