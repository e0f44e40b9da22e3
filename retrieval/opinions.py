"""How likely claims answer a question that was read in more than one way."""

import math
from collections.abc import Mapping, Sequence

# What an opinion that does not have a claim among its best gives it: one chance in twenty.
_UNSEEN = 0.05
# No opinion is so sure that the others count for nothing.
_SUREST = 0.9999


def pooled(opinions: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """One probability for each claim that any opinion has, by claim id: the mean of their log-odds (a logarithmic
    opinion pool, Genest and Zidek 1986).
    """
    claim_ids = dict.fromkeys(claim_id for chances in opinions for claim_id in chances)
    return {claim_id: _mean([chances.get(claim_id, _UNSEEN) for chances in opinions]) for claim_id in claim_ids}


def odds(chance: float) -> float:
    """How many times likelier yes is than no, held between what no opinion is surer than."""
    held = min(max(chance, 1 - _SUREST), _SUREST)
    return held / (1 - held)


def _mean(chances: Sequence[float]) -> float:
    together = math.prod(map(odds, chances)) ** (1 / len(chances))
    return together / (1 + together)
