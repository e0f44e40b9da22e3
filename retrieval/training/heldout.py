"""Setting pairs aside for measurement, before anything is trained on them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from retrieval.training.data import Corpus, Pair, Sentence

# Whole sources, since a sentence's neighbours in its document would give it away:
# long sentences of news and encyclopaedia, and short questions.
SENTENCES = {"pud": "PUD sentences", "qald9plus": "QALD questions"}
PASSAGES = 2000
QUESTIONS = 500


@dataclass(frozen=True, slots=True)
class Task:
    """Queries and their answers: `answers[i]` is the one right answer to `queries[i]`."""

    name: str
    queries: list[str]
    answers: list[str]

    def reversed(self, name: str) -> "Task":
        """The same pairs asked from the other side."""
        return Task(name, self.answers, self.queries)


def hold_out(corpus: Corpus, rng: np.random.Generator) -> tuple[Corpus, list[Task]]:
    """Split off the measurement tasks; what is left shares no sentence, passage or question with them."""
    translations = {english.casefold(): russian for english, russian in corpus.titles}
    titled = _sample([pair for pair in corpus.passages if pair[0].casefold() in translations], PASSAGES, rng)
    asked = _sample(corpus.questions, QUESTIONS, rng)
    across = [(translations[title.casefold()], passage) for title, passage in titled]
    tasks = [
        *_matching(corpus.sentences),
        _task("title to passage, English to English", titled),
        _task("title to passage, Russian to English", across),
        _task("question to answer, English to English", asked),
    ]
    left = replace(
        corpus,
        sentences=_unseen(corpus.sentences),
        passages=_without(corpus.passages, titled),
        questions=_without(corpus.questions, asked),
    )
    return left, tasks


def _matching(rows: Iterable[Sentence]) -> Iterable[Task]:
    for source, name in SENTENCES.items():
        pairs = _distinct((row.english, row.russian) for row in rows if row.source == source)
        if pairs:
            task = _task(f"{name}, English to Russian", pairs)
            yield from (task, task.reversed(f"{name}, Russian to English"))


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


def _task(name: str, pairs: list[Pair]) -> Task:
    return Task(name, [query for query, _ in pairs], [answer for _, answer in pairs])


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold().replace("ё", "е")).strip()
