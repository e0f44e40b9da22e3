"""What speaks for a claim as the answer to a question, and the sum of it that ranks."""

from dataclasses import dataclass

from retrieval.closeness import Closeness
from retrieval.coverage import Coverage
from retrieval.weights import Weights


@dataclass(frozen=True, slots=True)
class Signals:
    """`lexical`: log(1 + BM25) of the claim's best passage in the language of the question. `kind`: 0 to 1, whether
    its example questions ask for the same kind of thing; `form`: 1 when its text shows such a thing, 0 when not.
    `names`: the share of the names asked about that it speaks of; `concepts`: the same of the concepts, 0 where none
    is asked about. `years`: 1 when the claim is of a year asked about, 0.5 when it only tells of one, else 0.
    `anonymous`: 1 when somebody's name is asked for and it names nobody but those asked about.
    `prospect`, the same for every claim: whether the question sounds like one that case files answer, the logarithm of
    odds.
    """

    closeness: Closeness
    coverage: Coverage
    lexical: float
    kind: float
    form: float
    names: float
    concepts: float
    years: float
    anonymous: float
    prospect: float


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
        "years": signals.years,
    }


def score(signals: Signals, weights: Weights) -> float:
    """The log of how likely the claim is the answer, up to a constant of the question."""
    return sum(weights.ranking[name] * value for name, value in values(signals).items())
