"""Drawing batches of one kind each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.training.bags import Bagger, Bags, Ids, drop_tokens
from retrieval.training.kinds import PAIR_DROPOUT, Kind


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a batch: tokens end to end, where each text begins, and which texts are equal."""

    ids: Ids
    begins: Ids
    texts: Ids


@dataclass(frozen=True, slots=True)
class Stock:
    """A kind with both sides tokenized."""

    kind: Kind
    queries: Bags
    answers: Bags
    query_texts: Ids
    answer_texts: Ids
    # Running total of the chances of the rows that have tokens on both sides.
    ladder: NDArray[np.float64]

    @classmethod
    def from_kind(cls, kind: Kind, bagger: Bagger) -> "Stock":
        """Tokenize a kind's pairs."""
        left, right = [pair[0] for pair in kind.pairs], [pair[1] for pair in kind.pairs]
        queries, answers = bagger.bags(left), bagger.bags(right)
        chances = np.ones(len(left)) if kind.chances is None else kind.chances
        usable = (queries.lengths > 0) & (answers.lengths > 0)
        ladder = np.cumsum(np.where(usable, chances, 0.0))
        return cls(kind, queries, answers, _number(left), _number(right), ladder / ladder[-1])

    def draw(self, size: int, rng: np.random.Generator) -> tuple[Side, Side]:
        """A batch of pairs with tokens dropped."""
        rows = np.searchsorted(self.ladder, rng.random(size), side="right")
        queries = drop_tokens(*self.queries.take(rows), self.kind.query_dropout, rng)
        answers = drop_tokens(*self.answers.take(rows), PAIR_DROPOUT, rng)
        return Side(*queries, self.query_texts[rows]), Side(*answers, self.answer_texts[rows])


def frequencies(stocks: Sequence[Stock], pieces: int) -> NDArray[np.float64]:
    """How often each token comes up in training, as a share of all tokens."""
    total = np.zeros(pieces)
    for stock in stocks:
        for bags in (stock.queries, stock.answers):
            total += stock.kind.share * np.bincount(bags.flat, minlength=pieces) / max(1, len(bags.flat))
    return np.asarray(total / total.sum(), dtype=np.float64)


def _number(texts: Sequence[str]) -> Ids:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(text, len(numbers)) for text in texts], dtype=np.int64)
