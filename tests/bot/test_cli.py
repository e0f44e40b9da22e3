import io
import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from bot.simulator.simulator import Simulator
from tests import content


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, with the small content beside it."""
    monkeypatch.setenv("CONTENT_DIR", str(content.write(tmp_path / "content", content.cases())))
    monkeypatch.delenv("BOT_TOKEN", raising=False)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The exit code of the command line."""
    monkeypatch.setattr("sys.argv", ["solidarity", *arguments])
    with pytest.raises(SystemExit) as caught:
        main()
    return int(caught.value.code or 0)


def test_ask_prints_an_answer_with_its_sources(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "ask", "когда вышла вера орлова на свободу") == 0
    told = capsys.readouterr().out
    assert told.startswith("Вера Орлова вышла на свободу в мае 2018 года. [1]")
    assert "https://gazeta.example/2018" in told


def test_ask_without_a_question_says_how(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "ask") == 2
    assert "write a question" in capsys.readouterr().err


def test_json_lines_keep_their_form(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [
        {"id": "1", "question": "why was the portovik union closed"},
        {"id": "2", "question": "какая погода завтра"},
        {"id": "3", "question": "а когда она вышла на свободу", "previous": "приговорена вера орлова?"},
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(map(json.dumps, asked)) + "\n\n"))
    assert run(monkeypatch, "ask", "--jsonl") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    fields = ["id", "lang", "kind", "reason", "text", "claims", "sources", "case", "disputed", "ms"]
    assert [list(line) for line in lines] == [fields] * 3
    answer, abstention, follow_up = lines
    assert (answer["lang"], answer["kind"], answer["claims"][0], answer["case"]) == (
        "en",
        "answer",
        "portovik.closed",
        "portovik",
    )
    assert answer["sources"] == [
        {
            "id": "bulletin-2017",
            "publisher": "The Bulletin",
            "title": "A verdict in the north",
            "date": "2017-04-08",
            "url": "https://bulletin.example/2017/verdict",
        }
    ]
    assert (abstention["lang"], abstention["kind"], abstention["claims"]) == ("ru", "abstention", [])
    assert follow_up["claims"][0] == "orlova.release"


def test_a_bad_json_line_is_named_and_the_rest_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        '\ufeff{"id": "1"}',
        "[]",
        "{",
        '{"id": true, "question": "x"}',
        '{"id": 4, "question": "когда вышла вера орлова"}',
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    assert run(monkeypatch, "ask", "--jsonl") == 2
    captured = capsys.readouterr()
    complaints = [line for line in captured.err.splitlines() if line.startswith("line ")]
    assert [line.split(":")[0] for line in complaints] == ["line 1", "line 2", "line 3", "line 4"]
    assert "line 1: question: Field required" in captured.err
    assert json.loads(captured.out)["claims"][0] == "orlova.release"


@pytest.mark.parametrize("path", ["/etc/hostname", "/nowhere"])
def test_check_of_what_is_no_folder(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    assert run(monkeypatch, "check", path) == 1
    assert capsys.readouterr().err.startswith(f"{path}: folder: is no folder: correct the path or CONTENT_DIR")


@pytest.mark.parametrize("line", ["{}", "", "{"])
def test_evaluate_names_a_bad_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], elsewhere: Path, line: str
) -> None:
    (elsewhere / "set.jsonl").write_text(line, encoding="utf-8")
    assert run(monkeypatch, "evaluate", str(elsewhere / "set.jsonl")) == 1
    error = capsys.readouterr().err
    assert "set.jsonl:" in error
    assert "pydantic" not in error


def test_evaluate_of_another_encoding_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], elsewhere: Path
) -> None:
    (elsewhere / "set.jsonl").write_text('{"id": "1", "question": "кто"}', encoding="cp1251")
    assert run(monkeypatch, "evaluate", str(elsewhere / "set.jsonl")) == 1
    assert "set.jsonl: is not UTF-8 text: save it as UTF-8" in capsys.readouterr().err


def test_evaluate_names_a_claim_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], elsewhere: Path
) -> None:
    asked = {"id": "1", "question": "когда вышла орлова", "lang": "ru", "kind": "when", "claims": ["orlova.freed"]}
    (elsewhere / "set.jsonl").write_text(json.dumps(asked), encoding="utf-8")
    assert run(monkeypatch, "evaluate", str(elsewhere / "set.jsonl")) == 1
    assert "set.jsonl:1: claims: there is no claim orlova.freed: correct the id" in capsys.readouterr().err


def narrow(*arguments: str, told: str = "") -> bytes:
    """What the program writes where the terminal speaks Latin-1."""
    command = [sys.executable, "-c", "from bot.cli import main; main()", *arguments]
    latin = os.environ | {"PYTHONIOENCODING": "latin-1"}
    return subprocess.run(command, input=told.encode(), stdout=subprocess.PIPE, env=latin, check=True).stdout  # noqa: S603 (ours)


