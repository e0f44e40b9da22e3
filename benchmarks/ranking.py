"""Fits the weights that rank claims: `python -m benchmarks.ranking [static | compact]`.

The example questions of the case files are the teacher: one in ten, and whatever nearly repeats it, is left out of the
index and asked. Conditional logistic regression (McFadden 1974) over the claims found for each gives the weights for
retrieval/weights.py; a second tenth, left out likewise, tells how often the right claim then comes first.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rich.progress import track
from scipy.optimize import minimize

from benchmarks.thinning import left_out, refitted, right_for
from knowledge.base import Knowledge
from knowledge.loader import load
from retrieval.answer import Context
from retrieval.encoders import Encoders, Model, load_encoders
from retrieval.retriever import Retriever
from retrieval.search import Hit
from retrieval.signals import values

# Keeps weights of signals that say the same from growing against each other.
_RIDGE = 1e-3


@dataclass(frozen=True, slots=True)
class Trial:
    """The claims found for one question, a row of signals each, and which of them are right."""

    signals: NDArray[np.float64]
    right: NDArray[np.bool_]


def main() -> None:
    """Fit on one tenth of the example questions, test on another, and print both."""
    knowledge, encoders = load(), load_encoders(Model("".join(sys.argv[1:])))
    in_force = encoders.weights.ranking
    learnt, unseen = (list(trials(knowledge, encoders, seed)) for seed in (1, 2))
    weights = fit(learnt)
    for (name, old), weight in zip(in_force.items(), weights, strict=True):
        print(f'    "{name}": {weight:.2f},  # in force: {old}')
    for title, vector in (("fitted", weights), ("in force", np.array(list(in_force.values())))):
        firsts = [bool(trial.right[np.argmax(trial.signals @ vector)]) for trial in unseen]
        print(f"recall@1 over {len(unseen)} questions left out, {title}: {np.mean(firsts):.3f}")


def trials(knowledge: Knowledge, encoders: Encoders, seed: int) -> Iterator[Trial]:
    """Ask the example questions that were left out."""
    rest, asked = left_out(knowledge, seed)
    retriever = Retriever.open(rest, refitted(encoders, rest))
    for question, claim_id in track(asked, description="Asking"):
        right = right_for(knowledge, claim_id)
        _, hits = retriever.finder.find(question, Context())
        if hits:
            yield Trial(_matrix(hits), np.array([hit.claim_id in right for hit in hits]))


def _matrix(hits: Sequence[Hit]) -> NDArray[np.float64]:
    return np.array([list(values(hit.signals).values()) for hit in hits])


def fit(learnt: Sequence[Trial]) -> NDArray[np.float64]:
    """The weights under which the right claims are likeliest."""
    telling = [trial for trial in learnt if trial.right.any()]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = _RIDGE * float(weights @ weights), 2 * _RIDGE * weights
        for trial in telling:
            scores = trial.signals @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            right = chances[trial.right].sum()
            total -= float(np.log(right)) / len(telling)
            slope = slope + trial.signals.T @ (chances - trial.right * chances / right) / len(telling)
        return total, slope

    return np.asarray(minimize(loss, np.ones(learnt[0].signals.shape[1]), jac=True, method="L-BFGS-B").x)


if __name__ == "__main__":
    main()
