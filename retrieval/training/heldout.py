"""Setting pairs aside for measurement, before anything is trained on them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from retrieval.training.data import Corpus, Pair, Sentence

# Whole sources, since a sentence's neighbours in its document would give it away:
# long sentences of news and encyclopaedia, and short questions.
SENTENCES = {"pud": "PUD sentences", "qald9plus": "QALD questions"}
PASSAGES = 2000
QUESTIONS = 500
FIELD = 150
# Questions that share no content word with their passage, in both languages; written apart from our corpus.
PROBE = Path(__file__).parent / "probe.tsv"


@dataclass(frozen=True, slots=True)
class Task:
    """Queries over a pool of answers: `answers[right[i]]` is the one right answer to `queries[i]`."""

    name: str
    queries: list[str]
    answers: list[str]
    right: list[int]

    @classmethod
    def from_pairs(cls, name: str, pairs: Sequence[Pair]) -> "Task":
        """A task from (query, answer) pairs; an answer that comes twice stands once in the pool."""
        places = {answer: place for place, answer in enumerate(dict.fromkeys(answer for _, answer in pairs))}
        return cls(name, [query for query, _ in pairs], list(places), [places[answer] for _, answer in pairs])


def hold_out(corpus: Corpus, rng: np.random.Generator) -> tuple[Corpus, list[Task]]:
    """Split off the measurement tasks; what is left shares no sentence, passage or question with them."""
    translations = {english.casefold(): russian for english, russian in corpus.titles}
    titled = _sample([pair for pair in corpus.passages if pair[0].casefold() in translations], PASSAGES, rng)
    asked = _sample(corpus.questions, QUESTIONS, rng)
    field = _of_passages(corpus.own_passages, FIELD, rng)
    across = [(translations[title.casefold()], passage) for title, passage in titled]
    tasks = [
        *_matching(corpus.sentences),
        Task.from_pairs("title to passage, English to English", titled),
        Task.from_pairs("title to passage, Russian to English", across),
        Task.from_pairs("question to answer, English to English", asked),
        Task.from_pairs("field question to passage, all ways", field),
        *probe(),
    ]
    left = replace(
        corpus,
        sentences=_unseen(corpus.sentences),
        passages=_without(corpus.passages, titled),
        questions=_without(corpus.questions, asked),
        own_passages=_without(corpus.own_passages, field),
    )
    return left, tasks


def _matching(rows: Sequence[Sentence]) -> Iterator[Task]:
    for source, name in SENTENCES.items():
        pairs = _distinct((row.english, row.russian) for row in rows if row.source == source)
        if pairs:
            yield Task.from_pairs(f"{name}, English to Russian", pairs)
            yield Task.from_pairs(f"{name}, Russian to English", [(russian, english) for english, russian in pairs])


def probe() -> Iterator[Task]:
    """Paraphrases that share no content word with their passage, within each language and across."""
    rows = [line.split("\t") for line in PROBE.read_text(encoding="utf-8").splitlines()]
    english, russian = [row[1] for row in rows], [row[2] for row in rows]
    ways = {
        "English to English": (3, english),
        "Russian to Russian": (4, russian),
        "Russian to English": (4, english),
        "English to Russian": (3, russian),
    }
    for way, (asked, passages) in ways.items():
        pairs = [(row[asked], passage) for row, passage in zip(rows, passages, strict=True)]
        yield Task.from_pairs(f"field probe, {way}", pairs)


def _of_passages(pairs: list[Pair], count: int, rng: np.random.Generator) -> list[Pair]:
    """All the questions of some passages, so that none of them is trained on."""
    passages = list(dict.fromkeys(passage for _, passage in pairs))
    held = {passages[place] for place in rng.choice(len(passages), min(count, len(passages)), replace=False)}
    return [pair for pair in pairs if pair[1] in held]


def _unseen(rows: Iterable[Sentence]) -> list[Sentence]:
    """Rows of the other sources, less those that repeat a sentence held out."""
    held = {_key(side) for row in rows if row.source in SENTENCES for side in row[1:]}
    others = (row for row in rows if row.source not in SENTENCES)
    return [row for row in others if _key(row.english) not in held and _key(row.russian) not in held]


def _sample(pairs: list[Pair], count: int, rng: np.random.Generator) -> list[Pair]:
    pool = _distinct(pairs)
    return [pool[index] for index in rng.choice(len(pool), min(count, len(pool)), replace=False)]


def _distinct(pairs: Iterable[Pair]) -> list[Pair]:
    """Drop pairs that repeat a side of an earlier one: a query would have two right answers."""
    seen: set[str] = set()
    kept = []
    for pair in pairs:
        keys = {_key(side) for side in pair}
        if not keys & seen:
            kept.append(pair)
        seen |= keys
    return kept


def _without(pairs: list[Pair], held: list[Pair]) -> list[Pair]:
    keys = {_key(side) for pair in held for side in pair}
    return [pair for pair in pairs if _key(pair[0]) not in keys and _key(pair[1]) not in keys]


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold().replace("ё", "е")).strip()
