"""The network: BERT of twelve layers without a head; a text's vector is the mean of its pieces'."""

import numpy as np
import torch
from transformers import BertConfig, BertModel

from retrieval.training.compact.fourbit import Tensors, unpacked

# The weights of a network by name.
State = dict[str, torch.Tensor]

PADDING = 1
HEADS = 12
# More pieces than any text here has.
POSITIONS = 258
# What a processor that multiplies in bfloat16 by itself is known by: x86 and ARM.
BFLOAT16 = ("avx512_bf16", "amx_bf16", "bf16")
# The names of a layer's parts in the file and in the network.
PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def build(tensors: Tensors) -> BertModel:
    """The network with the weights of a checkpoint, its word pieces as many as `emb.word` has rows."""
    layers = len({name.partition(".")[0] for name in tensors if name.startswith("l")})
    return with_weights(_state(tensors, layers, len(tensors["emb.ln.w"])))


def with_weights(state: State) -> BertModel:
    """The network that has these weights, in full precision."""
    inner, width = state["encoder.layer.0.intermediate.dense.weight"].shape
    config = BertConfig(
        vocab_size=len(state["embeddings.word_embeddings.weight"]),
        hidden_size=width,
        num_hidden_layers=len({name.split(".")[2] for name in state if name.startswith("encoder.layer.")}),
        num_attention_heads=HEADS,
        intermediate_size=inner,
        max_position_embeddings=len(state["embeddings.position_embeddings.weight"]),
        type_vocab_size=1,
        pad_token_id=PADDING,
    )
    network = BertModel(config, add_pooling_layer=False)
    network.load_state_dict({name: value.float() for name, value in state.items()})
    return network


def pooled(hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Vectors of length one, a row for each text: the means of its pieces' states."""
    weights = mask[:, :, None].to(hidden.dtype)
    mean = ((hidden * weights).sum(1) / weights.sum(1)).float()
    return mean / mean.square().sum(1, keepdim=True).sqrt()


def mixed_precision(device: str) -> torch.autocast:
    """Products in bfloat16 where the device has them: where a processor has to imitate them, they take four times as
    long as in full precision.
    """
    has = torch.cpu.get_capabilities()
    enabled = device != "cpu" or any(has.get(name, False) for name in BFLOAT16)
    return torch.autocast(device, dtype=torch.bfloat16, enabled=enabled)


def middle(network: BertModel) -> int:
    """The layers up to which a text is read by itself, for the cross-encoder as for the encoder."""
    layers: int = network.config.num_hidden_layers
    return layers // 2


def _state(tensors: Tensors, layers: int, width: int) -> State:
    words = tensors["emb.word"]
    state = {
        "embeddings.word_embeddings.weight": unpacked(words, len(words)),
        "embeddings.position_embeddings.weight": tensors["emb.pos"].reshape(-1, width),
        # A text is one segment: of the two kinds that the model knows only the first is used.
        "embeddings.token_type_embeddings.weight": tensors["emb.type"][:width].reshape(1, -1),
        "embeddings.LayerNorm.weight": tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": tensors["emb.ln.b"],
    }
    for layer in range(layers):
        for short, name in PARTS.items():
            weight, bias = tensors[f"l{layer}.{short}.w"], tensors[f"l{layer}.{short}.b"]
            full = weight if short.endswith("ln") else unpacked(weight, len(bias))
            state |= {f"encoder.layer.{layer}.{name}.weight": full, f"encoder.layer.{layer}.{name}.bias": bias}
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in state.items()}
