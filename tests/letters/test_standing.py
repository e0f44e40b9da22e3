"""The truth rules: a letter is offered only on days on which all that it says may be said."""

import datetime as dt
from pathlib import Path

import pytest

from knowledge.letters import Letters, Shut, Standing
from knowledge.loader import load
from knowledge.staleness import stale
from tests import content as cases
from tests.content import Raw
from tests.letters import content

DAY = dt.date(2026, 11, 21)


def standing(folder: Path, letter: Raw, day: dt.date = DAY, written: dict[str, Raw] | None = None) -> Standing:
    found = Letters(content.knowledge(folder, letter, written)).standing("review-orlova", day)
    assert found is not None
    return found


def problems(folder: Path, letter: Raw, day: dt.date = DAY, written: dict[str, Raw] | None = None) -> list[str]:
    return [str(problem) for problem in stale(content.knowledge(folder, letter, written), day)]


def test_a_sound_letter_is_open(tmp_path: Path) -> None:
    found = standing(tmp_path, content.letter())
    assert (found.is_open, [ask.id for ask in found.asks]) == (True, ["review"])
    assert problems(tmp_path, content.letter()) == []


@pytest.mark.parametrize(
    ("day", "shut"),
    [
        ("2018-05-31", Shut.NOT_YET),
        ("2018-06-01", None),
        ("2027-05-31", None),
        ("2027-06-01", Shut.TOO_LATE),
        ("2027-06-30", Shut.TOO_LATE),
        ("2027-07-01", Shut.EXPIRED),
    ],
)
def test_days_open_and_shut_it(tmp_path: Path, day: str, shut: Shut | None) -> None:
    assert standing(tmp_path, content.letter(), dt.date.fromisoformat(day)).shut is shut


def test_it_has_to_be_verified_anew_after_a_year(tmp_path: Path) -> None:
    letter = content.letter() | {"verified_on": "2026-01-10", "expires": "2028-01-01"}
    assert standing(tmp_path, letter, dt.date(2027, 1, 10)).shut is None
    assert standing(tmp_path, letter, dt.date(2027, 1, 11)).shut is Shut.NOT_VERIFIED
    assert standing(tmp_path, letter | {"reverify_after": 400}, dt.date(2027, 1, 11)).shut is None
    short = standing(tmp_path, letter | {"reverify_after": 60}, dt.date(2026, 2, 1)).letter
    assert short.verified_until == dt.date(2026, 3, 11)
    assert problems(tmp_path, letter, dt.date(2027, 1, 11)) == [
        "letters/review-orlova/letter.yaml: letter: was last verified on 2026-01-10: verify it anew, or end it with "
        "`closed`"
    ]


def test_an_expired_letter_is_named_until_a_curator_ends_it(tmp_path: Path) -> None:
    day = dt.date(2027, 7, 1)
    letter = content.letter()
    letter["asks"][0]["until"] = "2028-01-01"
    assert problems(tmp_path, letter, day) == [
        "letters/review-orlova/letter.yaml: letter: expired on 2027-06-30: renew it, or end it with `closed`"
    ]
    ended = letter | {"closed": {"on": "2027-07-01", "text": {"ru": "Приговор отменён.", "en": "It was quashed."}}}
    assert problems(tmp_path, ended, day) == []
    assert standing(tmp_path, ended, day).shut is Shut.ENDED
    assert standing(tmp_path, ended, dt.date(2027, 5, 30)).shut is None


def release() -> Raw:
    letter = content.letter()
    letter["asks"][0] |= {"aim": "release", "begins": "2017-04-07"}
    return letter


def test_a_release_shuts_the_letter_that_asks_for_it_the_same_day(tmp_path: Path) -> None:
    written = cases.cases()
    freed = written["orlova"]["status"].pop()
    assert standing(tmp_path, release(), written=written).shut is None
    written["orlova"]["status"].append(freed)
    assert standing(tmp_path, release(), written=written).shut is Shut.OVERTAKEN
    assert problems(tmp_path, release(), written=written) == [
        "letters/review-orlova/letter.yaml: asks.review: orlova is released, which overtakes release: remove the ask, "
        "or date its end with `until`"
    ]


