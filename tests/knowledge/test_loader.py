from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import InvalidKnowledge
from knowledge.loader import fingerprint, load
from tests import content
from tests.content import Raw


def problems(folder: Path) -> list[str]:
    with pytest.raises(InvalidKnowledge) as caught:
        load(folder)
    return [str(problem) for problem in caught.value.problems]


def test_loads_a_sound_folder(tmp_path: Path) -> None:
    knowledge = load(content.write(tmp_path, content.cases()))
    assert list(knowledge.cases) == ["orlova", "portovik"]
    assert knowledge.claims["orlova.release"].text.ru == "Вера Орлова вышла на свободу в мае 2018 года."
    assert knowledge.disputes["orlova.sentence-three"].best == "orlova.sentence"
    assert knowledge.as_of.isoformat() == "2026-11-21"


def _drop_english(case: Raw) -> None:
    del case["claims"][0]["text"]["en"]


def _few_questions(case: Raw) -> None:
    case["claims"][0]["questions"]["ru"] = ["когда"]


def _wrong_source(case: Raw) -> None:
    case["claims"][0]["sources"] = ["nowhere"]


def _typo_in_field(case: Raw) -> None:
    case["sumary"] = "x"


def _bad_date(case: Raw) -> None:
    case["claims"][2]["date"] = "May 2018"


def _english_in_russian(case: Raw) -> None:
    case["claims"][2]["text"]["ru"] = "Vera Orlova was released in May 2018."


def _after_as_of(case: Raw) -> None:
    case["claims"][2]["date"] = "2027-01-01"


def _status_backwards(case: Raw) -> None:
    case["status"].reverse()


def _best_elsewhere(case: Raw) -> None:
    case["disputes"][0]["best"] = "orlova.release"


def _double_id(case: Raw) -> None:
    case["claims"][2]["id"] = "orlova.sentence"


def _foreign_id(case: Raw) -> None:
    case["claims"][2]["id"] = "petrova.release"


def _unknown_state(case: Raw) -> None:
    case["status"][0]["state"] = "jailed"


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (_drop_english, "cases/orlova.yaml: claims[0].text.en: add this field"),
        (_typo_in_field, "cases/orlova.yaml: sumary: unknown field: remove it or correct its name"),
        (
            _wrong_source,
            "cases/orlova.yaml: orlova.sentence.sources: there is no source nowhere: correct the id or add it",
        ),
        (
            _bad_date,
            "cases/orlova.yaml: claims[2].date: 'May 2018' is no date: write YYYY-MM-DD, YYYY-MM, YYYY or unknown",
        ),
        (
            _english_in_russian,
            "cases/orlova.yaml: orlova.release.ru: 'Vera Orlova was released in May 2018.' is not in this language: "
            "translate it",
        ),
        (
            _after_as_of,
            "cases/orlova.yaml: orlova.release: 2027-01-01 lies after as_of 2026-11-21: correct one of them",
        ),
        (
            _status_backwards,
            "cases/orlova.yaml: status.imprisoned: is older than the entry before it: sort by since",
        ),
        (_best_elsewhere, "cases/orlova.yaml: orlova.dispute-term.best: name one of the dispute's own claims"),
        (_double_id, "cases/orlova.yaml: orlova.sentence: this id is used twice: rename one"),
        (_foreign_id, "cases/orlova.yaml: petrova.release: start the id with orlova."),
    ],
)
def test_names_path_field_and_remedy(tmp_path: Path, spoil: Callable[[Raw], None], problem: str) -> None:
    cases = content.cases()
    spoil(cases["orlova"])
    assert problem in problems(content.write(tmp_path, cases))


def test_says_how_many_questions_are_missing(tmp_path: Path) -> None:
    cases = content.cases()
    _few_questions(cases["orlova"])
    assert problems(content.write(tmp_path, cases))[0] == (
        "cases/orlova.yaml: claims[0].questions.ru: has 1 of at least 6: add 5"
    )


def test_unknown_state_lists_the_known_ones(tmp_path: Path) -> None:
    cases = content.cases()
    _unknown_state(cases["orlova"])
    [problem] = problems(content.write(tmp_path, cases))
    assert problem.startswith("cases/orlova.yaml: status[0].state: ")
    assert " is none of 'pending', 'charged', " in problem
    assert problem.endswith(" or 'unknown': write one of these")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("never.yaml", "never.yaml: file: write a list here: lines that begin with a hyphen, or [] for none"),
        ("sources.yaml", "sources.yaml: file: write lines of the form `name: value` here, or {} for none"),
        ("cases/orlova.yaml", "cases/orlova.yaml: file: write lines of the form `name: value` here"),
    ],
)
def test_an_empty_file_is_told_what_belongs_there(tmp_path: Path, name: str, told: str) -> None:
    folder = content.write(tmp_path, content.cases())
    (folder / name).write_text("# nothing yet\n", encoding="utf-8")
    assert problems(folder) == [told]


def test_reports_everything_at_once(tmp_path: Path) -> None:
    cases = content.cases()
    _drop_english(cases["orlova"])
    cases["portovik"]["related"] = ["nobody"]
    (content.write(tmp_path, cases) / "sources.yaml").write_text("a: [", encoding="utf-8")
    files = {problem.split(":")[0] for problem in problems(tmp_path)}
    assert files == {"cases/orlova.yaml", "cases/portovik.yaml", "sources.yaml"}


