"""Teaches a cross-encoder, on invented case files, whether a claim answers a question.

Of a claim that answers and the likeliest others of the same story, the right one is to win; of a near miss, none is:
cross-entropy over the claims and "none of them", whose logit is zero.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from transformers import BertModel

from retrieval.cross import CLAIM, NEITHER, QUESTION, READ
from retrieval.training.compact.course import Course
from retrieval.training.compact.half_read import AT_ONCE, HalfRead
from retrieval.training.compact.network import mixed_precision
from retrieval.training.compact.together import Together
from retrieval.training.compact.tuning import descend

# Claims that a question is held against, the right one among them where there is one. They are drawn by likeness, with
# noise that lets the tenth likeliest come now and then.
CLAIMS = 4
SHARPNESS = 10.0


def cross_network(network: BertModel, read: Sequence[HalfRead], course: Course, seed: int) -> Together:
    """The upper half of the network, taught to read both together; the lower half stays as it is."""
    torch.manual_seed(seed)
    together = Together(network)
    together.train()
    descend(together, _losses(together, read, course, np.random.default_rng(seed)), course, "crossing")
    together.eval()
    return together


def measured(together: Together, read: Sequence[HalfRead]) -> tuple[float, float]:
    """How often the right claim comes first of the likeliest, and how often a question of a story seems likelier to be
    answered than one asked of it in vain (0.5 is chance): of stories that the network has not learnt from.
    """
    firsts, likelier = [], []
    for story in read:
        sure: dict[bool, list[float]] = {True: [], False: []}
        for place, asked in enumerate(story.asked):
            claims = [int(claim) for claim in np.argsort(-story.likeness[place])[:READ]]
            with torch.no_grad():
                logits = _logits(together, [story.pair(place, claim) for claim in claims])
            sure[asked.claim is not None].append(float(logits.logsumexp(0)))
            if asked.claim is not None:
                firsts.append(claims[int(logits.argmax())] == asked.claim)
        likelier.append(np.mean(np.subtract.outer(sure[True], sure[False]) > 0))
    return float(np.mean(firsts)), float(np.mean(likelier))


def _losses(
    together: Together, read: Sequence[HalfRead], course: Course, rng: np.random.Generator
) -> Iterator[torch.Tensor]:
    questions = [(story, place) for story in read for place in range(len(story.asked))]
    rounds = 1 + course.steps * course.batch // len(questions)
    order = np.concatenate([rng.permutation(len(questions)) for _ in range(rounds)])
    for step in range(course.steps):
        places = order[step * course.batch : (step + 1) * course.batch]
        yield _loss(together, [questions[place] for place in places], rng)


def _loss(together: Together, batch: Sequence[tuple[HalfRead, int]], rng: np.random.Generator) -> torch.Tensor:
    pairs = [story.pair(place, claim) for story, place in batch for claim in _drawn(story, place, rng)]
    logits = _logits(together, pairs).reshape(len(batch), CLAIMS)
    none = torch.zeros(len(batch), 1)
    right = torch.tensor([CLAIMS if story.asked[place].claim is None else 0 for story, place in batch])
    loss: torch.Tensor = torch.nn.functional.cross_entropy(torch.cat([logits, none], dim=1), right)
    return loss


def _drawn(story: HalfRead, place: int, rng: np.random.Generator) -> list[int]:
    """The right claim first, where there is one, then likely others."""
    right = story.asked[place].claim
    noisy = SHARPNESS * story.likeness[place] + rng.gumbel(size=len(story.likeness[place]))
    others = [int(claim) for claim in np.argsort(-noisy) if claim != right]
    return [*([] if right is None else [right]), *others][:CLAIMS]


def _logits(together: Together, pairs: Sequence[tuple[torch.Tensor, torch.Tensor]]) -> torch.Tensor:
    """One for each pair; those of one length are read together, so that little is spent on padding."""
    order = sorted(range(len(pairs)), key=lambda place: len(pairs[place][0]) + len(pairs[place][1]))
    pad = torch.nn.utils.rnn.pad_sequence
    parts = []
    for start in range(0, len(order), AT_ONCE):
        chosen = [pairs[place] for place in order[start : start + AT_ONCE]]
        states = [torch.cat(pair).float() for pair in chosen]
        sides = [torch.tensor([QUESTION] * len(question) + [CLAIM] * len(claim)) for question, claim in chosen]
        with mixed_precision("cpu"):
            logits = together(pad(states, batch_first=True), pad(sides, batch_first=True, padding_value=NEITHER))
        parts.append(logits.float())
    return torch.cat(parts)[np.argsort(order)]
