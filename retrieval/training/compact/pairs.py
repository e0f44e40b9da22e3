"""Which pairs the compact encoder is tuned on: fewer than the static one, since it starts from a trained model."""

import json
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retrieval.training.data import Corpus, Pair
from retrieval.training.heldout import Task
from retrieval.training.kinds import Kind

# How often a batch of a kind comes, and how many of its pairs are taken at most. Half of what it learns is our own
# field and retrieval; single words and names, which the starting model knows, come least.
SHARES = {
    "own passages": 0.22,
    "sentences": 0.16,
    "English passages": 0.12,
    "own sentences": 0.10,
    "words": 0.08,
    "titles": 0.08,
    "Russian title, English passage": 0.08,
    "Russian sentence, English text": 0.06,
    "English sentence, Russian text": 0.06,
    "English cloze": 0.04,
    "Russian cloze": 0.04,
    "own rewordings": 0.02,
    "verses": 0.02,
    "names": 0.02,
}
MOST = 60_000
MOST_OF_LONG = 10_000
LONG = {"English cloze", "Russian cloze", "Russian sentence, English text", "English sentence, Russian text", "verses"}
# Letters of a side; 128 pieces are rarely more.
LONGEST = 450


@dataclass(frozen=True, slots=True)
class Lesson:
    """The pairs of one kind and how often a batch of them comes."""

    name: str
    share: float
    pairs: list[Pair]


def lessons(kinds: Sequence[Kind], rng: np.random.Generator) -> list[Lesson]:
    """A sample of each kind."""
    return [Lesson(kind.name, SHARES[kind.name], _sample(kind, rng)) for kind in kinds]


def texts_of(corpus: Corpus) -> Iterator[str]:
    """Every text that there is to learn from: what the vocabulary is counted on."""
    for row in (*corpus.sentences, *corpus.verses):
        yield from row[1:]
    pairs = (corpus.words, corpus.titles, corpus.names, corpus.passages, corpus.questions)
    own = (corpus.own_sentences, corpus.own_passages, corpus.own_rewordings)
    for group in (*pairs, *own):
        for pair in group:
            yield from pair


def store(path: Path, taught: Sequence[Lesson], tasks: Sequence[Task]) -> None:
    """Write both into one compressed file, which can be carried to another machine."""
    content = {
        "lessons": [[lesson.name, lesson.share, lesson.pairs] for lesson in taught],
        "tasks": [[task.name, task.queries, task.answers, task.right] for task in tasks],
    }
    path.write_bytes(lzma.compress(json.dumps(content, ensure_ascii=False).encode()))


def restore(path: Path) -> tuple[list[Lesson], list[Task]]:
    """Read such a file back."""
    content = json.loads(lzma.decompress(path.read_bytes()))
    taught = [
        Lesson(name, share, [(left, right) for left, right in pairs]) for name, share, pairs in content["lessons"]
    ]
    return taught, [Task(*task) for task in content["tasks"]]


def _sample(kind: Kind, rng: np.random.Generator) -> list[Pair]:
    count = min(len(kind.pairs), MOST_OF_LONG if kind.name in LONG else MOST)
    rows = rng.choice(len(kind.pairs), count, replace=False, p=kind.chances)
    return [(_shortened(kind.pairs[row][0]), _shortened(kind.pairs[row][1])) for row in rows]


def _shortened(text: str) -> str:
    return text[:LONGEST].replace("\n", " ")
