"""Two ways to mark a text up: HTML for Telegram, and plain for a terminal."""

from collections.abc import Iterable
from html import escape
from typing import NewType, Protocol

# A text that is ready to send: all that came from outside has been escaped.
Marked = NewType("Marked", str)


class Markup(Protocol):
    """What a view may do to a text."""

    def text(self, plain: str) -> Marked: ...

    def bold(self, inner: Marked) -> Marked: ...

    def italic(self, inner: Marked) -> Marked: ...

    def link(self, label: Marked, url: str) -> Marked: ...

    def quote(self, inner: Marked, *, expandable: bool = False) -> Marked: ...

    def copyable(self, plain: str) -> Marked:
        """A block that is copied as a whole."""
        ...

    def options(self, labels: Iterable[str]) -> Marked:
        """What the reader can choose from, where no buttons stand below."""
        ...


class Html:
    """Telegram's HTML."""

    def text(self, plain: str) -> Marked:
        return Marked(escape(plain, quote=False))

    def bold(self, inner: Marked) -> Marked:
        return Marked(f"<b>{inner}</b>")

    def italic(self, inner: Marked) -> Marked:
        return Marked(f"<i>{inner}</i>")

    def link(self, label: Marked, url: str) -> Marked:
        return Marked(f'<a href="{escape(url)}">{label}</a>')

    def quote(self, inner: Marked, *, expandable: bool = False) -> Marked:
        return Marked(f"<blockquote{' expandable' if expandable else ''}>{inner}</blockquote>")

    def copyable(self, plain: str) -> Marked:
        return Marked(f"<pre>{escape(plain, quote=False)}</pre>")

    def options(self, labels: Iterable[str]) -> Marked:
        """Nothing: the buttons say it."""
        return Marked("")


class Plain:
    """Nothing but text; links show their address."""

    def text(self, plain: str) -> Marked:
        return Marked(plain)

    def bold(self, inner: Marked) -> Marked:
        return inner

    def italic(self, inner: Marked) -> Marked:
        return inner

    def link(self, label: Marked, url: str) -> Marked:
        return Marked(f"{label} — {url}")

    def quote(self, inner: Marked, *, expandable: bool = False) -> Marked:
        return Marked("\n".join(f"  {line}".rstrip() for line in inner.split("\n")))

    def copyable(self, plain: str) -> Marked:
        return Marked(plain)

    def options(self, labels: Iterable[str]) -> Marked:
        return lines(Marked(f"• {label}") for label in labels)


def words(*parts: Marked) -> Marked:
    """The parts on one line, without the empty ones."""
    return Marked(" ".join(filter(None, parts)))


def lines(parts: Iterable[Marked]) -> Marked:
    """The parts one under another, without the empty ones."""
    return Marked("\n".join(filter(None, parts)))


def paragraphs(parts: Iterable[Marked]) -> Marked:
    """The parts with a blank line between them, without the empty ones."""
    return Marked("\n\n".join(filter(None, parts)))
