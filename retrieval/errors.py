"""What can go wrong on the way from a question to an answer.

RetrievalError
├── EncoderError        an encoder cannot be loaded; the message names the remedy
└── QuestionSetError    a question set has a line that cannot be read
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class RetrievalError(Exception):
    """Base of everything that this package raises."""


class EncoderError(RetrievalError):
    """An encoder cannot be loaded; says which and what to do."""


class QuestionSetError(RetrievalError):
    """A question set cannot be read; names the line and what is wrong with it."""


@contextmanager
def loading(path: Path) -> Iterator[None]:
    """Makes an EncoderError of whatever goes wrong with a bundled model; one that names its own remedy stays."""
    try:
        yield
    except EncoderError:
        raise
    except Exception as error:
        raise EncoderError(f"{path}: cannot be loaded as a model ({error}): reinstall the package") from error
