"""`solidarity publish` and `solidarity rotate-key` at a shell."""

import asyncio
import datetime as dt
from pathlib import Path

import pytest

from bot.database import open_database
from bot.keys import new_key, read_keys
from bot.outbox import Outbox
from bot.subscriptions import Subscriptions
from bot.vault import Vault
from handlers.follower import Follower
from tests import content
from tests.bot.test_cli import run
from tests.bot.test_following import news

TODAY = dt.datetime.now(dt.UTC).date()


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A follower of everything, a fresh update and an old one."""
    cases = content.cases()
    cases["orlova"]["as_of"] = TODAY.isoformat()
    cases["orlova"]["updates"] = [news("fresh", TODAY.isoformat()), news("old", "2018-05-28")]
    monkeypatch.setenv("CONTENT_DIR", str(content.write(tmp_path / "content", cases)))
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "var"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "var").mkdir()
    asyncio.run(_follow(tmp_path / "var"))
    return tmp_path / "var"


async def _follow(folder: Path) -> None:
    engine = await open_database(f"sqlite:///{folder / 'solidarity.sqlite'}")
    await Subscriptions(engine, Vault(read_keys("", folder))).follow(Follower(7, "en"), "orlova")
    await engine.dispose()


async def _counts(folder: Path) -> dict[str, int]:
    engine = await open_database(f"sqlite:///{folder / 'solidarity.sqlite'}")
    counts = await Outbox(engine, dt.timedelta(seconds=1)).counts()
    await engine.dispose()
    return counts


def test_a_dry_run_shows_both_languages_and_sends_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], elsewhere: Path
) -> None:
    assert run(monkeypatch, "publish", "--dry-run") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"orlova.fresh ({TODAY}, new): 1 chats",
        "  ru: Новость fresh о деле.",
        "  en: News fresh of the case.",
        "1 older updates would become history: nobody is told, unless you name them.",
    ]
    assert asyncio.run(_counts(elsewhere)) == {}


def test_publishing_twice_tells_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], elsewhere: Path
) -> None:
    assert run(monkeypatch, "publish") == 0
    assert capsys.readouterr().out == "orlova.fresh: 1 deliveries\n"
    assert run(monkeypatch, "publish") == 0
    assert capsys.readouterr().out == "Nothing to publish.\n"
    assert asyncio.run(_counts(elsewhere)) == {"due": 1}


def test_an_old_update_goes_out_when_it_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "publish", "orlova.old") == 0
    assert capsys.readouterr().out == "orlova.old: 1 deliveries\n"
    assert run(monkeypatch, "publish", "orlova.nothing") == 2
    assert "orlova.nothing: no such update is waiting" in capsys.readouterr().err


def test_a_key_is_rotated(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], elsewhere: Path) -> None:
    keys = elsewhere / "data.keys"
    keys.write_text(f"{new_key()}\n{keys.read_text(encoding='ascii')}", encoding="ascii")
    assert run(monkeypatch, "rotate-key") == 0
    assert capsys.readouterr().out.startswith("1 chats are encrypted with the newest key")
    keys.write_text(keys.read_text(encoding="ascii").splitlines()[0], encoding="ascii")
    assert run(monkeypatch, "publish") == 0
    assert capsys.readouterr().out == "orlova.fresh: 1 deliveries\n"


def test_deliver_without_a_token_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("BOT_TOKEN", "")
    assert run(monkeypatch, "deliver") == 2
    assert "BOT_TOKEN is missing" in capsys.readouterr().err
