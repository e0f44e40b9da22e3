"""What can go wrong on the way from a question to an answer.

RetrievalError
├── EncoderError        an encoder cannot be loaded; the message names the remedy
└── QuestionSetError    a question set has a line that cannot be read
"""


class RetrievalError(Exception):
    """Base of everything that this package raises."""


class EncoderError(RetrievalError):
    """An encoder cannot be loaded; says which and what to do."""


class QuestionSetError(RetrievalError):
    """A question set cannot be read; names the line and what is wrong with it."""
