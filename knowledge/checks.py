"""Rules across files: each is a function from Knowledge to the problems it sees."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from knowledge.base import Knowledge
from knowledge.errors import Problem
from knowledge.letter_checks import LETTER_RULES
from knowledge.never import NeverRules
from knowledge.references import unknown
from knowledge.schema import LANGUAGES, Case, Language, Text, Update
from knowledge.texts import MIN_SHARE, is_in

Rule = Callable[[Knowledge], Iterable[Problem]]

# A message has 4096 characters; the heading with the name of the case and the line on how to stop need some.
_ROOM = 3600
# Beside every source, and under the text, stands a date.
_DATE = 40
# People mix the languages when they ask.
_MIN_SHARE_OF_QUESTIONS = 0.2


def check(knowledge: Knowledge) -> list[Problem]:
    """Every problem that the rules find."""
    return [problem for rule in RULES for problem in rule(knowledge)]


def unique_ids(knowledge: Knowledge) -> Iterator[Problem]:
    """Ids occur once and start with the id of their case."""
    for case in knowledge.cases.values():
        ids = [thing.id for things in (case.claims, case.disputes, case.updates) for thing in things]
        for thing_id, times in Counter(ids).items():
            if times > 1:
                yield Problem(_path(case), thing_id, "this id is used twice: rename one")
            if not thing_id.startswith(f"{case.id}."):
                yield Problem(_path(case), thing_id, f"start the id with {case.id}.")


def known_references(knowledge: Knowledge) -> Iterator[Problem]:
    """Whatever a file refers to exists."""
    known = {
        "claim": set(knowledge.claims),
        "case": set(knowledge.cases),
        "source": set(knowledge.sources),
        "update": {update.id for case in knowledge.cases.values() for update in case.updates},
    }
    for case in knowledge.cases.values():
        for field, kind, wanted in _references(case):
            if wanted not in known[kind]:
                yield unknown(_path(case), field, kind, wanted)


def sound_updates(knowledge: Knowledge) -> Iterator[Problem]:
    """An update corrects another one, not itself by a detour, and fits with its sources into one message."""
    for case in knowledge.cases.values():
        wrong = {update.id: update.corrects for update in case.updates}
        for update in case.updates:
            if update.id in _line(update.corrects, wrong):
                remedy = "corrects itself in the end: name the update that was wrong"
                yield Problem(_path(case), f"{update.id}.corrects", remedy)
            for language in LANGUAGES:
                over = _length(update, knowledge, language) - _ROOM
                if over > 0:
                    remedy = f"is {over} characters too long for one message: shorten it, or name fewer claims"
                    yield Problem(_path(case), f"{update.id}.text.{language}", remedy)


def right_language(knowledge: Knowledge) -> Iterator[Problem]:
    """A text in the Russian field is Russian, one in the English field English."""
    for case in knowledge.cases.values():
        for field, text in curated_texts(case):
            told = ((language, text.in_language(language)) for language in LANGUAGES)
            yield from _misplaced(case, field, told, MIN_SHARE)
        lists = {f"{claim.id}.questions": claim.questions for claim in case.claims} | {"unanswered": case.unanswered}
        for field, questions in lists.items():
            for language in LANGUAGES:
                asked = ((language, line) for line in questions.in_language(language))
                yield from _misplaced(case, field, asked, _MIN_SHARE_OF_QUESTIONS)


def dates_in_order(knowledge: Knowledge) -> Iterator[Problem]:
    """Nothing is dated after the case's `as_of`; a status history runs forward in time."""
    for case in knowledge.cases.values():
        dated = [(claim.id, claim.date) for claim in case.claims]
        dated += [(f"status.{status.state}", status.since) for status in case.status]
        dated += [(update.id, update.date) for update in case.updates]
        for field, date in dated:
            if date.earliest is not None and date.earliest > case.as_of:
                yield Problem(_path(case), field, f"{date} lies after as_of {case.as_of}: correct one of them")
        for earlier, later in zip(case.status, case.status[1:], strict=False):
            if later.since.before(earlier.since):
                yield Problem(_path(case), f"status.{later.state}", "is older than the entry before it: sort by since")


def sound_disputes(knowledge: Knowledge) -> Iterator[Problem]:
    """The best reading of a dispute is one of its claims."""
    for case in knowledge.cases.values():
        for dispute in case.disputes:
            if dispute.best is not None and dispute.best not in dispute.claims:
                yield Problem(_path(case), f"{dispute.id}.best", "name one of the dispute's own claims")