def test_json_lines_are_utf8_whatever_the_terminal_speaks() -> None:
    question = json.dumps({"id": 1, "question": "когда вышла вера орлова на свободу"}, ensure_ascii=False)
    assert json.loads(narrow("ask", "--jsonl", told=question))["text"].startswith("Вера Орлова вышла на свободу")


def test_a_terminal_without_cyrillic_gets_question_marks() -> None:
    assert narrow("ask", "когда вышла вера орлова на свободу").startswith(
        b"???? ?????? ????? ?? ??????? ? ??? 2018 ????. [1]"
    )


@pytest.mark.parametrize("place", ["taken", "taken/below"])
def test_a_data_folder_that_is_none_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], elsewhere: Path, place: str
) -> None:
    (elsewhere / "taken").write_text("a file", encoding="utf-8")
    monkeypatch.setenv("DATA_DIR", str(elsewhere / place))
    assert run(monkeypatch, "publish", "--dry-run") == 2
    error = capsys.readouterr().err
    assert error.startswith(f"DATA_DIR: {elsewhere}/taken")
    assert error.endswith(": name a folder that this program may write to\n")


def test_a_database_with_a_bad_port_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://user@127.0.0.1:port/name")
    assert run(monkeypatch, "publish", "--dry-run") == 2
    assert capsys.readouterr().err.startswith("DATABASE_URL: ")


def test_check_counts_what_it_found(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "check") == 0
    assert capsys.readouterr().out == "No problems: 2 cases, 4 claims, 2 sources, 0 letters, as of 2026-11-21.\n"


def test_check_lists_every_problem(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], elsewhere: Path
) -> None:
    cases = content.cases()
    cases["orlova"]["claims"][0]["sources"] = ["nowhere"]
    cases["portovik"]["related"] = ["nobody"]
    content.write(elsewhere / "content", cases)
    assert run(monkeypatch, "check") == 1
    assert capsys.readouterr().err.splitlines() == [
        "cases/orlova.yaml: orlova.sentence.sources: there is no source nowhere: correct the id or add it",
        "cases/portovik.yaml: related: there is no case nobody: correct the id or add it",
        "2 problems",
    ]


def test_evaluate_prints_rates(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], elsewhere: Path
) -> None:
    asked = [
        {"id": "1", "question": "когда вышла орлова", "lang": "ru", "kind": "when", "claims": ["orlova.release"]},
        {"id": "2", "question": "рецепт борща", "lang": "ru", "kind": "off-topic"},
    ]
    path = elsewhere / "questions.jsonl"
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in asked), encoding="utf-8")
    assert run(monkeypatch, "evaluate", str(path)) == 0
    assert "1/1 100.0%" in capsys.readouterr().out


def test_run_without_a_token_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "run") == 2
    error = capsys.readouterr().err
    assert error.startswith("BOT_TOKEN is missing: put the token")
    assert error.count("\n") == 1


def test_run_with_a_malformed_token(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("BOT_TOKEN", "not a token")
    assert run(monkeypatch, "run") == 2
    assert capsys.readouterr().err.startswith("BOT_TOKEN does not look like a token")


def test_run_without_a_connection(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123:abc")
    monkeypatch.setenv("TELEGRAM_API_BASE", "http://127.0.0.1:1")
    assert run(monkeypatch, "run") == 2
    assert capsys.readouterr().err.startswith("http://127.0.0.1:1 cannot be reached")


async def test_a_server_that_has_no_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import asyncio

    from bot.app import run_bot
    from bot.errors import ConnectionLost
    from bot.settings import read_settings

    async with Simulator.start() as simulator:
        simulator.faults.server_error(count=10)
        monkeypatch.setenv("BOT_TOKEN", simulator.token)
        monkeypatch.setenv("TELEGRAM_API_BASE", simulator.url)
        with pytest.raises(ConnectionLost, match="TelegramServerError"):
            await asyncio.to_thread(run_bot, read_settings())


async def test_a_refused_token_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import asyncio

    from bot.app import run_bot
    from bot.errors import TokenError
    from bot.settings import read_settings

    async with Simulator.start() as simulator:
        monkeypatch.setenv("BOT_TOKEN", "123:wrong")
        monkeypatch.setenv("TELEGRAM_API_BASE", simulator.url)
        with pytest.raises(TokenError, match="Telegram refuses BOT_TOKEN"):
            await asyncio.to_thread(run_bot, read_settings())


def test_no_log_carries_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, "check") == 0
    for library in ("httpx", "httpcore", "telegram", "alembic", "pymorphy3"):
        assert not logging.getLogger(library).isEnabledFor(logging.INFO)
