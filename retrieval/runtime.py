"""ONNX Runtime, which comes with the extra `compact`."""

from typing import Any

from retrieval.errors import EncoderError


def open_session(model: bytes) -> Any:  # noqa: ANN401 (untyped package)
    """A session on the processor; EncoderError when the extra is missing."""
    try:
        from onnxruntime import InferenceSession, SessionOptions  # only in the extra
    except ImportError as error:
        raise EncoderError(
            "EMBEDDING_MODEL=compact: install the extra: pip install 'solidarity-bot[compact]', "
            "or set EMBEDDING_MODEL=static"
        ) from error
    options = SessionOptions()
    # Threads that wait by spinning take the processor from FAISS: half as long again for a question.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return InferenceSession(model, options, providers=["CPUExecutionProvider"])
