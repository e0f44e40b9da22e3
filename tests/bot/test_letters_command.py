"""`solidarity letters` and `solidarity letter` as a person at a shell uses them."""

import io
import json
from pathlib import Path

import pypdf
import pytest

from tests.bot.test_cli import run
from tests.letters import content


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CONTENT_DIR", str(content.write(tmp_path / "content")))
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    return tmp_path / "empty"


OPEN = ("--day", "2026-11-26")
SHUT = ("--day", "2027-07-01")


def test_the_list_is_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "letters", "--json", *OPEN) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "name": "review-orlova",
            "title": {"ru": "Пересмотреть приговор", "en": "Review the conviction"},
            "case": "orlova",
            "addressees": ["harbour-office", "court"],
            "languages": ["ru", "en"],
            "expires": "2027-06-30",
        }
    ]


def test_shut_letters_are_listed_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "letters", "--json", *SHUT) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run(monkeypatch, "letters", "--json", "--all", *SHUT) == 0
    [row] = json.loads(capsys.readouterr().out)
    assert (row["name"], row["open"], row["reason"]) == ("review-orlova", False, "expired")
    assert run(monkeypatch, "letters", "--all", "--lang", "ru", *SHUT) == 0
    assert "срок письма истёк" in capsys.readouterr().out


def test_a_letter_is_printed_and_its_address_is_doubted(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(monkeypatch, "letter", "review-orlova", "--name", "Анна Петрова", *OPEN) == 0
    told = capsysbinary.readouterr()
    assert told.out.decode().startswith("Анна Петрова\n26 ноября 2026 года\n\nВ Управление порта\n")
    assert "office@harbour.example was published in 2021 and has not been verified since" in told.err.decode()


@pytest.mark.parametrize(
    ("form", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("eml", b"X-Unsent: 1"), ("png", b"\x89PNG")]
)
def test_formats_go_into_a_file(monkeypatch: pytest.MonkeyPatch, elsewhere: Path, form: str, begins: bytes) -> None:
    out = elsewhere / f"letter.{form}"
    arguments = ("--to", "court", "--lang", "ru", "--format", form, "--out", str(out))
    assert run(monkeypatch, "letter", "review-orlova", *arguments, *OPEN) == 0
    assert out.read_bytes().startswith(begins)
    if form == "pdf":
        assert "В суд города Северный" in pypdf.PdfReader(io.BytesIO(out.read_bytes())).pages[0].extract_text()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("review-orlov", *OPEN), 2, "there is no letter 'review-orlov'"),
        (("review-orlova", *SHUT), 1, "review-orlova: may not be sent today (expired)"),
        (("review-orlova", "--to", "king", *OPEN), 1, "does not go to 'king': choose of harbour-office, court"),
        (("review-orlova", "--name", "я" * 81, *OPEN), 1, "name: has 81 characters: shorten it to 80"),
        (("review-orlova", "--out", "nowhere/letter.txt", *OPEN), 2, "nowhere/letter.txt: cannot be written"),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_told(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
    told: str,
) -> None:
    assert run(monkeypatch, "letter", *arguments) == code
    error = capsys.readouterr().err
    assert told in error
    assert "Traceback" not in error


def test_check_names_what_time_has_shut(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    folder = content.write(Path("../content"), content.letter() | {"verified_on": "2025-11-20"})
    assert run(monkeypatch, "check", str(folder)) == 1
    assert "letters/review-orlova/letter.yaml: letter: was last verified on 2025-11-20" in capsys.readouterr().err
