"""Learns how questions sound that case files answer: part of `make lens`.

Logistic regression on the vectors of the stories' questions against those of what is asked of the stories in vain, each
side counting the same. Nothing of the real case files has a part in it.
"""

from collections.abc import Sequence

import numpy as np
import torch
from rich.console import Console
from torch.nn.functional import binary_cross_entropy_with_logits

from retrieval.prospect import Prospect
from retrieval.static import STATIC_PROSPECT, StaticEncoder
from retrieval.training.stories import CROSSING, SHARPENING, read_stories
from retrieval.vectors import Vectors

_FOLDS = 4
_ROUNDS = 200


def main() -> None:
    """Learn, measure on stories left out, and write the weights for the static encoder: the compact one has its
    cross-encoder for this.
    """
    stories = read_stories(SHARPENING) + read_stories(CROSSING)
    encoder = StaticEncoder.load()
    asked = [encoder.encode(story.questions) for story in stories]
    vain = [encoder.encode(story.nothing) for story in stories]
    share = measured(asked, vain)
    Console().print(f"of stories left out, a question sounds likelier than one asked in vain: {share:.3f}")
    learnt(np.concatenate(asked), np.concatenate(vain)).save(STATIC_PROSPECT)


def learnt(answered: Vectors, vain: Vectors) -> Prospect:
    """The weights that tell the two apart; the ridge is that of scikit-learn's C = 1."""
    rows = torch.from_numpy(np.concatenate([answered, vain]))
    labels = torch.cat([torch.ones(len(answered)), torch.zeros(len(vain))])
    counts = torch.where(labels == 1, 0.5 / len(answered), 0.5 / len(vain))
    weights = torch.zeros(rows.shape[1] + 1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=_ROUNDS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        said = binary_cross_entropy_with_logits(rows @ weights[:-1] + weights[-1], labels, counts, reduction="sum")
        total: torch.Tensor = said + weights[:-1].square().sum() / (2 * len(rows))
        total.backward()
        return total

    optimizer.step(loss)
    return Prospect(np.asarray(weights.detach().numpy(), dtype=np.float32))


def measured(answered: Sequence[Vectors], vain: Sequence[Vectors]) -> float:
    """How often a question of a story sounds likelier to be answered than one asked of it in vain, by weights learnt
    from other stories: 0.5 is chance.
    """
    shares = []
    for fold in range(_FOLDS):
        seen = [place for place in range(len(vain)) if place % _FOLDS != fold]
        prospect = learnt(*(np.concatenate([rows[place] for place in seen]) for rows in (answered, vain)))
        for place in range(fold, len(vain), _FOLDS):
            likely, unlikely = ([prospect.of(row) for row in rows[place]] for rows in (answered, vain))
            shares.append(np.mean(np.subtract.outer(likely, unlikely) > 0))
    return float(np.mean(shares))


if __name__ == "__main__":
    main()
