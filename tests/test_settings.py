import re
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import Settings, read_settings
from knowledge.loader import CONTENT

EXAMPLE = Path(__file__).parent.parent / ".env.example"


def example() -> dict[str, str]:
    return dict(re.findall(r"^([A-Z_]+)=(.*)$", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE))


def test_the_example_lists_every_setting() -> None:
    assert list(example()) == [name.upper() for name in Settings.model_fields]


def test_the_example_shows_the_defaults(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    defaults = read_settings()
    monkeypatch.chdir(EXAMPLE.parent)
    (tmp_path / ".env").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_settings() == defaults
    assert defaults.content_dir == CONTENT
    assert defaults.demo_host == "127.0.0.1"


def test_every_line_of_the_example_is_explained() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if "=" in line and not line.startswith("#"):
            assert lines[number - 1].startswith("# "), line


def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO_PORT", "seven")
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    with pytest.raises(SettingsError, match=r"LOG_LEVEL: .*; DEMO_PORT: .*: correct it in .env"):
        read_settings()


@pytest.mark.parametrize("written", ["[123, 456]", "123,456", "123 456"])
def test_curators_are_written_with_or_without_brackets(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("CURATORS", written)
    assert read_settings().curators == (123, 456)


def test_a_curator_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CURATORS", "@anna")
    with pytest.raises(SettingsError, match="CURATORS"):
        read_settings()


def test_the_token_does_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123:secret")
    assert "secret" not in repr(read_settings())
