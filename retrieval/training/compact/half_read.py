"""Invented case files as the cross-encoder meets them: every text half read, once for all."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from transformers import BertModel

from knowledge.schema import LANGUAGES, Language
from retrieval.training.compact.network import PADDING, mixed_precision
from retrieval.training.compact.together import lower_half
from retrieval.training.compact.tuning import Ids, embed, pieces_of
from retrieval.training.stories import Asked, Story

# Pieces after which a text is cut: more than any claim of a story has.
LONGEST = 96
# Texts read together.
AT_ONCE = 24
# In halves, which is enough for what has been read of a text.
States = list[torch.Tensor]


@dataclass(frozen=True, slots=True)
class HalfRead:
    """A story half read, and how like each question is to each claim of its language."""

    asked: tuple[Asked, ...]
    questions: States
    claims: dict[Language, States]
    likeness: NDArray[np.float32]

    def pair(self, place: int, claim: int) -> tuple[torch.Tensor, torch.Tensor]:
        """The question in this place with one of the claims, in its language."""
        return self.questions[place], self.claims[self.asked[place].language][claim]


def half_read(network: BertModel, tokenizer: Tokenizer, stories: Sequence[Story]) -> list[HalfRead]:
    """Each of the stories."""
    tokenizer.enable_truncation(LONGEST)
    half = lower_half(network).eval()
    with torch.no_grad():
        return [_half_read(network.eval(), half, tokenizer, story) for story in stories]


def _half_read(network: BertModel, half: BertModel, tokenizer: Tokenizer, story: Story) -> HalfRead:
    questions = pieces_of(tokenizer, [each.question for each in story.asked])
    claims = {
        language: pieces_of(tokenizer, [told.in_language(language) for told in story.told]) for language in LANGUAGES
    }
    vectors = embed(network, questions, AT_ONCE)
    alike = {language: vectors @ embed(network, claims[language], AT_ONCE).T for language in LANGUAGES}
    likeness = torch.stack([alike[each.language][place] for place, each in enumerate(story.asked)])
    return HalfRead(
        story.asked,
        _states(half, questions),
        {language: _states(half, claims[language]) for language in LANGUAGES},
        likeness.numpy(),
    )


def _states(half: BertModel, ids: Ids) -> States:
    states = []
    for start in range(0, len(ids), AT_ONCE):
        rows = [torch.tensor(row) for row in ids[start : start + AT_ONCE]]
        padded = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=PADDING)
        with mixed_precision("cpu"):
            hidden = half(input_ids=padded, attention_mask=(padded != PADDING).long()).last_hidden_state
        states += [each[: len(row)].half() for each, row in zip(hidden, rows, strict=True)]
    return states
