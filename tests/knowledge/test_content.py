"""The case files that travel with the program, against the notes they were written from."""

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml

from knowledge.base import Knowledge
from knowledge.loader import load
from knowledge.schema import Reliability, State

NOTES = Path(__file__).parents[3] / "shared" / "sources"
COVERAGE = Path(__file__).with_name("coverage.yaml")
# A man held on a farm, in a news listing between the items on unions: not about any of our cases.
UNRELATED = {"S0.9"}
# One word longer than the longest name of a body, which no wording of ours can avoid.
COPIED_RUN = 13

needs_notes = pytest.mark.skipif(not NOTES.exists(), reason="the research notes do not lie beside the project")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def covered() -> dict[str, list[str]]:
    return {str(key): value for key, value in yaml.safe_load(COVERAGE.read_text(encoding="utf-8")).items()}


def numbered_facts() -> set[str]:
    notes = (NOTES / "facts.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([SC]\d+(?:\.\d+)?) \|", notes, flags=re.MULTILINE)
    developments = re.findall(r"\*\*(L\d+)\b", notes)
    return {*rows, *developments} - UNRELATED


@needs_notes
def test_every_numbered_fact_is_told() -> None:
    assert numbered_facts() - set(covered()) == set()


def test_the_coverage_names_real_claims_and_disputes(knowledge: Knowledge) -> None:
    disputes = {dispute.id for case in knowledge.cases.values() for dispute in case.disputes}
    known = set(knowledge.claims) | disputes | {u.id for case in knowledge.cases.values() for u in case.updates}
    named = {name for names in covered().values() for name in names}
    assert named - known == set()


def test_every_contradiction_is_a_dispute_or_attributed(knowledge: Knowledge) -> None:
    contradictions = {number: names for number, names in covered().items() if number.startswith("C")}
    assert len(contradictions) == 16
    joined = {claim_id for claim_id in knowledge.disputes} | {d.id for d in knowledge.disputes.values()}
    assert [number for number, names in contradictions.items() if not joined.intersection(names)] == []


@needs_notes
def test_no_sentence_is_copied_from_a_founding_document(knowledge: Knowledge) -> None:
    documents = " ".join(path.read_text(encoding="utf-8") for path in sorted((NOTES / "seeds").glob("*.txt")))
    sources = set(runs(documents))
    copied = [
        claim.id
        for claim in knowledge.claims.values()
        if sources.intersection([*runs(claim.text.ru), *runs(claim.text.en)])
    ]
    assert copied == []


def runs(text: str) -> list[str]:
    """Every sequence of `COPIED_RUN` words."""
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[start : start + COPIED_RUN]) for start in range(len(words) - COPIED_RUN + 1)]


@pytest.mark.parametrize(
    ("case_id", "state", "since"),
    [
        ("kushakbaev", State.RELEASED, "2018-05-28"),
        ("baltabay", State.RELEASED, "2020-03-20"),
        ("sokolova", State.RELEASED, "2012-03-07"),
        ("kharkova", State.SERVED, "2021-11-09"),
        ("elshibayev", State.UNKNOWN, None),
        ("knprk", State.DISSOLVED, "2017-03-28"),
    ],
)
def test_how_things_stand_now(knowledge: Knowledge, case_id: str, state: State, since: str | None) -> None:
    current = knowledge.cases[case_id].current
    assert current.state is state
    assert since is None or str(current.since) == since


@pytest.mark.parametrize(
    ("dispute_id", "best", "readings"),
    [
        ("kushakbaev.dispute-term", "kushakbaev.sentence", 2),
        ("kushakbaev.dispute-article", "kushakbaev.article-402", 2),
        ("kushakbaev.dispute-claimant", "kushakbaev.claimant-techno", 2),
    ],
)
def test_the_best_supported_reading(knowledge: Knowledge, dispute_id: str, best: str, readings: int) -> None:
    disputes = {dispute.id: dispute for dispute in knowledge.disputes.values()}
    assert (disputes[dispute_id].best, len(disputes[dispute_id].claims)) == (best, readings)


def test_nobody_known_to_be_free_is_told_as_imprisoned(knowledge: Knowledge) -> None:
    people = ("kushakbaev", "yeleusinov", "kharkova", "baltabay", "sokolova", "senyavsky")
    held = {State.IMPRISONED, State.DETAINED, State.RESTRICTED, State.CHARGED}
    assert [case_id for case_id in people if knowledge.cases[case_id].current.state in held] == []


def test_nothing_speaks_of_days_to_come(knowledge: Knowledge) -> None:
    assert knowledge.as_of <= dt.date(2026, 11, 21)
    for source in knowledge.sources.values():
        assert source.date.earliest is None or source.date.earliest <= knowledge.as_of


def test_every_source_is_marked_by_a_person(knowledge: Knowledge) -> None:
    marks = {source.reliability for source in knowledge.sources.values()}
    assert {Reliability.HIGH, Reliability.LIKELY, Reliability.UNSURE} <= marks


def test_the_guide_explains_every_state() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "curating.md").read_text(encoding="utf-8")
    assert [state for state in State if f"`{state}`" not in guide] == []