def test_a_key_given_twice_is_a_problem(tmp_path: Path) -> None:
    path = content.write(tmp_path, content.cases()) / "cases" / "portovik.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\nkind: person\n", encoding="utf-8")
    assert any(problem.endswith(": the key 'kind' is given twice: keep it once") for problem in problems(tmp_path))


def test_an_empty_folder_says_what_is_missing(tmp_path: Path) -> None:
    assert sorted(problem.split(": ", 2)[2] for problem in problems(tmp_path)) == [
        "is missing: create it",
        "is missing: create it",
        "no case files here: add one or correct the path",
    ]


def test_file_name_and_id_agree(tmp_path: Path) -> None:
    folder = content.write(tmp_path, content.cases())
    (folder / "cases" / "orlova.yaml").rename(folder / "cases" / "vera.yaml")
    assert "cases/vera.yaml: id: is 'orlova': make id and file name the same" in problems(folder)


def test_fingerprint_follows_every_byte(tmp_path: Path) -> None:
    folder = content.write(tmp_path, content.cases())
    before = fingerprint(folder)
    with (folder / "cases" / "orlova.yaml").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    assert fingerprint(folder) != before


def test_one_question_stands_under_one_claim(tmp_path: Path) -> None:
    cases = content.cases()
    cases["orlova"]["claims"][2]["questions"]["ru"][0] = "Где всё закрыли?"
    cases["portovik"]["claims"][0]["questions"]["ru"][0] = "где все закрыли"
    assert problems(content.write(tmp_path, cases)) == [
        "cases/portovik.yaml: portovik.closed.questions: 'где все закрыли' also stands under orlova.release: "
        "keep it once"
    ]


def test_what_a_claim_answers_is_not_said_to_be_unanswered(tmp_path: Path) -> None:
    cases = content.cases()
    cases["orlova"]["claims"][2]["questions"]["ru"][0] = "Где всё закрыли?"
    cases["portovik"]["unanswered"] = {"ru": ["где все закрыли", "кто был судьёй", "Кто был судьей?"]}
    assert problems(content.write(tmp_path, cases)) == [
        "cases/portovik.yaml: unanswered: 'где все закрыли' is an example question of orlova.release: "
        "keep it in one place",
        "cases/portovik.yaml: unanswered: 'кто был судьей' stands here twice: keep it once",
    ]


def test_an_unanswered_question_stands_in_its_language(tmp_path: Path) -> None:
    cases = content.cases()
    cases["portovik"]["unanswered"] = {"en": ["кто был судьёй"]}
    assert problems(content.write(tmp_path, cases)) == [
        "cases/portovik.yaml: unanswered.en: 'кто был судьёй' is not in this language: translate it"
    ]


def test_never_rules_catch_stale_wording(tmp_path: Path) -> None:
    never: list[Raw] = [
        {
            "id": "free-orlova",
            "reason": "Vera Orlova is free since May 2018",
            "remedy": "write about the release",
            "wordings": [{"about": "orlova", "unless": "demanded", "patterns": ["free vera orlova"]}],
        }
    ]
    cases = content.cases()
    cases["orlova"]["summary"]["en"] = "In 2017 unions demanded: free Vera Orlova. Unions say: free Vera Orlova."
    assert problems(content.write(tmp_path, cases, never)) == [
        "cases/orlova.yaml: summary: Vera Orlova is free since May 2018 (free-orlova): write about the release"
    ]


def test_a_file_under_another_ending_is_named(tmp_path: Path) -> None:
    folder = content.write(tmp_path, content.cases())
    (folder / "cases" / "new.yml").write_text("id: new", encoding="utf-8")
    assert problems(folder) == ["cases/new.yml: name: is not read: let its name end in .yaml"]


@pytest.mark.parametrize("broken", ["sources.yaml", "cases/orlova.yaml"])
def test_what_a_broken_file_holds_is_not_missed_wherever_it_is_named(tmp_path: Path, broken: str) -> None:
    folder = content.write(tmp_path, content.cases())
    with (folder / broken).open("a", encoding="utf-8") as file:
        file.write("broken: [")
    [problem] = problems(folder)
    assert problem.startswith(f"{broken}: line ")
    assert "cannot be read as YAML (while parsing a flow node" in problem
    assert problem.endswith(": put texts into double quotes, indent with spaces")


def _update(name: str, text: str = "News of the case.", corrects: str | None = None) -> Raw:
    told = {"ru": "Новость о деле.", "en": text}
    update: Raw = {"id": f"orlova.{name}", "date": "2026-11-20", "text": told, "claims": ["orlova.release"]}
    return update | ({"corrects": f"orlova.{corrects}"} if corrects else {})


@pytest.mark.parametrize("circle", [["one"], ["one", "two"]])
def test_an_update_corrects_another(tmp_path: Path, circle: list[str]) -> None:
    cases = content.cases()
    pairs = zip(circle, [*circle[1:], circle[0]], strict=True)
    cases["orlova"]["updates"] = [_update(name, corrects=wrong) for name, wrong in pairs] + [_update("fine")]
    assert problems(content.write(tmp_path, cases)) == [
        f"cases/orlova.yaml: orlova.{name}.corrects: corrects itself in the end: name the update that was wrong"
        for name in circle
    ]


def test_an_update_fits_into_one_message(tmp_path: Path) -> None:
    cases = content.cases()
    cases["orlova"]["updates"] = [_update("long", "News of it. " * 400)]
    [problem] = problems(content.write(tmp_path, cases))
    assert problem.startswith("cases/orlova.yaml: orlova.long.text.en: is 12")
    assert problem.endswith(" characters too long for one message: shorten it, or name fewer claims")
