"""The rules of the house, read off the syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = ("knowledge", "retrieval", "handlers", "bot")
MAX_MODULE, MAX_FUNCTION = 250, 40

MODULES = [path for package in ORDER for path in sorted((ROOT / package).rglob("*.py"))]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_run_one_way(path: Path) -> None:
    own = ORDER.index(path.relative_to(ROOT).parts[0])
    outer = {module for module in imported(path) if module.split(".")[0] in ORDER[own + 1 :]}
    assert outer == set()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_relative_imports_are_not_used(path: Path) -> None:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    assert not [node.lineno for node in nodes if isinstance(node, ast.ImportFrom) and node.level]


def test_one_module_knows_python_telegram_bot() -> None:
    users = {name(path) for path in MODULES if any(module.split(".")[0] == "telegram" for module in imported(path))}
    assert users <= {"bot/sender.py"}


def test_knowledge_and_retrieval_know_neither_telegram_nor_a_database() -> None:
    for path in MODULES:
        if path.relative_to(ROOT).parts[0] in {"knowledge", "retrieval"}:
            roots = {module.split(".")[0] for module in imported(path)}
            assert not roots & {"aiogram", "telegram", "sqlalchemy", "aiohttp"}, name(path)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_MODULE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > MAX_FUNCTION] == []
