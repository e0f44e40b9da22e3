import re
from enum import StrEnum
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from handlers.commands import GROUP, PRIVATE
from handlers.draft import WRITTEN, Step
from handlers.errors import BrokenText, MissingText
from handlers.fallback import _MEDIA
from handlers.follower import Pace
from handlers.inputs import Input
from handlers.keyboards import EXAMPLES
from handlers.texts import LOCALES, Say, Texts
from knowledge.letters import Shut
from knowledge.schema import LANGUAGES, Kind, Language, Reliability, State
from retrieval.answer import Reason


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def messages(language: Language) -> dict[str, set[str]]:
    """Key -> variables."""
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse((LOCALES / f"{language}.ftl").read_text(encoding="utf-8")).body:
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, "is given twice"
            visitor = Variables()
            visitor.visit(entry)
            found[entry.id.name] = visitor.names
    return found


def test_both_languages_have_the_same_keys() -> None:
    assert messages("ru").keys() == messages("en").keys()


def test_both_languages_use_the_same_variables() -> None:
    ru, en = messages("ru"), messages("en")
    # English names every language in full; Russian abbreviates the common ones.
    assert {key for key in ru if ru[key] != en[key]} <= {"language-mark"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("prefix", "values"), [("state", State), ("kind", Kind), ("reason", Reason)])
def test_every_value_has_a_label(language: Language, prefix: str, values: type[StrEnum]) -> None:
    assert {f"{prefix}-{value}" for value in values} <= messages(language).keys()


def test_every_computed_key_exists() -> None:
    keys = {f"reliability-{value.name.lower()}" for value in Reliability}
    keys |= {f"input-{value}" for value in Input if value is not Input.QUESTION}
    keys |= {f"media-{kind}" for kind in _MEDIA}
    keys |= {f"command-{command}" for command in (*PRIVATE, *GROUP)}
    keys |= {f"example-{number}" for number in EXAMPLES}
    keys |= {f"language-{language}" for language in LANGUAGES}
    keys |= {f"letter-language-{language}" for language in LANGUAGES}
    keys |= {f"letter-shut-{shut}" for shut in Shut}
    keys |= {f"letter-ask-{step}" for step in (Step.LANGUAGE, *WRITTEN)}
    keys |= {f"button-edit-{step}" for step in (Step.TO, Step.LANGUAGE, *WRITTEN)}
    keys |= {f"{prefix}-{pace}" for prefix in ("pace", "button-pace") for pace in Pace}
    assert keys <= messages("en").keys()


def test_every_text_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in LOCALES.parent.glob("*.py"))
    code += (LOCALES / "en.ftl").read_text(encoding="utf-8").replace("\n", " ")
    computed = re.compile(
        r"(state|kind|reason|reliability|input|media|command|example|language|date|listed|since"
        r"|letter-shut|letter-ask|letter-language|button-edit|pace|button-pace)-[a-z0-9_-]+"
    )
    assert [key for key in messages("en") if not computed.fullmatch(key) and f'"{key}"' not in code] == []


@pytest.mark.parametrize(
    ("count", "ru_title", "en_title"),
    [
        (1, "В базе 1 дело, страница 1 из 2", "1 case, page 1 of 2"),
        (3, "В базе 3 дела, страница 1 из 2", "3 cases, page 1 of 2"),
        (25, "В базе 25 дел, страница 1 из 2", "25 cases, page 1 of 2"),
    ],
)
def test_plurals(count: int, ru_title: str, en_title: str, ru: Say, en: Say) -> None:
    assert ru("cases", count=count, page=1, pages=2) == ru_title
    assert en("cases", count=count, page=1, pages=2) == en_title


def test_numbers_are_grouped_as_the_language_does(ru: Say, en: Say) -> None:
    assert "до 1\xa0000 знаков" in ru("input-too_long", limit=1000)
    assert "at most 1,000 characters" in en("input-too_long", limit=1000)


def test_a_missing_text_is_named(texts: Texts) -> None:
    with pytest.raises(MissingText, match=re.escape("locales/ru.ftl: no-such-key: is missing: add this text")):
        texts("no-such-key", "ru")


def test_a_missing_variable_is_named(texts: Texts) -> None:
    with pytest.raises(BrokenText, match=re.escape("locales/en.ftl: fault: Unknown external: reference")):
        texts("fault", "en")


def test_a_file_that_does_not_parse_is_refused(tmp_path: Path) -> None:
    for language in LANGUAGES:
        (tmp_path / f"{language}.ftl").write_text("greeting = Hi\nnot fluent at all\n", encoding="utf-8")
    with pytest.raises(BrokenText, match="not fluent at all"):
        Texts.load(tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_fit_where_telegram_shows_them(language: Language, texts: Texts) -> None:
    say = texts.speak(language)
    assert len(say("description")) <= 512
    assert len(say("description-short")) <= 120
    assert all(1 <= len(say(f"command-{command}")) <= 256 for command in PRIVATE)
    assert all(len(say(key)) <= 200 for key in ("vanished", "button-gone", "choice-gone", "case-gone", "sources-gone"))
