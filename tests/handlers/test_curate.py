"""/curate: only for curators, with a look first, and for two where two have to agree."""

import asyncio
from pathlib import Path

import pytest

from handlers.callbacks import Publish, Release, digest
from knowledge.base import Knowledge
from knowledge.loader import load
from tests import content
from tests.bot.test_following import news
from tests.handlers.fakes import DeskPublishing
from tests.handlers.telegram import ANNA, BORIS, Telegram, buttons, edited, sent, toast, visible

CODE = digest("orlova.one")
STRANGER = {"id": 9, "is_bot": False, "first_name": "Eve", "language_code": "en"}


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder: Path = tmp_path_factory.mktemp("curate")
    cases = content.cases()
    cases["orlova"]["updates"] = [news("one")]
    return load(content.write(folder, cases))


async def test_a_curator_sees_looks_and_publishes(telegram: Telegram, publishing: DeskPublishing) -> None:
    [listed] = await telegram.write("/curate")
    assert visible(listed) == "1 update is not published. Look at one:"
    assert buttons(listed) == [("orlova.one", Publish(update=CODE).pack())]
    [shown] = sent(await telegram.tap(Publish(update=CODE).pack()))
    assert "News: Vera Orlova\n\nNews one of the case.\n20 November 2026" in visible(shown)
    assert "Новости: Вера Орлова" in visible(shown)
    assert buttons(shown) == [("Publish to 5 followers", Release(update=CODE).pack())]
    [published] = sent(await telegram.tap(Release(update=CODE).pack()))
    assert visible(published) == "Published: 5 deliveries."
    await asyncio.sleep(0.05)
    [progress] = edited(telegram.session.sent)
    assert visible(progress) == "Sent 4, left 0, failed 0, blocked 1. About 0 min to go."
    assert publishing.published == ["orlova.one"]
    assert toast(await telegram.tap(Release(update=CODE).pack())) == (
        "This update has already been published, or has changed. /curate"
    )


async def test_nobody_else_can(telegram: Telegram, publishing: DeskPublishing) -> None:
    [refused] = await telegram.write("/curate", user=STRANGER)
    assert visible(refused) == "I have no such command. What I can do: /help"
    for data in (Publish(update=CODE), Release(update=CODE)):
        assert sent(await telegram.tap(data.pack(), user=STRANGER)) == []
    assert publishing.published == []


async def test_two_have_to_agree(telegram: Telegram, publishing: DeskPublishing) -> None:
    publishing.least = 2
    done = await telegram.tap(Release(update=CODE).pack(), user=ANNA)
    [asked] = sent(done)
    assert (asked.chat_id, asked.text) == (
        8,
        "Another curator wants to publish orlova.one. Tap to agree; to read it first, use /curate",
    )
    assert publishing.published == []
    [(_, agree)] = buttons(asked)
    await telegram.tap(agree, user=ANNA)
    assert publishing.published == []
    await telegram.tap(agree, user=BORIS)
    assert publishing.published == ["orlova.one"]


async def test_one_curator_does_not_agree_with_themselves(telegram: Telegram, publishing: DeskPublishing) -> None:
    publishing.least = 2
    for _ in range(3):
        await telegram.tap(Release(update=CODE).pack(), user=ANNA)
    assert publishing.published == []
