"""Reading the weights back out of a finished model, to go on with it."""

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray

from retrieval.training.compact.network import State

# What the exporter calls the network, and the word vectors in it.
NETWORK = "network."
WORDS = "embeddings.word_embeddings.weight"
# Eight bits without a sign, as ONNX Runtime's MatMulNBits has them.
ZERO_POINT = 128


def weights_of(path: Path) -> State:
    """The weights, as far as eight bits have kept them, of a model that `write_onnx` wrote."""
    graph = onnx.load(path).graph
    stored = {each.name: onnx.numpy_helper.to_array(each) for each in graph.initializer}
    state = {
        name.removeprefix(NETWORK): value
        for name, value in stored.items()
        if name.startswith(NETWORK) and value.dtype == np.float32
    }
    for node in graph.node:
        if node.op_type == "MatMulNBits":
            state[_name(graph, node)] = _matrix(stored[node.input[1]], stored[node.input[2]])
    steps, scales = (
        next(value for value in stored.values() if value.ndim == 2 and value.dtype == kind and value.shape[1] == width)
        for kind, width in ((np.int8, len(state["embeddings.LayerNorm.bias"])), (np.float32, 1))
    )
    state[WORDS] = steps * scales
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in state.items()}


def _name(graph: onnx.GraphProto, node: onnx.NodeProto) -> str:
    """A matrix has lost its name, but its product is joined with the bias that goes with it, which has one."""
    joined = next(other for other in graph.node if node.output[0] in other.input)
    bias = next(name for name in joined.input if name.endswith(".bias") and "LayerNorm" not in name)
    return str(bias).removeprefix(NETWORK).removesuffix("bias") + "weight"


def _matrix(steps: NDArray[np.uint8], scales: NDArray[np.float32]) -> NDArray[np.float32]:
    rows = len(steps)
    blocks = (steps.astype(np.float32) - ZERO_POINT) * scales.reshape(rows, -1)[:, :, None]
    return np.asarray(blocks.reshape(rows, -1), dtype=np.float32)
