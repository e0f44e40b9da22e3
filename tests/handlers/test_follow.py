"""Following, being told how one wishes, and being forgotten."""

import json

import pytest
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile

from handlers.callbacks import ChooseLanguage, Follow, Forget, OpenCase, Quiet, SetPace, Unfollow
from handlers.follower import ALL, Follower, Pace
from tests.handlers.fakes import MemoryFollows
from tests.handlers.telegram import ANNA, BORIS, GROUP, Telegram, buttons, sent, toast, visible

FOLLOW = Follow(case_id="orlova").pack()
EVERYTHING = Follow(case_id=ALL).pack()


async def test_a_card_and_an_answer_lead_to_following(telegram: Telegram) -> None:
    [card] = sent(await telegram.tap(OpenCase(language="en", case_id="orlova").pack()))
    [answer] = await telegram.write("how long did orlova get")
    assert dict(buttons(card))["Follow"] == FOLLOW
    assert dict(buttons(answer))["Follow"] == FOLLOW


async def test_following_a_case_and_all(telegram: Telegram, follows: MemoryFollows) -> None:
    [done] = sent(await telegram.tap(FOLLOW))
    assert visible(done).startswith("✓ You will be told. This chat follows:\n• Vera Orlova\n\nYou are told at once.")
    assert follows.chats == {7: Follower(7, "en")}
    await telegram.tap(EVERYTHING, user=BORIS)
    assert follows.cases == {7: {"orlova": Pace.INSTANT}, 8: {ALL: Pace.INSTANT}}
    [listed] = await telegram.write("/following", user=BORIS)
    assert "• все дела" in visible(listed)


async def test_following_twice_is_following_once(telegram: Telegram, follows: MemoryFollows) -> None:
    await telegram.tap(FOLLOW)
    await telegram.tap(FOLLOW)
    assert follows.cases == {7: {"orlova": Pace.INSTANT}}


async def test_follow_offers_the_case_spoken_of(telegram: Telegram) -> None:
    await telegram.write("how long did orlova get")
    [offer] = await telegram.write("/follow")
    assert buttons(offer) == [("Vera Orlova", FOLLOW), ("Follow all cases", EVERYTHING)]


async def test_stopping_one(telegram: Telegram, follows: MemoryFollows) -> None:
    await telegram.tap(FOLLOW)
    await telegram.tap(EVERYTHING)
    await telegram.tap(Unfollow(case_id="orlova").pack())
    assert follows.cases == {7: {ALL: Pace.INSTANT}}
    [nothing] = sent(await telegram.tap(Unfollow(case_id=ALL).pack()))
    assert visible(nothing).startswith("This chat follows nothing.")
    assert follows.chats == {}


async def test_stopping_everything(telegram: Telegram, follows: MemoryFollows) -> None:
    await telegram.tap(FOLLOW)
    [stopped] = await telegram.write("/stop")
    assert visible(stopped).startswith("Stopped: this chat follows nothing any more")
    assert (follows.chats, follows.cases) == ({}, {})


async def test_how_soon_and_how_loudly(telegram: Telegram, follows: MemoryFollows) -> None:
    await telegram.tap(FOLLOW)
    [weekly] = sent(await telegram.tap(SetPace(pace=Pace.WEEKLY).pack()))
    assert "You are told on Mondays." in visible(weekly)
    [silent] = sent(await telegram.tap(Quiet(silent=True).pack()))
    assert "Messages come without a sound." in visible(silent)
    assert follows.cases == {7: {"orlova": Pace.WEEKLY}}
    assert follows.chats[7].silent
    await telegram.tap(EVERYTHING)
    assert follows.cases[7][ALL] is Pace.WEEKLY


async def test_a_new_language_holds_for_what_comes_next(telegram: Telegram, follows: MemoryFollows) -> None:
    await telegram.tap(FOLLOW)
    await telegram.tap(ChooseLanguage(language="ru", greeting=False).pack())
    assert follows.chats[7].language == "ru"


async def test_blocking_the_bot_ends_it(telegram: Telegram, follows: MemoryFollows) -> None:
    await telegram.tap(FOLLOW)
    member = {"user": {"id": 42, "is_bot": True, "first_name": "b"}}
    await telegram.update(
        my_chat_member={
            "chat": {"id": 7, "type": "private"},
            "from": ANNA,
            "date": 1,
            "old_chat_member": member | {"status": "member"},
            "new_chat_member": member | {"status": "kicked", "until_date": 0},
        }
    )
    assert follows.cases == {}


async def test_a_supergroup_keeps_what_its_group_followed(telegram: Telegram, follows: MemoryFollows) -> None:
    group = GROUP | {"id": -5, "type": "group"}
    await telegram.tap(FOLLOW, chat=group)
    await telegram.write(None, chat=group, migrate_to_chat_id=-100123)
    assert follows.cases == {-100123: {"orlova": Pace.INSTANT}}


async def test_privacy_names_the_operator(telegram: Telegram) -> None:
    [english] = await telegram.write("/privacy")
    [russian] = await telegram.write("/privacy", user=BORIS)
    for told in (english, russian):
        assert "the union office, office@example.org" in visible(told)
        assert "/forget" in visible(told)


async def test_my_data_is_everything_that_is_held(telegram: Telegram) -> None:
    await telegram.write("how long did orlova get")
    await telegram.tap(FOLLOW)
    done = await telegram.update(message=telegram.message("/mydata", ANNA, None))
    [file] = [method for method in done if isinstance(method, SendDocument)]
    assert isinstance(file.document, BufferedInputFile)
    held = json.loads(file.document.data)
    assert held["follows"] == {"orlova": "instant"}
    assert held["dialogue"]["topic"]["case_id"] == "orlova"


async def test_forget_asks_once_and_then_deletes(
    telegram: Telegram, follows: MemoryFollows, storage: MemoryStorage
) -> None:
    await telegram.write("how long did orlova get")
    await telegram.tap(FOLLOW)
    [asked] = await telegram.write("/forget")
    assert [label for label, _ in buttons(asked)] == ["Delete everything", "Keep it"]
    await telegram.tap(Forget(sure=False).pack())
    assert follows.cases == {7: {"orlova": Pace.INSTANT}}
    [gone] = sent(await telegram.tap(Forget(sure=True).pack()))
    assert visible(gone).startswith("Deleted: 1 followed item, 0 delivery records")
    assert follows.cases == {}
    assert [record.data for record in storage.storage.values() if record.data] == []


@pytest.mark.parametrize("forged", ["f:nobody", "p:hourly", "qt:maybe", "fg:perhaps", "u"])
async def test_forged_buttons_change_nothing(telegram: Telegram, follows: MemoryFollows, forged: str) -> None:
    assert toast(await telegram.tap(forged))
    assert follows.cases == {}
