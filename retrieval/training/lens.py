"""Fits the lenses of the bundled encoders: `make lens`.

Of the passages of one case, those of one claim are to be near each other and far from those of the other claims, and
from what no case file answers: InfoNCE (van den Oord et al. 2018) over their vectors without names. Near copies neither
teach nor count. Kept close to the identity, the map stays useful for cases that it has not seen; how useful, is
measured on cases left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rich.console import Console
from rich.progress import track

from knowledge.base import Knowledge
from knowledge.loader import load
from retrieval.compact import COMPACT_LENS
from retrieval.dense import STEPS
from retrieval.encoders import COMPACT, STATIC, Encoders, Model, load_encoders
from retrieval.index import Index
from retrieval.lens import Lens
from retrieval.names import NameMatcher
from retrieval.static import STATIC_LENS
from retrieval.vectors import Vectors

# Chosen on cases left out: half as sharp is two points worse, the rest is flat around its value.
_STEPS, _RATE, _SHARPNESS, _RIDGE = 3000, 3e-4, 10.0, 1e-2
# Questions of one case at a time, and passages that they are compared with.
_QUESTIONS, _PASSAGES = 48, 600
# Above this likeness of their words (0 to 100) two texts say the same.
ALIKE = 80
_FOLDS, _SEED = 3, 7
_NEVER = -1e4


@dataclass(frozen=True)
class Passages:
    """The passages of one case without names: their vectors, whose claim each is, which are near copies; and the
    vectors of what no claim answers, asked of this case or of anybody.
    """

    vectors: Vectors
    claims: NDArray[np.intp]
    copies: NDArray[np.bool_]
    unanswered: Vectors


def main() -> None:
    """Fit, measure and write both lenses."""
    console = Console()
    knowledge = load()
    for name, path in ((STATIC, STATIC_LENS), (COMPACT, COMPACT_LENS)):
        cases = material(knowledge, load_encoders(Model(name)))
        with_none, with_one = measured(cases)
        console.print(f"{name}: recall@1 in cases left out {with_none:.3f}, through the lens {with_one:.3f}")
        fitted(cases, name).save(path)


def material(knowledge: Knowledge, encoders: Encoders) -> list[Passages]:
    """The passages case by case."""
    names = NameMatcher.from_knowledge(knowledge)
    index = Index.open(None, knowledge, names, encoders)
    _, steps = np.split(index.close.by_text(), 2)
    in_vain = index.places_in_vain()
    texts = [names.without(passage.text) for passage in index.passages]
    claims = np.array([passage.claim_id for passage in index.passages])
    of_case = np.array([claim_id.partition(".")[0] for claim_id in claims])
    cases = []
    for case_id in np.unique(of_case):
        (places,) = np.nonzero(of_case == case_id)
        own = [texts[place] for place in places]
        copies = process.cdist(own, own, scorer=fuzz.token_set_ratio, workers=2) >= ALIKE
        numbers = np.unique(claims[places], return_inverse=True)[1]
        beyond = np.concatenate([in_vain[owner] for owner in (None, case_id) if owner in in_vain])
        vectors, unanswered = (np.asarray(steps[rows] / STEPS, dtype=np.float32) for rows in (places, beyond))
        cases.append(Passages(vectors, numbers, copies, unanswered))
    return cases


def fitted(cases: Sequence[Passages], name: str = "") -> Lens:
    """The lens for these passages; the same ones give the same lens to within rounding."""
    torch.manual_seed(_SEED)
    draw = np.random.default_rng(_SEED)
    width = cases[0].vectors.shape[1]
    change = torch.zeros(width, width, requires_grad=True)
    optimizer = torch.optim.Adam([change], lr=_RATE)
    sizes = np.array([len(case.claims) for case in cases])
    for place in track(draw.choice(len(cases), _STEPS, p=sizes / sizes.sum()), description=f"Fitting {name}"):
        loss = _loss(torch.eye(width) + change, cases[place], draw) + _RIDGE * (change**2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return Lens(np.asarray((torch.eye(width) + change).detach().numpy(), dtype=np.float32))


def measured(cases: Sequence[Passages]) -> tuple[float, float]:
    """How many questions have their claim nearest among those of their case, without a lens and through one that was
    fitted on other cases: shares, 0 to 1.
    """
    order = np.random.default_rng(_SEED).permutation(len(cases))
    found: list[tuple[float, float]] = []
    for fold in range(_FOLDS):
        unseen = set(order[fold::_FOLDS].tolist())
        lens = fitted([case for place, case in enumerate(cases) if place not in unseen], f"fold {fold + 1}")
        for place in unseen:
            found += zip(_right(cases[place], Lens()), _right(cases[place], lens), strict=True)
    without, through = np.mean(found, axis=0)
    return float(without), float(through)


def _loss(matrix: torch.Tensor, case: Passages, draw: np.random.Generator) -> torch.Tensor:
    size = len(case.claims)
    asked = draw.choice(size, min(_QUESTIONS, size), replace=False)
    others = draw.choice(size, min(_PASSAGES, size), replace=False)
    questions, passages, nothing = (
        torch.nn.functional.normalize(torch.from_numpy(rows) @ matrix)
        for rows in (case.vectors[asked], case.vectors[others], case.unanswered)
    )
    copies = torch.from_numpy(case.copies[np.ix_(asked, others)])
    same = torch.from_numpy(case.claims[asked][:, None] == case.claims[others])
    scores = (_SHARPNESS * questions @ passages.T).masked_fill(copies, _NEVER)
    right = torch.logsumexp(scores.masked_fill(~same, _NEVER), dim=1)
    every = torch.logsumexp(torch.cat([scores, _SHARPNESS * questions @ nothing.T], dim=1), dim=1)
    # A claim whose passages are all near copies has nothing to teach.
    return (every - right)[right > _NEVER / 2].mean()


def _right(case: Passages, lens: Lens) -> Iterator[bool]:
    """For each passage, whether the nearest one that is no copy of it is of the same claim."""
    seen = lens.seen(case.vectors)
    cosines = np.where(case.copies, -np.inf, seen @ seen.T)
    return iter((case.claims[cosines.argmax(axis=1)] == case.claims).tolist())


if __name__ == "__main__":
    main()
