"""Reads the files of a content folder, noting every problem instead of raising it."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from knowledge.errors import Problem

T = TypeVar("T")

_REMEDIES = {
    "missing": "add this field",
    "tuple_type": "write a list here: lines that begin with a hyphen, or [] for none",
    "dict_type": "write lines of the form `name: value` here, or {} for none",
    "model_type": "write lines of the form `name: value` here",
    "extra_forbidden": "unknown field: remove it or correct its name",
    "string_too_short": "write a text here",
}


class _Refused(yaml.MarkedYAMLError):
    """What is YAML, but nothing that a file here may hold."""


class _Loader(yaml.CSafeLoader):
    """Safe YAML that keeps scalars as written (a date stays text) and refuses a key given twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _Refused(problem="a key has to be a plain word: write one", problem_mark=key.start_mark)
            if key.value in seen:
                twice = f"the key {key.value!r} is given twice: keep it once"
                raise _Refused(problem=twice, problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag.endswith((":bool", ":null"))]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


class Files:
    """A content folder, and the `problems` seen in it so far."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []

    def yaml(self, path: Path, shape: TypeAdapter[T], extra: Mapping[str, object] | None = None) -> T | None:
        """What a YAML file holds, with the fields of `extra` added; None when it has problems."""

        def parse(text: str) -> T:
            raw = yaml.load(text, _Loader)  # noqa: S506 (a safe loader)
            return shape.validate_python({**raw, **extra} if extra and isinstance(raw, dict) else raw)

        return self.text(path, parse)

    def text(self, path: Path, parse: Callable[[str], T]) -> T | None:
        """What `parse` makes of a file; None when it cannot be read or parsed."""
        name = self.name(path)
        try:
            return parse(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            self.note(name, "file", "is missing: create it")
        except OSError as error:
            self.note(name, "file", f"cannot be read ({error.strerror}): correct the path or its permissions")
        except UnicodeDecodeError:
            self.note(name, "file", "is not UTF-8 text: save it as UTF-8")
        except yaml.YAMLError as error:
            self.note(name, *_unreadable(error))
        except ValidationError as error:
            self.problems.extend(_problems(name, error))
        except ValueError as error:
            self.note(name, "file", str(error))
        return None

    def note(self, name: str, field: str, remedy: str) -> None:
        self.problems.append(Problem(name, field, remedy))

    def name(self, path: Path) -> str:
        """A path as problems name it: from the content folder on."""
        return path.relative_to(self.folder).as_posix()


def _unreadable(error: yaml.YAMLError) -> tuple[str, str]:
    """Where YAML stumbled, and what it mostly is."""
    place, why = "file", " ".join(str(error).split())
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        place = f"line {error.problem_mark.line + 1}, column {error.problem_mark.column + 1}"
        why = " ".join(filter(None, (error.context, error.problem)))
    if isinstance(error, _Refused):
        return place, why
    return place, f"cannot be read as YAML ({why}): put texts into double quotes, indent with spaces"


def _problems(name: str, error: ValidationError) -> Iterator[Problem]:
    details = error.errors(include_url=False)
    places = [detail["loc"] for detail in details]
    for detail in details:
        # Of a list with a bad entry pydantic also says that it is too short without it.
        loc = detail["loc"]
        if detail["type"] == "too_short" and any(place[: len(loc)] == loc and place != loc for place in places):
            continue
        field = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in detail["loc"])
        yield Problem(name, field.lstrip(".") or "file", _remedy(detail))


def _remedy(detail: ErrorDetails) -> str:
    if detail["type"] in _REMEDIES:
        return _REMEDIES[detail["type"]]
    context: Mapping[str, Any] = detail.get("ctx", {})
    if detail["type"] == "too_short":
        actual, minimum = context["actual_length"], context["min_length"]
        return f"has {actual} of at least {minimum}: add {minimum - actual}"
    if "expected" in context:
        return f"{str(detail['input'])[:60]!r} is none of {context['expected']}: write one of these"
    if "pattern" in context:
        return f"{str(detail['input'])[:60]!r} does not have the form {context['pattern']}"
    return detail["msg"].removeprefix("Value error, ")
