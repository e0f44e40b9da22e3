"""Folder -> Knowledge, collecting every problem before it raises."""

import hashlib
from pathlib import Path

from pydantic import TypeAdapter

from knowledge import body
from knowledge.base import Knowledge
from knowledge.body import Body
from knowledge.checks import check
from knowledge.errors import InvalidKnowledge, Problem
from knowledge.files import Files
from knowledge.letter import Addressee, Correspondence, Forms, Frame, Letter
from knowledge.schema import LANGUAGES, Case, Language, Never, Source

CONTENT = Path(__file__).parent / "content"


def load(folder: Path = CONTENT) -> Knowledge:
    """Read and check a content folder; InvalidKnowledge carries every problem found."""
    if not folder.is_dir():
        raise InvalidKnowledge([Problem(str(folder), "folder", "is no folder: correct the path or CONTENT_DIR")])
    files = Files(folder)
    _misnamed(files)
    sources = files.yaml(folder / "sources.yaml", TypeAdapter(dict[str, Source])) or {}
    never = files.yaml(folder / "never.yaml", TypeAdapter(tuple[Never, ...])) or ()
    cases, correspondence = _cases(files), _correspondence(files)
    known = "" if files.problems else fingerprint(folder)
    knowledge = Knowledge(sources, cases, never, known, correspondence)
    # What a file that cannot be read would have held is not missed a second time wherever it is named.
    unread = {problem.path for problem in files.problems}
    problems = [*files.problems, *(problem for problem in check(knowledge) if problem.lacks not in unread)]
    if problems:
        raise InvalidKnowledge(problems)
    return knowledge


def fingerprint(folder: Path) -> str:
    """A hash over every file that is read from the folder, names and bytes."""
    digest = hashlib.sha256()
    for path in sorted([*folder.rglob("*.yaml"), *folder.rglob("body.*.txt")]):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _misnamed(files: Files) -> None:
    """A file under another ending would be left out and nobody would notice."""
    for path in sorted(files.folder.rglob("*")):
        if path.suffix.lower() in {".yml", ".yaml"} and path.suffix != ".yaml":
            files.note(files.name(path), "name", "is not read: let its name end in .yaml")


def _cases(files: Files) -> dict[str, Case]:
    paths = sorted((files.folder / "cases").glob("*.yaml"))
    if not paths:
        files.note(str(files.folder / "cases"), "*.yaml", "no case files here: add one or correct the path")
    cases: dict[str, Case] = {}
    for path in paths:
        case = files.yaml(path, TypeAdapter(Case))
        if case is not None:
            cases[case.id] = case
            if case.id != path.stem:
                files.note(files.name(path), "id", f"is {case.id!r}: make id and file name the same")
    return cases


def _correspondence(files: Files) -> Correspondence:
    """A content folder without `letters/` has no letters, and needs nothing that belongs to them."""
    folder = files.folder / "letters"
    if not folder.is_dir():
        return Correspondence()
    letters = [_letter(files, path.parent) for path in sorted(folder.glob("*/letter.yaml"))]
    return Correspondence(
        addressees=files.yaml(folder / "addressees.yaml", TypeAdapter(dict[str, Addressee])) or {},
        names=files.yaml(folder / "names.yaml", TypeAdapter(dict[str, Forms])) or {},
        frame=files.yaml(folder / "frame.yaml", TypeAdapter(Frame)),
        letters={letter.id: letter for letter in letters if letter is not None},
    )


def _letter(files: Files, folder: Path) -> Letter | None:
    bodies: dict[Language, Body] = {}
    for language in LANGUAGES:
        parsed = files.text(folder / f"body.{language}.txt", body.parse)
        if parsed is not None:
            bodies[language] = parsed
    extra = {"id": folder.name, "body": bodies}
    letter = files.yaml(folder / "letter.yaml", TypeAdapter(Letter), extra)
    return letter if len(bodies) == len(LANGUAGES) else None
