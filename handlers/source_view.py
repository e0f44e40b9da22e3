"""Sources as text: the short line under an answer, and the full entry behind the button."""

from collections.abc import Iterable

from babel import Locale

from handlers.dates import Form, spoken
from handlers.markup import Marked, Markup, lines, paragraphs, words
from handlers.texts import Say
from knowledge.schema import Source
from retrieval.answer import Cited


def marks(numbers: Iterable[int]) -> str:
    """`[1][2]`, as it stands after a sentence."""
    return "".join(f"[{number}]" for number in numbers)


def short(sources: Iterable[Cited], say: Say, markup: Markup) -> Marked:
    """`[1] publisher, date (language)`, one per line, each a link."""
    return lines(_line(cited, say, markup) for cited in sources)


def full(sources: Iterable[Cited], say: Say, markup: Markup) -> Marked:
    """Every source with title, publisher, date, language and reliability."""
    return paragraphs([markup.bold(markup.text(say("sources"))), *(_entry(cited, say, markup) for cited in sources)])


def _line(cited: Cited, say: Say, markup: Markup) -> Marked:
    source = cited.source
    key = "source-line" if source.language == say.language else "source-line-foreign"
    label = say(
        key,
        publisher=source.publisher.in_language(say.language),
        date=_date(source, say),
        **({} if source.language == say.language else {"mark": _short_language(source, say)}),
    )
    return words(markup.text(marks([cited.number])), markup.link(markup.text(label), source.url))


def _entry(cited: Cited, say: Say, markup: Markup) -> Marked:
    source = cited.source
    date = _date(source, say)
    details = say(
        "source-details",
        publisher=source.publisher.in_language(say.language),
        date=say("date-inferred", date=date) if source.date_inferred else date,
        language=_language(source, say),
        reliability=say(f"reliability-{source.reliability.name.lower()}"),
    )
    title = words(markup.text(marks([cited.number])), markup.link(markup.text(source.title), source.url))
    return lines([title, markup.text(details)])


def _date(source: Source, say: Say) -> str:
    date = spoken(source.date, say, Form.LISTED)
    if source.updated is None:
        return date
    return say("source-updated", date=date, updated=spoken(source.updated, say, Form.LISTED))


def _short_language(source: Source, say: Say) -> str:
    return say("language-mark", code=source.language, name=_language(source, say))


def _language(source: Source, say: Say) -> str:
    return str(Locale(say.language).languages.get(source.language, source.language))
