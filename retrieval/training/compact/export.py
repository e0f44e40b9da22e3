"""From the tuned network to the file that the program loads: ONNX, weights in eight bits."""

import copy
import tempfile
from dataclasses import dataclass
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from transformers import BertModel

from retrieval.cross import CLAIM, NEITHER, QUESTION
from retrieval.training.compact.network import HEADS, PADDING, POSITIONS, middle, pooled
from retrieval.training.compact.together import Together

OPSET = 18
BITS = 8
# So many weights share a scale. Activations are rounded row by row alike: with one scale for a whole batch, which is
# twice as fast, a text's vector would depend on its neighbours (cosine 0.96 to itself at worst).
BLOCK = 32
# How the weights are multiplied, by ONNX Runtime's numbers (`accuracy_level` of MatMulNBits). In eight bits a few
# pieces at once go faster: that is how a question is read. In full precision hundreds do, where the processor has no
# instructions for bytes: that is what a cross-encoder reads.
FULL_PRECISION, EIGHT_BITS = 1, 4
LARGEST = 127
MOST_TEXTS = 4096
# What the export is traced with: two texts, the second one shorter.
SAMPLE = [[0, 5, 6, 7, 2], [0, 5, 2, PADDING, PADDING]]
SIDES = [[QUESTION, QUESTION, CLAIM, CLAIM, CLAIM], [QUESTION, QUESTION, CLAIM, CLAIM, NEITHER]]


class _Table(torch.nn.Module):  # type: ignore[misc]
    """Word vectors in eight bits, with a scale for each."""

    def __init__(self, vectors: torch.Tensor) -> None:
        super().__init__()
        scales = vectors.abs().amax(1, keepdim=True).clamp(min=1e-12) / LARGEST
        self.register_buffer("steps", torch.round(vectors / scales).to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        return self.steps[ids].float() * self.scales[ids]


class _Sentences(torch.nn.Module):  # type: ignore[misc]
    def __init__(self, network: BertModel) -> None:
        super().__init__()
        self.network = copy.deepcopy(network)
        words = self.network.embeddings.word_embeddings
        self.network.embeddings.word_embeddings = _Table(words.weight.detach())
        # Written out, so that the optimizer finds the parts it can join.
        self.network.set_attn_implementation("eager")

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        found = self.network(input_ids=input_ids, attention_mask=attention_mask, output_hidden_states=True)
        return pooled(found.last_hidden_state, attention_mask), found.hidden_states[middle(self.network)]


@dataclass(frozen=True, slots=True)
class _Graph:
    """What a graph takes and gives, by name; all that it takes is (batch, length, ...)."""

    takes: dict[str, torch.Tensor]
    gives: list[str]
    width: int
    products: int


def write_onnx(network: BertModel, path: Path) -> None:
    """Write `network` to `path`: from `input_ids` and `attention_mask` to `sentence_vector`, and to `half_read`, the
    pieces' states in the middle of the network.
    """
    ids = torch.tensor(SAMPLE)
    takes = {"input_ids": ids, "attention_mask": (ids != PADDING).long()}
    gives = ["sentence_vector", "half_read"]
    _write(_Sentences(network), _Graph(takes, gives, network.config.hidden_size, EIGHT_BITS), path)


def write_cross(together: Together, path: Path) -> None:
    """Write the network to `path`: from `states` and `sides` to `logit`."""
    together = copy.deepcopy(together)
    for layer in together.layers:
        layer.attention.self.config._attn_implementation = "eager"
    sides = torch.tensor(SIDES)
    width = together.head.in_features // 2
    takes = {"states": torch.randn(*sides.shape, width), "sides": sides}
    _write(together, _Graph(takes, ["logit"], width, FULL_PRECISION), path)


def _write(module: torch.nn.Module, graph: _Graph, path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        full, fused = Path(folder) / "full.onnx", Path(folder) / "fused.onnx"
        _trace(module, graph, full)
        optimized = optimize_model(
            str(full), "bert", HEADS, graph.width, optimization_options=FusionOptions("bert"), opt_level=0
        )
        optimized.save_model_to_file(str(fused))
        quantizer = MatMulNBitsQuantizer(
            onnx.load(fused), bits=BITS, block_size=BLOCK, is_symmetric=True, accuracy_level=graph.products
        )
        quantizer.process()
        quantizer.model.save_model_to_file(str(path))


def _trace(module: torch.nn.Module, graph: _Graph, path: Path) -> None:
    axes = {
        0: torch.export.Dim("batch", min=1, max=MOST_TEXTS),
        1: torch.export.Dim("length", min=2, max=POSITIONS - 1),
    }
    with torch.no_grad():
        program = torch.onnx.export(
            module.eval(),
            tuple(graph.takes.values()),
            input_names=list(graph.takes),
            output_names=graph.gives,
            dynamic_shapes=tuple(axes for _ in graph.takes),
            opset_version=OPSET,
            dynamo=True,
            verbose=False,
        )
    program.save(str(path), external_data=False)
