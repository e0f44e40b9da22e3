"""Folder -> Knowledge, collecting every problem before it raises."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from knowledge.base import Knowledge
from knowledge.checks import check
from knowledge.errors import InvalidKnowledge, Problem
from knowledge.schema import Case, Never, Source

CONTENT = Path(__file__).parent / "content"

T = TypeVar("T")

_REMEDIES = {
    "missing": "add this field",
    "extra_forbidden": "unknown field: remove it or correct its name",
    "string_too_short": "write a text here",
}


class _Loader(yaml.CSafeLoader):
    """Safe YAML that keeps scalars as written (a date stays text) and refuses a key given twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(problem="a key has to be a plain word", problem_mark=key.start_mark)
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"the key {key.value!r} is given twice", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag.endswith((":bool", ":null"))]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def load(folder: Path = CONTENT) -> Knowledge:
    """Read and check a content folder; InvalidKnowledge carries every problem found."""
    if not folder.is_dir():
        raise InvalidKnowledge([Problem(str(folder), "folder", "is no folder: correct the path or CONTENT_DIR")])
    problems: list[Problem] = []
    sources = _read(folder, folder / "sources.yaml", TypeAdapter(dict[str, Source]), problems) or {}
    never = _read(folder, folder / "never.yaml", TypeAdapter(tuple[Never, ...]), problems) or ()
    cases: dict[str, Case] = {}
    for path in _case_files(folder, problems):
        case = _read(folder, path, TypeAdapter(Case), problems)
        if case is not None:
            cases[case.id] = case
            if case.id != path.stem:
                problems.append(Problem(_name(folder, path), "id", f"is {case.id!r}: make id and file name the same"))
    knowledge = Knowledge(sources, cases, never, "" if problems else fingerprint(folder))
    problems.extend(check(knowledge))
    if problems:
        raise InvalidKnowledge(problems)
    return knowledge


def fingerprint(folder: Path) -> str:
    """A hash over every YAML file of the folder, names and bytes."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        digest.update(_name(folder, path).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _case_files(folder: Path, problems: list[Problem]) -> list[Path]:
    files = sorted((folder / "cases").glob("*.yaml"))
    if not files:
        problems.append(Problem(str(folder / "cases"), "*.yaml", "no case files here: add one or correct the path"))
    return files


def _read(folder: Path, path: Path, shape: TypeAdapter[T], problems: list[Problem]) -> T | None:
    name = _name(folder, path)
    try:
        return shape.validate_python(yaml.load(path.read_text(encoding="utf-8"), _Loader))  # noqa: S506 (a safe loader)
    except FileNotFoundError:
        problems.append(Problem(name, "file", "is missing: create it"))
    except OSError as error:
        problems.append(
            Problem(name, "file", f"cannot be read ({error.strerror}): correct the path or its permissions")
        )
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        problems.append(Problem(name, "file", f"cannot be read as YAML: {' '.join(str(error).split())}"))
    except ValidationError as error:
        problems.extend(_problems(name, error))
    return None


def _problems(name: str, error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        field = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in detail["loc"])
        yield Problem(name, field.lstrip(".") or "file", _remedy(detail))


def _remedy(detail: ErrorDetails) -> str:
    if detail["type"] in _REMEDIES:
        return _REMEDIES[detail["type"]]
    context: Mapping[str, Any] = detail.get("ctx", {})
    if detail["type"] == "too_short":
        actual, minimum = context["actual_length"], context["min_length"]
        return f"has {actual} of at least {minimum}: add {minimum - actual}"
    if "pattern" in context:
        return f"{str(detail['input'])[:60]!r} does not have the form {context['pattern']}"
    return detail["msg"].removeprefix("Value error, ")


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()
