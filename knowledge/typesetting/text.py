"""A letter as plain text to copy."""

from collections.abc import Iterator

from knowledge.rendering import RenderedLetter


def text(letter: RenderedLetter) -> str:
    """The whole letter, head and signature included."""
    return "\n\n".join(filter(None, _parts(letter))) + "\n"


def body(letter: RenderedLetter) -> str:
    """From the salutation to the signature: what goes into an e-mail."""
    return "\n\n".join(_body(letter)) + "\n"


def _parts(letter: RenderedLetter) -> Iterator[str]:
    yield "\n".join((*letter.sender, letter.day))
    yield "\n".join((*letter.to, *letter.copies))
    yield letter.subject
    yield from _body(letter)


def _body(letter: RenderedLetter) -> Iterator[str]:
    yield letter.salutation
    for block in letter.blocks:
        yield "\n".join((block.text, *(f"— {item}" for item in block.items)))
    yield "\n".join(letter.signature)
