"""The kinds of training pair; every batch is of one kind."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.training.data import Corpus, Pair, Sentence

# Half of all sentences come from one software manual; the square root keeps it from drowning the rest.
TEMPERATURE = 0.5
# A window of running text about as long as a paragraph of a case file.
WINDOW = 4
# Our own pairs are a few thousand: at these shares each comes up some 50 to 80 times in a full run.
OWN_SENTENCES = 0.06
OWN_PASSAGES = 0.14
OWN_REWORDINGS = 0.02
PAIR_DROPOUT = 0.15
# A cloze query loses half its words, so that it cannot be found by spelling alone.
CLOZE_DROPOUT = 0.5


@dataclass(frozen=True, slots=True)
class Kind:
    """Pairs drawn together into a batch, and how often such a batch comes."""

    name: str
    share: float
    pairs: list[Pair]
    chances: NDArray[np.float64] | None = None
    query_dropout: float = PAIR_DROPOUT
    # How much a pair says about its Russian tokens' first vectors; 0 where the sides are no translations.
    translation: float = 0.0


def build_kinds(corpus: Corpus, rng: np.random.Generator) -> list[Kind]:
    """Every kind that has pairs; the shares are the ones that proved best in trials."""
    kinds = [*_translations(corpus), *_retrieval(corpus), *_clozes(corpus, rng)]
    return [kind for kind in kinds if kind.pairs]


def _translations(corpus: Corpus) -> list[Kind]:
    spread = tempered([row.source for row in corpus.sentences])
    return [
        Kind("sentences", 0.16, _sides(corpus.sentences), spread, translation=0.5),
        Kind("verses", 0.04, _sides(corpus.verses), translation=0.3),
        Kind("words", 0.16, corpus.words, translation=3.0),
        Kind("titles", 0.14, corpus.titles, translation=1.0),
        Kind("names", 0.05, corpus.names, translation=0.5),
        Kind("own sentences", OWN_SENTENCES, corpus.own_sentences, translation=1.0),
    ]


def _retrieval(corpus: Corpus) -> list[Kind]:
    russian = {english.casefold(): title for english, title in corpus.titles}
    across = [(russian[title.casefold()], passage) for title, passage in corpus.passages if title.casefold() in russian]
    return [
        Kind("English passages", 0.12, corpus.passages + corpus.questions),
        Kind("Russian title, English passage", 0.06, across),
        Kind("own passages", OWN_PASSAGES, corpus.own_passages),
        Kind("own rewordings", OWN_REWORDINGS, corpus.own_rewordings),
    ]


def _clozes(corpus: Corpus, rng: np.random.Generator) -> list[Kind]:
    """A sentence and the text it was taken from, within a language and across.

    Sentences are joined by line ends, so that each is tokenized once for all texts it stands in.
    """
    windows = _windows(corpus.sentences) + _windows(corpus.verses)
    spread = tempered([window[0].source for window in windows])
    asked = rng.integers(WINDOW, size=len(windows))
    english = [[row.english for row in window] for window in windows]
    russian = [[row.russian for row in window] for window in windows]
    to_english = [(mine[at], "\n".join(other)) for mine, other, at in zip(russian, english, asked, strict=True)]
    to_russian = [(mine[at], "\n".join(other)) for mine, other, at in zip(english, russian, asked, strict=True)]
    within = [_cloze(sentences, int(at)) for sentences, at in zip(russian, asked, strict=True)]
    passages = [passage.split("\n") for _, passage in corpus.passages]
    inverse = [_cloze(cut, int(rng.integers(len(cut)))) for cut in passages if len(cut) > 1]
    return [
        Kind("English cloze", 0.12, inverse, query_dropout=CLOZE_DROPOUT),
        Kind("Russian cloze", 0.05, within, spread, query_dropout=CLOZE_DROPOUT),
        Kind("Russian sentence, English text", 0.05, to_english, spread, query_dropout=CLOZE_DROPOUT),
        Kind("English sentence, Russian text", 0.05, to_russian, spread, query_dropout=CLOZE_DROPOUT),
    ]


def _windows(rows: Sequence[Sentence]) -> list[list[Sentence]]:
    """Runs of neighbouring rows of one source, each overlapping the next by half."""
    runs = [list(rows[start : start + WINDOW]) for start in range(0, len(rows) - WINDOW + 1, WINDOW // 2)]
    return [run for run in runs if run[0].source == run[-1].source]


def _cloze(sentences: list[str], at: int) -> Pair:
    return sentences[at], "\n".join(sentences[:at] + sentences[at + 1 :])


def _sides(rows: Sequence[Sentence]) -> list[Pair]:
    return [(row.english, row.russian) for row in rows]


def tempered(sources: Sequence[str]) -> NDArray[np.float64]:
    """Chances of drawing each row, with large sources held back."""
    sizes = Counter(sources)
    chances = np.array([sizes[source] ** (TEMPERATURE - 1) for source in sources])
    return np.asarray(chances / chances.sum(), dtype=np.float64)
