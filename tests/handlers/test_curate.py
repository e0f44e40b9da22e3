"""/curate: only for curators, with a look first, and for two where two have to agree."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from handlers.callbacks import Publish, Release, digest
from knowledge.base import Knowledge
from knowledge.loader import load
from tests import content
from tests.bot.test_following import news
from tests.handlers.fakes import DeskPublishing
from tests.handlers.telegram import ANNA, BORIS, Telegram, buttons, edited, sent, toast, visible

STRANGER = {"id": 9, "is_bot": False, "first_name": "Eve", "language_code": "en"}


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder: Path = tmp_path_factory.mktemp("curate")
    cases = content.cases()
    cases["orlova"]["updates"] = [news("one")]
    return load(content.write(folder, cases))


@pytest.fixture
def code(publishing: DeskPublishing) -> str:
    [one] = publishing.on_hand
    return digest(one.content)


async def test_a_curator_sees_looks_and_publishes(telegram: Telegram, publishing: DeskPublishing, code: str) -> None:
    [listed] = await telegram.write("/curate")
    assert visible(listed) == "1 update is not published. Look at one:"
    assert buttons(listed) == [("orlova.one", Publish(content=code).pack())]
    [shown] = sent(await telegram.tap(Publish(content=code).pack()))
    assert "News: Vera Orlova\n\nNews one of the case.\n20 November 2026" in visible(shown)
    assert "Новости: Вера Орлова" in visible(shown)
    assert buttons(shown) == [("Publish to 5 followers", Release(content=code).pack())]
    [published] = sent(await telegram.tap(Release(content=code).pack()))
    assert visible(published) == "Published: 5 deliveries."
    await asyncio.sleep(0.05)
    [progress] = edited(telegram.session.sent)
    assert visible(progress) == "Sent 4, left 0, failed 0, blocked 1. About 0 min to go."
    assert publishing.published == ["orlova.one"]
    assert toast(await telegram.tap(Release(content=code).pack())) == (
        "This update has already been published, or has changed. /curate"
    )


async def test_nobody_else_can(telegram: Telegram, publishing: DeskPublishing, code: str) -> None:
    [refused] = await telegram.write("/curate", user=STRANGER)
    assert visible(refused) == "I have no such command. What I can do: /help"
    for data in (Publish(content=code), Release(content=code)):
        assert sent(await telegram.tap(data.pack(), user=STRANGER)) == []
    assert publishing.published == []


async def test_two_have_to_agree(telegram: Telegram, publishing: DeskPublishing, code: str) -> None:
    publishing.least = 2
    done = await telegram.tap(Release(content=code).pack(), user=ANNA)
    [asked] = sent(done)
    assert asked.chat_id == 8
    assert visible(asked).startswith(
        "Another curator wants to publish this. Read it, and tap the button if you agree.\n\n"
    )
    assert "News one of the case.\n20 November 2026" in visible(asked)
    assert "Новости: Вера Орлова" in visible(asked)
    assert publishing.published == []
    [(_, agree)] = buttons(asked)
    await telegram.tap(agree, user=ANNA)
    assert publishing.published == []
    await telegram.tap(agree, user=BORIS)
    assert publishing.published == ["orlova.one"]


async def test_a_second_curator_is_asked_in_two_messages_where_one_is_too_short(
    telegram: Telegram, publishing: DeskPublishing
) -> None:
    publishing.least = 2
    [one] = publishing.on_hand
    text = one.update.text.model_copy(update={"ru": "Новость. " * 300, "en": "News of it. " * 250})
    publishing.on_hand = [replace(one, update=one.update.model_copy(update={"text": text}))]
    code = digest(publishing.on_hand[0].content)
    *first, last = sent(await telegram.tap(Release(content=code).pack(), user=ANNA))
    assert len(first) == 1
    assert [buttons(message) for message in first] == [[]]
    assert buttons(last) == [("Publish to 5 followers", Release(content=code).pack())]


async def test_a_text_that_has_changed_since_it_was_read_is_not_agreed_to(
    telegram: Telegram, publishing: DeskPublishing, code: str
) -> None:
    publishing.least = 2
    [asked] = sent(await telegram.tap(Release(content=code).pack(), user=ANNA))
    [(_, agree)] = buttons(asked)
    [one] = publishing.on_hand
    text = one.update.text.model_copy(update={"en": "News one of the case, told otherwise."})
    publishing.on_hand = [replace(one, update=one.update.model_copy(update={"text": text}))]
    assert toast(await telegram.tap(agree, user=BORIS)) == "Это обновление уже опубликовано или изменилось. /curate"
    assert publishing.published == []


async def test_one_curator_does_not_agree_with_themselves(
    telegram: Telegram, publishing: DeskPublishing, code: str
) -> None:
    publishing.least = 2
    for _ in range(3):
        await telegram.tap(Release(content=code).pack(), user=ANNA)
    assert publishing.published == []
