"""From the tuned network to the file that the program loads: ONNX, weights in eight bits."""

import copy
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from transformers import BertModel

from retrieval.training.compact.network import HEADS, PADDING, pooled

OPSET = 18
BITS = 8
# So many weights share a scale. Activations are rounded row by row alike: with one scale for a whole batch, which is
# twice as fast, a text's vector would depend on its neighbours (cosine 0.96 to itself at worst).
BLOCK = 32
EIGHT_BIT_PRODUCTS = 4
LARGEST = 127
MOST_TEXTS = 4096
# What the export is traced with: two texts, the second one shorter.
SAMPLE = [[0, 5, 6, 7, 2], [0, 5, 2, PADDING, PADDING]]


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

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        return pooled(self.network, input_ids, attention_mask)


def write_onnx(network: BertModel, path: Path) -> None:
    """Write `network` to `path`: from `input_ids` and `attention_mask` to `sentence_vector`."""
    with tempfile.TemporaryDirectory() as folder:
        full, fused = Path(folder) / "full.onnx", Path(folder) / "fused.onnx"
        _trace(network, full)
        width = network.config.hidden_size
        optimized = optimize_model(
            str(full), "bert", HEADS, width, optimization_options=FusionOptions("bert"), opt_level=0
        )
        optimized.save_model_to_file(str(fused))
        quantizer = MatMulNBitsQuantizer(
            onnx.load(fused), bits=BITS, block_size=BLOCK, is_symmetric=True, accuracy_level=EIGHT_BIT_PRODUCTS
        )
        quantizer.process()
        quantizer.model.save_model_to_file(str(path))


def _trace(network: BertModel, path: Path) -> None:
    ids = torch.tensor(SAMPLE)
    longest = network.config.max_position_embeddings
    axes = {0: torch.export.Dim("batch", min=1, max=MOST_TEXTS), 1: torch.export.Dim("length", min=2, max=longest - 1)}
    with torch.no_grad():
        program = torch.onnx.export(
            _Sentences(network).eval(),
            (ids, (ids != PADDING).long()),
            input_names=["input_ids", "attention_mask"],
            output_names=["sentence_vector"],
            dynamic_shapes=(axes, axes),
            opset_version=OPSET,
            dynamo=True,
            verbose=False,
        )
    program.save(str(path), external_data=False)
