"""What speaks for a claim as the answer to a question, and the sum of it that ranks."""

from dataclasses import dataclass

from retrieval.closeness import Closeness
from retrieval.coverage import Coverage


@dataclass(frozen=True, slots=True)
class Signals:
    """`lexical`: log(1 + BM25) of the claim's best passage in the language of the question. `kind`: 0 to 1, whether
    its example questions ask for the same kind of thing; `form`: 1 when its text shows such a thing, 0 when not.
    `names`: the share of the names asked about that it speaks of; `concepts`: the same of the concepts, 0 where none
    is asked about.
    """

    closeness: Closeness
    coverage: Coverage
    lexical: float
    kind: float
    form: float
    names: float
    concepts: float


# Fitted by `python -m benchmarks.ranking`: a tenth of the example questions in turn is left out of the index and
# asked, and conditional logistic regression finds the weights that bring their claims to the top. The question sets
# had no part in it.
WEIGHTS = {
    "nearest": 3.11,
    "nearest_three": 5.44,
    "statement": 3.68,
    "share": 3.30,
    "lexical": 0.77,
    "kind": 2.22,
    "form": 0.46,
    "names": 3.35,
    "concepts": 1.48,
}


def values(signals: Signals) -> dict[str, float]:
    """The signals that rank, by the names of their weights."""
    return {
        "nearest": signals.closeness.nearest,
        "nearest_three": signals.closeness.nearest_three,
        "statement": signals.closeness.statement,
        "share": signals.coverage.share,
        "lexical": signals.lexical,
        "kind": signals.kind,
        "form": signals.form,
        "names": signals.names,
        "concepts": signals.concepts,
    }


def score(signals: Signals) -> float:
    """The log of how likely the claim is the answer, up to a constant of the question."""
    return sum(WEIGHTS[name] * value for name, value in values(signals).items())