@pytest.mark.parametrize(
    ("aim", "state", "shut"),
    [
        ("release", "imprisoned", None),
        ("release", "detained", None),
        ("release", "served", Shut.OVERTAKEN),
        ("release", "unknown", Shut.OVERTAKEN),
        ("drop-charges", "charged", None),
        ("drop-charges", "imprisoned", Shut.OVERTAKEN),
        ("lift-restriction", "restricted", None),
        ("lift-restriction", "served", Shut.OVERTAKEN),
        ("register", "unregistered", None),
        ("register", "registered", Shut.OVERTAKEN),
        ("restore", "suspended", None),
        ("restore", "active", Shut.OVERTAKEN),
        ("review", "released", None),
        ("investigate", "unknown", None),
    ],
)
def test_the_state_decides_what_may_be_asked(tmp_path: Path, aim: str, state: str, shut: Shut | None) -> None:
    written = cases.cases()
    written["orlova"]["status"][-1]["state"] = state
    letter = content.letter()
    letter["asks"][0]["aim"] = aim
    assert standing(tmp_path, letter, written=written).shut is shut


def test_evidence_that_lost_its_dispute_shuts_the_ask(tmp_path: Path) -> None:
    letter = content.letter()
    letter["asks"][0]["evidence"] = ["orlova.sentence-three"]
    assert standing(tmp_path, letter).shut is Shut.UNPROVEN
    assert problems(tmp_path, letter) == [
        "letters/review-orlova/letter.yaml: asks.review: a claim of its evidence is gone or lost its dispute: find "
        "other evidence or remove the ask"
    ]


def test_a_fact_that_lost_its_dispute_shuts_the_letter(tmp_path: Path) -> None:
    letter = content.letter() | {"facts": ["orlova.sentence-three"]}
    assert standing(tmp_path, letter).shut is Shut.UNPROVEN


def test_a_dispute_without_a_best_reading_shuts_nothing(tmp_path: Path) -> None:
    written = cases.cases()
    del written["orlova"]["disputes"][0]["best"]
    letter = content.letter() | {"facts": ["orlova.sentence-three"]}
    assert standing(tmp_path, letter, written=written).shut is None


def test_an_ask_that_is_over_leaves_the_others(tmp_path: Path) -> None:
    letter = content.letter()
    letter["asks"].append(letter["asks"][0] | {"id": "later", "until": "2026-11-20"})
    assert [ask.id for ask in standing(tmp_path, letter).asks] == ["review"]


def test_letters_of_a_case_begin_with_the_open_ones(tmp_path: Path) -> None:
    folder = content.write(tmp_path)
    second = content.letter() | {"case": "portovik", "also": ["orlova"]}
    (folder / "letters" / "about-portovik").mkdir()
    for name in ("body.ru.txt", "body.en.txt"):
        text = (folder / "letters" / "review-orlova" / name).read_text(encoding="utf-8")
        (folder / "letters" / "about-portovik" / name).write_text(text, encoding="utf-8")
    cases.dump(folder / "letters" / "about-portovik" / "letter.yaml", second)

    letters = Letters(load(folder))
    assert [one.letter.id for one in letters.about("orlova", DAY)] == ["review-orlova", "about-portovik"]
    assert [one.letter.id for one in letters.about("portovik", DAY)] == ["about-portovik"]
    assert [one.letter.id for one in letters.open_on(dt.date(2027, 7, 1))] == []
    assert [one.letter.id for one in letters.shut_on(dt.date(2027, 7, 1))] == ["about-portovik", "review-orlova"]


def test_there_is_no_standing_of_an_unknown_letter(tmp_path: Path) -> None:
    assert Letters(content.knowledge(tmp_path)).standing("nothing", DAY) is None
