"""An update as followers are told it."""

from collections.abc import Sequence

from handlers.dates import spoken
from handlers.markup import Marked, Markup, lines, paragraphs
from handlers.source_view import short
from handlers.texts import Say
from knowledge.base import Knowledge
from knowledge.schema import Case, Update
from retrieval.answer import Cited


def render(update: Update, case: Case, knowledge: Knowledge, say: Say, markup: Markup) -> Marked:
    """The case, what happened and when, and who says so; a correction says that it is one."""
    heading = say("update-corrects" if update.corrects else "update", name=case.name.in_language(say.language))
    return paragraphs(
        [
            markup.bold(markup.text(heading)),
            lines(
                [
                    markup.text(update.text.in_language(say.language)),
                    markup.italic(markup.text(spoken(update.date, say))),
                ]
            ),
            markup.quote(short(_sources(update, knowledge), say, markup), expandable=True),
            markup.text(say("update-stop")),
        ]
    )


def _sources(update: Update, knowledge: Knowledge) -> Sequence[Cited]:
    claims = (knowledge.claims[claim] for claim in update.claims if claim in knowledge.claims)
    ids = dict.fromkeys(source for claim in claims for source in claim.sources)
    return [Cited(number, id, knowledge.sources[id]) for number, id in enumerate(ids, start=1)]
