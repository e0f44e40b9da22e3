"""Whatever comes in, nothing raises, and nobody's rows are changed by somebody else."""

import random
import string
from pathlib import Path
from typing import Any

import pytest
from aiogram.fsm.storage.memory import MemoryStorage

from bot.content import Content
from bot.counts import LetterCounts
from bot.curation import Curation
from bot.database import open_database
from bot.outbox import Outbox
from bot.subscriptions import Subscriptions
from bot.vault import Vault
from handlers.callbacks import Follow, Forget, LetterTo, OpenLetter, Publish, Quiet, Release, SetPace, Unfollow, digest
from handlers.dispatcher import build
from handlers.follower import Follower, Pace
from handlers.ports import Supplies
from handlers.texts import Texts
from tests.bot.test_following import LEASE
from tests.handlers.fakes import HandClock, MemoryLanguages, PaperPress, ScriptedAnswerer
from tests.handlers.telegram import ANNA, RecordingSession, Telegram
from tests.letters import content

PREFIXES = (
    *("c", "cp", "cs", "l", "w", "s", "a", "e", "q", "ll", "lo"),
    *("lt", "li", "ls", "f", "u", "p", "qt", "fg", "pb", "rl", "lang"),
)


def callback(chance: random.Random) -> str:
    """Real data, real data with a part changed, or rubbish."""
    real = [
        Follow(case_id="orlova").pack(),
        Unfollow(case_id="orlova").pack(),
        SetPace(pace=Pace.DAILY).pack(),
        Quiet(silent=True).pack(),
        Forget(sure=True).pack(),
        LetterTo(letter=digest("review-orlova"), number=0).pack(),
        OpenLetter.of("review-orlova", "en").pack(),
        Publish(content=digest("x")).pack(),
        Release(content=digest("x")).pack(),
    ]
    kind = chance.randrange(3)
    if kind == 0:
        return chance.choice(real)
    parts = chance.choice(real).split(":")
    if kind == 1:
        parts[chance.randrange(len(parts))] = "".join(chance.choices(string.printable, k=chance.randrange(8)))
        return ":".join(parts)[:64]
    length = chance.randrange(30)
    return f"{chance.choice(PREFIXES)}:{''.join(chance.choices(string.printable + 'яЖ🔥', k=length))}"[:40]


def message(chance: random.Random) -> str:
    alphabet = string.printable + "абвгЖ\u202e\x00🔥/{}<>#"
    commands = ("/start letter_", "/letters", "/follow", "/stop", "/forget", "/mydata", "/curate", "/privacy", "")
    return chance.choice(commands) + "".join(chance.choices(alphabet, k=chance.randrange(60)))


@pytest.mark.parametrize("seed", range(4))
async def test_nothing_raises_and_nobody_else_is_touched(
    seed: int, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    engine = await open_database(f"sqlite:///{tmp_path / 'bot.sqlite'}")
    knowledge, clock = content.knowledge(tmp_path / "content"), HandClock()
    follows, outbox = Subscriptions(engine, Vault([bytes(32)])), Outbox(engine, LEASE)
    files = Content(knowledge, tmp_path / "content", tmp_path / "cache")
    curation = Curation(engine, files, outbox, (99,), clock, lambda: clock().date(), needs_two=False, per_second=25)
    dispatcher = build(
        answerer=ScriptedAnswerer(knowledge),
        knowledge=knowledge,
        languages=MemoryLanguages(),
        texts=Texts.load(),
        storage=MemoryStorage(),
        clock=clock,
        supplies=Supplies(lambda: clock().date(), PaperPress(), LetterCounts(engine), follows, curation),
    )
    telegram = Telegram(dispatcher, RecordingSession())
    boris = Follower(8, "ru", silent=True)
    await follows.follow(boris, "orlova", Pace.WEEKLY)
    chance = random.Random(seed)  # noqa: S311 (no secret)
    for _ in range(250):
        await _act(telegram, chance)
    assert [record for record in caplog.records if "fault" in record.getMessage()] == []
    assert await follows.follower(boris.chat_id) == boris
    assert await follows.following(boris.chat_id) == {"orlova": Pace.WEEKLY}
    await engine.dispose()


async def _act(telegram: Telegram, chance: random.Random) -> list[Any]:
    if chance.random() < 0.6:
        return await telegram.tap(callback(chance), user=ANNA)
    return await telegram.update(message=telegram.message(message(chance) or "x", ANNA, None))
