"""The network that reads a question and a claim together: the upper half of the encoder, over both at once."""

import copy

import torch
from transformers import BertModel

from retrieval.cross import CLAIM, NEITHER, QUESTION
from retrieval.training.compact.network import middle, pooled

# What weighs on a piece's attention to the other side, the logarithm of a factor. Nearly shut, the two are as alike at
# the start as the encoder finds them; wide open, learning takes four times as long to get back there.
SHUT = -4.0
# How likeness counts: so sharply, and from this cosine on.
SCALE, LEVEL = 20.0, 0.6
NEVER = -1e4


def lower_half(network: BertModel) -> BertModel:
    """A copy without the upper half: a text's pieces are read so far by themselves, once for all questions."""
    half: BertModel = copy.deepcopy(network)
    half.encoder.layer = half.encoder.layer[: middle(network)]
    return half


class Together(torch.nn.Module):  # type: ignore[misc]
    """From pieces half read to the logarithm of the odds that the claim answers the question."""

    def __init__(self, network: BertModel) -> None:
        super().__init__()
        width = network.config.hidden_size
        self.layers = copy.deepcopy(network.encoder.layer[middle(network) :])
        self.sides = torch.nn.Embedding(2, width)
        self.head = torch.nn.Linear(2 * width, 1)
        for each in (self.sides.weight, self.head.weight, self.head.bias):
            torch.nn.init.zeros_(each)

    def forward(self, states: torch.Tensor, sides: torch.Tensor) -> torch.Tensor:
        """`states` (n, length, width) are the pieces of both texts, `sides` (n, length) tells which is whose."""
        hidden = states + self.sides(sides.clamp(max=CLAIM))
        across = (sides[:, :, None] != sides[:, None, :]).to(states.dtype)[:, None]
        padding = (sides == NEITHER).to(states.dtype)[:, None, None]
        for layer in self.layers:
            found = layer(hidden, attention_mask=SHUT * across + NEVER * padding)
            hidden = found[0] if isinstance(found, tuple) else found
        question, claim = (pooled(hidden, sides == side) for side in (QUESTION, CLAIM))
        likeness = (question * claim).sum(1)
        said: torch.Tensor = self.head(torch.cat([question, claim], dim=1))[:, 0]
        return SCALE * (likeness - LEVEL) + said
