"""Sharpening of a tuned network on invented case files.

Of the texts of one story those of one claim are to be near each other, and far from those of its other claims, from
what is asked in vain, and from another story: InfoNCE (van den Oord et al. 2018), in both languages at once. In between
come batches of pairs, so that what was learnt before is not lost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from rapidfuzz import fuzz, process
from tokenizers import Tokenizer
from transformers import BertModel

from retrieval.training.compact.course import Course
from retrieval.training.compact.pairs import Lesson
from retrieval.training.compact.tuning import LONGEST, SCALE, Ids, descend, embed, pair_loss, pieces_of, stock_of
from retrieval.training.stories import Story

# How often the batch is a story, and of the pairs how often each kind: our own field first.
STORIES = 0.5
SHARES = {
    "own passages": 0.16,
    "sentences": 0.08,
    "English passages": 0.08,
    "own sentences": 0.06,
    "Russian title, English passage": 0.06,
    "titles": 0.04,
    "own rewordings": 0.02,
}
# Texts of another story that a story's are held against.
STRANGERS = 16
# Texts encoded together.
AT_ONCE = 16
# Above this likeness of their words (0 to 100) two texts teach nothing about each other.
ALIKE = 85
NEVER = -1e4


@dataclass(frozen=True, slots=True)
class _Told:
    """A story tokenized: which texts are of one claim, and which are near copies of each other."""

    texts: Ids
    nothing: Ids
    same: torch.Tensor
    copies: torch.Tensor


def sharpen_network(
    network: BertModel,
    tokenizer: Tokenizer,
    stories: Sequence[Story],
    taught: Sequence[Lesson],
    course: Course,
    seed: int,
) -> BertModel:
    """The network, sharpened in place, on the processor; it works on a GPU where there is one."""
    torch.manual_seed(seed)
    network.to("cuda" if torch.cuda.is_available() else "cpu").train()
    tokenizer.enable_truncation(LONGEST)
    losses = _losses(network, tokenizer, stories, taught, course, np.random.default_rng(seed))
    descend(network, losses, course, "sharpening")
    return network.cpu().eval()


def _losses(
    network: BertModel,
    tokenizer: Tokenizer,
    stories: Sequence[Story],
    taught: Sequence[Lesson],
    course: Course,
    rng: np.random.Generator,
) -> Iterator[torch.Tensor]:
    told = [_told(story, tokenizer) for story in stories]
    stocks = [stock_of(lesson, tokenizer) for lesson in taught if lesson.name in SHARES]
    shares = np.array([SHARES[lesson.name] for lesson in taught if lesson.name in SHARES])
    for _ in range(course.steps):
        if rng.random() < STORIES:
            yield _story_loss(network, told[rng.integers(len(told))], told[rng.integers(len(told))], rng)
        else:
            yield pair_loss(
                network, stocks[rng.choice(len(stocks), p=shares / shares.sum())], course.batch, rng, AT_ONCE
            )


def _told(story: Story, tokenizer: Tokenizer) -> _Told:
    texts, numbers = zip(*story.texts, strict=True)
    claims = torch.tensor(numbers)
    copies = process.cdist(texts, texts, scorer=fuzz.token_set_ratio) >= ALIKE
    return _Told(
        pieces_of(tokenizer, texts),
        pieces_of(tokenizer, story.nothing),
        claims[:, None] == claims[None, :],
        torch.from_numpy(copies),
    )


def _story_loss(network: BertModel, told: _Told, other: _Told, rng: np.random.Generator) -> torch.Tensor:
    vectors = embed(network, told.texts, AT_ONCE)
    away = list(told.nothing)
    if other is not told:
        places = rng.choice(len(other.texts), min(STRANGERS, len(other.texts)), replace=False)
        away += [other.texts[place] for place in places]
    scores = (SCALE * vectors @ vectors.T).masked_fill(told.copies.to(vectors.device), NEVER)
    right = torch.logsumexp(scores.masked_fill(~told.same.to(vectors.device), NEVER), dim=1)
    every = torch.logsumexp(torch.cat([scores, SCALE * vectors @ embed(network, away, AT_ONCE).T], dim=1), dim=1)
    loss: torch.Tensor = (every - right)[right > NEVER / 2].mean()
    return loss
