"""Letters as text: the list, one letter before it is written, the questions, and the finished one."""

import datetime as dt
from collections.abc import Iterable, Sequence

from handlers.dates import day as spoken_day
from handlers.draft import Draft, Step
from handlers.markup import Marked, Markup, lines, paragraphs
from handlers.source_view import short
from handlers.texts import Say
from knowledge.base import Knowledge
from knowledge.letter import Addressee, Contact
from knowledge.letters import Letters, Standing
from knowledge.rendering import RenderedLetter, Renderer
from knowledge.sender import LIMITS
from knowledge.typesetting.text import text
from retrieval.answer import Cited


def render_list(standings: Sequence[Standing], knowledge: Knowledge, day: dt.date, say: Say, markup: Markup) -> Marked:
    """What may be written today, and what no more, with the reason and what has come since."""
    opened = [standing for standing in standings if standing.is_open]
    heading = say("letters", count=len(opened), date=spoken_day(day, say)) if opened else say("letters-none")
    return paragraphs(
        [
            markup.bold(markup.text(heading)),
            lines(markup.text(f"• {_title(standing, say)}") for standing in opened),
            *(_shut(standing, knowledge, say, markup) for standing in standings if not standing.is_open),
        ]
    )


def render_letter(standing: Standing, knowledge: Knowledge, say: Say, markup: Markup) -> Marked:
    """What a letter asks, on which evidence, and until when; or why it may not be sent."""
    if not standing.is_open:
        return _shut(standing, knowledge, say, markup)
    letter = standing.letter
    until = min(letter.expires, letter.verified_until, max(ask.until for ask in standing.asks))
    sources = short(evidence(standing, knowledge), say, markup)
    return paragraphs(
        [
            render_shared(standing, knowledge, say, markup),
            lines([markup.text(say("letter-evidence")), markup.quote(sources, expandable=True)]),
            markup.italic(markup.text(say("letter-until", date=spoken_day(until, say)))),
            markup.text(say("letter-choose-addressee")),
        ]
    )


def render_shared(standing: Standing, knowledge: Knowledge, say: Say, markup: Markup) -> Marked:
    """An open letter in short: its title and what it asks."""
    renderer = Renderer(knowledge)
    asks = (renderer.filled(standing.letter, ask.text.in_language(say.language), say.language) for ask in standing.asks)
    return paragraphs(
        [
            markup.bold(markup.text(_title(standing, say))),
            lines([markup.text(say("letter-asks")), *(markup.text(f"• {ask}") for ask in asks)]),
        ]
    )


def evidence(standing: Standing, knowledge: Knowledge) -> tuple[Cited, ...]:
    """The sources that the open asks rest on, numbered."""
    claims = (knowledge.claims[claim] for ask in standing.asks for claim in ask.evidence)
    ids = dict.fromkeys(source for claim in claims for source in claim.sources)
    return tuple(Cited(number, id, knowledge.sources[id]) for number, id in enumerate(ids, start=1))


def render_question(draft: Draft, addressee: Addressee, say: Say, markup: Markup) -> Marked:
    """The question of a step."""
    if draft.step is Step.LANGUAGE:
        preferred = say(f"letter-language-{addressee.languages[0]}")
        return markup.text(say("letter-ask-language", preferred=preferred))
    return markup.text(say(f"letter-ask-{draft.step}", limit=LIMITS[draft.step]))


def render_preview(letter: RenderedLetter, say: Say, markup: Markup) -> Marked:
    """The letter's words as they will be sent, and the question whether they are right."""
    return paragraphs([markup.quote(markup.text(text(letter).strip())), markup.text(say("letter-check"))])


def render_address(letter: RenderedLetter, say: Say, markup: Markup) -> Marked:
    """Where to send it, and how sure that is."""
    contact = letter.email
    return paragraphs(
        [
            markup.bold(markup.text(say("letter-done"))),
            markup.text(say("letter-send-to", office=", ".join(letter.to), address=contact.value if contact else "—")),
            markup.text(_doubt(contact, say)),
            markup.text(say("letter-erased")),
        ]
    )


def _doubt(contact: Contact | None, say: Say) -> str:
    if contact is None:
        return say("letter-no-address")
    if contact.verified_on is None:
        return say("letter-unverified", date=str(contact.date))
    return say("letter-verified", date=spoken_day(contact.verified_on, say))


def _shut(standing: Standing, knowledge: Knowledge, say: Say, markup: Markup) -> Marked:
    """Why a letter may not be sent, what has come since, and what can be done instead."""
    closed = standing.letter.closed
    status = Letters(knowledge).since(standing)
    parts: Iterable[str] = (
        say("letter-shut", title=_title(standing, say), reason=say(f"letter-shut-{standing.shut}")),
        say("letter-since", status=status.text.in_language(say.language)),
        closed.text.in_language(say.language) if closed else say("letter-instead"),
    )
    return lines(markup.text(part) for part in parts)


def _title(standing: Standing, say: Say) -> str:
    return standing.letter.title.in_language(say.language)
