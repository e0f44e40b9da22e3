"""Writing the model in the format that model2vec loads."""

import json
from pathlib import Path

import numpy as np
from model2vec.quantization import DType, quantize_embeddings
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from retrieval.training.tokenizer import silent_pieces

# Longer texts are cut by the runtime; a case file's passages are far shorter.
MAX_LENGTH = 512


def pack(vectors: NDArray[np.float32], tokenizer: Tokenizer, folder: Path) -> None:
    """Save int8 vectors, tokenizer and settings; the runtime averages in float and normalises."""
    quantized = np.ascontiguousarray(quantize_embeddings(vectors, DType.Int8))
    # Zero adds nothing to a mean that is normalised, and gives a text of unknown words the zero vector.
    quantized[silent_pieces(tokenizer)] = 0
    save_file({"embeddings": quantized}, folder / "model.safetensors")
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    settings = {
        "model_type": "model2vec",
        "normalize": True,
        "max_length": MAX_LENGTH,
        "hidden_dim": int(quantized.shape[1]),
        "embedding_dtype": "int8",
    }
    (folder / "config.json").write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