def distinct_questions(knowledge: Knowledge) -> Iterator[Problem]:
    """An example question stands under one claim only, unless a dispute joins the claims."""
    owners: dict[str, str] = {}
    for claim in knowledge.claims.values():
        for question in {*map(normalised, claim.questions.every)}:
            owner = owners.setdefault(question, claim.id)
            if owner == claim.id or _same_dispute(knowledge, owner, claim.id):
                continue
            path = _path(knowledge.cases[claim.case_id])
            yield Problem(path, f"{claim.id}.questions", f"{question!r} also stands under {owner}: keep it once")


def unanswered_questions(knowledge: Knowledge) -> Iterator[Problem]:
    """What is said to have no answer stands there once, and is no example question of a claim."""
    claims = knowledge.claims.values()
    owners = {normalised(question): claim.id for claim in claims for question in claim.questions.every}
    for case in knowledge.cases.values():
        listed = Counter(map(normalised, case.unanswered.every))
        for question, times in listed.items():
            if question in owners:
                remedy = f"{question!r} is an example question of {owners[question]}: keep it in one place"
                yield Problem(_path(case), "unanswered", remedy)
            if times > 1:
                yield Problem(_path(case), "unanswered", f"{question!r} stands here twice: keep it once")


def nothing_unsayable(knowledge: Knowledge) -> Iterator[Problem]:
    """No curated text says what never.yaml forbids."""
    rules = NeverRules(knowledge.never)
    for case in knowledge.cases.values():
        for field, text in curated_texts(case):
            broken = {rule.id: rule for told in (text.ru, text.en) for rule in rules.broken_by(told)}
            for rule in broken.values():
                if field not in rule.allowed_in:
                    yield Problem(_path(case), field, f"{rule.reason} ({rule.id}): {rule.remedy}")


RULES: tuple[Rule, ...] = (
    unique_ids,
    known_references,
    sound_updates,
    right_language,
    dates_in_order,
    sound_disputes,
    distinct_questions,
    unanswered_questions,
    nothing_unsayable,
    *LETTER_RULES,
)


def normalised(question: str) -> str:
    """A question without case, ё and punctuation, to compare with another."""
    return " ".join(re.findall(r"\w+", question.lower().replace("ё", "е")))


def curated_texts(case: Case) -> Iterator[tuple[str, Text]]:
    """Every sentence of fact that a case can make the bot say, with its field."""
    yield "name", case.name
    yield "summary", case.summary
    for status in case.status:
        yield f"status.{status.state}", status.text
    for claim in case.claims:
        yield claim.id, claim.text
    for dispute in case.disputes:
        yield dispute.id, dispute.topic
        yield dispute.id, dispute.why
    for update in case.updates:
        yield update.id, update.text


def _misplaced(case: Case, field: str, texts: Iterable[tuple[Language, str]], min_share: float) -> Iterator[Problem]:
    for language, text in texts:
        if not is_in(language, text, min_share):
            yield Problem(_path(case), f"{field}.{language}", f"{text[:40]!r} is not in this language: translate it")


def _references(case: Case) -> Iterator[tuple[str, str, str]]:
    """Everything a case refers to: field, kind of thing, id."""
    yield from (("related", "case", wanted) for wanted in case.related)
    for claim in case.claims:
        yield from ((f"{claim.id}.about", "case", wanted) for wanted in claim.about)
        yield from ((f"{claim.id}.sources", "source", wanted) for wanted in claim.sources)
    groups = [("summary_claims", case.summary_claims)]
    groups += [(f"status.{status.state}", status.claims) for status in case.status]
    groups += [(dispute.id, dispute.claims) for dispute in case.disputes]
    groups += [(update.id, update.claims) for update in case.updates]
    yield from ((field, "claim", wanted) for field, claim_ids in groups for wanted in claim_ids)
    yield from ((update.id, "update", update.corrects) for update in case.updates if update.corrects)


def _line(update_id: str | None, wrong: Mapping[str, str | None]) -> set[str]:
    """An update, the one that it corrects, and so on."""
    line: set[str] = set()
    while update_id is not None and update_id not in line:
        line.add(update_id)
        update_id = wrong.get(update_id)
    return line


def _length(update: Update, knowledge: Knowledge, language: Language) -> int:
    """Of the text and its sources' names, as Telegram counts: in UTF-16 units."""
    claims = [knowledge.claims[id] for id in update.claims if id in knowledge.claims]
    ids = {id for claim in claims for id in claim.sources if id in knowledge.sources}
    told = [update.text.in_language(language), *(knowledge.sources[id].publisher.in_language(language) for id in ids)]
    return sum(len(one.encode("utf-16-le")) // 2 + _DATE for one in told)


def _same_dispute(knowledge: Knowledge, one: str, other: str) -> bool:
    dispute = knowledge.disputes.get(one)
    return dispute is not None and other in dispute.claims


def _path(case: Case) -> str:
    return f"cases/{case.id}.yaml"
