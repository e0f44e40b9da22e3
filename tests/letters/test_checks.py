"""What `solidarity check` says of letters that are not well-formed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import InvalidKnowledge
from knowledge.loader import load
from tests.content import Raw, dump
from tests.letters import content
from tests.letters.content import BODY_EN, BODY_RU

WHERE = "letters/review-orlova"
NO_VALUE = "has no value: declare it under values in letter.yaml"


def problems(folder: Path) -> list[str]:
    with pytest.raises(InvalidKnowledge) as caught:
        load(folder)
    return [str(problem) for problem in caught.value.problems]


def test_a_sound_folder_loads(tmp_path: Path) -> None:
    letter = load(content.write(tmp_path)).letters["review-orlova"]
    assert (letter.id, letter.cases) == ("review-orlova", ("orlova",))
    assert [paragraph.name for paragraph in letter.body["ru"].paragraphs] == ["opening", "asks", "closing"]


def test_a_folder_without_letters_needs_none_of_their_files(tmp_path: Path) -> None:
    folder = content.write(tmp_path)
    for path in sorted((folder / "letters").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (folder / "letters").rmdir()
    assert load(folder).letters == {}


def _set(field: str, value: object) -> Callable[[Raw], None]:
    return lambda letter: letter.update({field: value})


def _ask(field: str, value: object) -> Callable[[Raw], None]:
    return lambda letter: letter["asks"][0].update({field: value})


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (_set("case", "nobody"), "letter.yaml: case: there is no case nobody: correct the id or add it"),
        (_set("addressees", ["king"]), "letter.yaml: addressees: there is no addressee king: correct the id or add it"),
        (_set("facts", ["orlova.x"]), "letter.yaml: facts: there is no claim orlova.x: correct the id or add it"),
        (
            _set("expires", "2026-11-01"),
            "letter.yaml: expires: 2026-11-01 lies before verified_on: correct one of them",
        ),
        (_ask("until", "2018-01-01"), "letter.yaml: asks.review: ends on 2018-01-01, before it begins: correct one"),
        (
            _ask("evidence", ["orlova.gone"]),
            "letter.yaml: asks.review.evidence: there is no claim orlova.gone: correct the id or add it",
        ),
        (
            _set("title", {"ru": "Review it", "en": "Review it"}),
            "letter.yaml: title.ru: 'Review it' is not in this language: translate it",
        ),
        (_set("verified_on", "yesterday"), None),
    ],
)  # fmt: skip
def test_problems_are_named(tmp_path: Path, change: Callable[[Raw], None], problem: str | None) -> None:
    letter = content.letter()
    change(letter)
    told = problems(content.write(tmp_path, letter))
    if problem is None:
        assert told[0].startswith(f"{WHERE}/letter.yaml: verified_on: ")
    else:
        assert f"{WHERE}/{problem}" in told


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("{sum}", "{fine}", f"[opening]: {WHERE}: {{fine}} {NO_VALUE}"),
        ("{orlova.loct}", "{orlova.loc}", f"[opening]: {WHERE}: {{orlova.loc}} {NO_VALUE}"),
        ("{orlova.loct}", "{orlova}", f"[opening]: {WHERE}: {{orlova}} {NO_VALUE}"),
        ("{orlova.loct}", "{Orlova!}", "file: {Orlova!} is no slot: write {name} or {name.gent}"),
        ("{orlova.loct}", "{orlova.loct", "file: has a brace that belongs to no slot: remove it"),
        ("---\nНадеюсь на ответ.\n", "", "file: [closing] has 2 of at least 3 different wordings: add more"),
        ("Надеюсь на ответ.\n", "", "file: [closing] has an empty wording: write it or remove the line ---"),
        ("[closing]", "[end]", "file: needs exactly one paragraph [closing]"),
        ("[opening]\n", "", "file: begin the first paragraph with its name on a line of its own, such as [opening]"),
        ("[closing]\nЖду", "[closing]\nх\n---\nу\n---\nz\n[more]\nЖду", "file: [closing] has to be the last paragraph"),
    ],
)  # fmt: skip
def test_problems_of_a_body_are_named(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert old in BODY_RU
    told = problems(content.write(tmp_path, bodies=(BODY_RU.replace(old, new, 1), BODY_EN)))
    assert f"{WHERE}/body.ru.txt: {problem}" in told


def test_a_value_that_no_body_uses_is_named(tmp_path: Path) -> None:
    letter = content.letter()
    letter["values"]["idle"] = {"date": "2017"}
    assert problems(content.write(tmp_path, letter)) == [
        f"{WHERE}/letter.yaml: values.idle: no body uses it: use it or remove it"
    ]


def test_a_missing_body_and_frame_are_named(tmp_path: Path) -> None:
    folder = content.write(tmp_path)
    (folder / WHERE / "body.en.txt").unlink()
    assert problems(folder) == [f"{WHERE}/body.en.txt: file: is missing: create it"]
    content.write(tmp_path)
    (folder / "letters" / "frame.yaml").unlink()
    assert "letters/frame.yaml: file: is missing: create it" in problems(folder)


def test_forms_of_a_name_belong_to_the_case(tmp_path: Path) -> None:
    folder = content.write(tmp_path)
    dump(folder / "letters" / "names.yaml", {"orlova": content.NAMES["orlova"] | {"nomn": "Вера Орлов"}})
    assert problems(folder) == ["letters/names.yaml: orlova: the case is called Вера Орлова, Vera Orlova: write it so"]


def test_what_must_never_be_said_is_not_said_in_a_letter(tmp_path: Path) -> None:
    letter = content.letter()
    letter["asks"][0]["text"]["en"] = "free Vera Orlova."
    folder = content.write(tmp_path, letter)
    rule = {
        "id": "free-orlova",
        "reason": "she is free",
        "remedy": "ask for a review",
        "wordings": [{"about": "Orlova", "unless": "said", "patterns": ["free Vera"]}],
    }
    dump(folder / "never.yaml", [rule])
    assert problems(folder) == [f"{WHERE}/body.en.txt: asks.review: she is free (free-orlova): ask for a review"]


def test_an_id_fits_an_inline_result(tmp_path: Path) -> None:
    folder = content.write(tmp_path)
    (folder / "letters" / "review-orlova").rename(folder / "letters" / ("x" * 58))
    [problem] = problems(folder)
    assert problem.startswith(f"letters/{'x' * 58}/letter.yaml: id: ")
    assert "57" in problem
