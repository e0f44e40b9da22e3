"""A case as text: its card, its sources and the list of all cases."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby

from handlers.dates import Form, day, spoken
from handlers.markup import Marked, Markup, lines, paragraphs
from handlers.source_view import full, marks, short
from handlers.texts import Say
from knowledge.base import Knowledge
from knowledge.schema import Case, Claim, Kind
from retrieval.answer import Cited

_KINDS = tuple(Kind)


def render(case: Case, knowledge: Knowledge, say: Say, markup: Markup) -> Marked:
    """The card: name, status, summary, timeline, disputes, sources."""
    sources = sources_of(case, knowledge)
    return paragraphs(
        [
            markup.bold(markup.text(case.name.in_language(say.language))),
            _status(case, knowledge, sources, say, markup),
            markup.text(f"{case.summary.in_language(say.language)} {_marks(case.summary_claims, knowledge, sources)}"),
            _timeline(case, sources, say, markup),
            _disputes(case, say, markup),
            lines([_heading("sources", say, markup), markup.quote(short(sources, say, markup), expandable=True)]),
            markup.italic(
                markup.text(say("case-as-of", date=day(case.as_of, say), verified=day(case.verified_on, say)))
            ),
        ]
    )


def render_sources(case: Case, knowledge: Knowledge, say: Say, markup: Markup) -> Marked:
    """Every source of the case, numbered as in its card."""
    name = markup.bold(markup.text(case.name.in_language(say.language)))
    return paragraphs([name, full(sources_of(case, knowledge), say, markup)])


def render_list(cases: Sequence[Case], page: int, pages: int, count: int, say: Say, markup: Markup) -> Marked:
    """One page of the list, under a heading per kind."""
    title = markup.bold(markup.text(say("cases", count=count, page=page + 1, pages=pages)))
    groups = (
        lines([markup.italic(markup.text(say(f"kind-{kind}"))), *(_entry(case, say, markup) for case in group)])
        for kind, group in groupby(cases, key=lambda case: case.kind)
    )
    return paragraphs([title, *groups])


def listed(knowledge: Knowledge, say: Say) -> tuple[Case, ...]:
    """All cases in the order of the list: by kind, then by name in the reader's language."""
    return tuple(
        sorted(
            knowledge.cases.values(),
            key=lambda case: (_KINDS.index(case.kind), case.name.in_language(say.language).casefold()),
        )
    )


def sources_of(case: Case, knowledge: Knowledge) -> tuple[Cited, ...]:
    """The sources of the card, numbered in the order in which it leans on them."""
    claims = [*_known([*case.current.claims, *case.summary_claims], knowledge), *timeline(case), *case.claims]
    ids = dict.fromkeys(source for claim in claims for source in claim.sources)
    return tuple(Cited(number, id, knowledge.sources[id]) for number, id in enumerate(ids, start=1))


def timeline(case: Case) -> tuple[Claim, ...]:
    """The claims that have a date, oldest first."""
    dated = [(claim.date.earliest, claim) for claim in case.claims if claim.date.earliest is not None]
    return tuple(claim for _, claim in sorted(dated, key=lambda pair: pair[0]))


def _status(case: Case, knowledge: Knowledge, sources: Sequence[Cited], say: Say, markup: Markup) -> Marked:
    status = case.current
    label = say("case-status", state=say(f"state-{status.state}"), since=spoken(status.since, say, Form.SINCE))
    text = f"{status.text.in_language(say.language)} {_marks(status.claims, knowledge, sources)}"
    return lines([markup.bold(markup.text(label)), markup.text(text)])


def _timeline(case: Case, sources: Sequence[Cited], say: Say, markup: Markup) -> Marked:
    disputed = {claim for dispute in case.disputes for claim in dispute.claims}
    entries = paragraphs(
        lines(
            [
                markup.bold(markup.text(date)),
                *(markup.text(f"{_bullet(claim, disputed)} {_told(claim, sources, say)}") for claim in claims),
            ]
        )
        for date, claims in groupby(timeline(case), key=lambda claim: spoken(claim.date, say))
    )
    return lines([_heading("case-timeline", say, markup), markup.quote(entries, expandable=True)] if entries else [])


def _disputes(case: Case, say: Say, markup: Markup) -> Marked:
    entries = [
        markup.text(
            say(
                "case-dispute", topic=dispute.topic.in_language(say.language), why=dispute.why.in_language(say.language)
            )
        )
        for dispute in case.disputes
    ]
    return lines([_heading("case-disputes", say, markup), *entries]) if entries else Marked("")


def _entry(case: Case, say: Say, markup: Markup) -> Marked:
    name = case.name.in_language(say.language)
    return markup.text(say("case-entry", name=name, state=say(f"state-{case.current.state}")))


def _heading(key: str, say: Say, markup: Markup) -> Marked:
    return markup.bold(markup.text(say(key)))


def _marks(claims: Iterable[str], knowledge: Knowledge, sources: Sequence[Cited]) -> str:
    used = {source for claim in _known(claims, knowledge) for source in claim.sources}
    return marks(cited.number for cited in sources if cited.id in used)


def _told(claim: Claim, sources: Sequence[Cited], say: Say) -> str:
    numbers = marks(cited.number for cited in sources if cited.id in claim.sources)
    return f"{claim.text.in_language(say.language)} {numbers}"


def _bullet(claim: Claim, disputed: Container[str]) -> str:
    return "⚠" if claim.id in disputed else "•"


def _known(claims: Iterable[str], knowledge: Knowledge) -> Iterator[Claim]:
    return (knowledge.claims[id] for id in claims if id in knowledge.claims)
