"""Follows, publishing and the outbox, on every database."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

import bot.settings
from bot.database import open_database
from bot.housekeeping import housekeeping
from bot.models import ChatRow, DeliveryRow, FollowRow
from bot.outbox import Outbox
from bot.pacer import Pacer
from bot.publishing import Publisher, next_digest
from bot.rotation import rotate
from bot.services import services
from bot.subscriptions import Subscriptions
from bot.vault import Vault
from handlers.follower import ALL, Follower, Pace
from knowledge.base import Knowledge
from knowledge.loader import load
from tests import content
from tests.bot.databases import database
from tests.content import Raw
from tests.handlers.fakes import HandClock

KEY, OTHER = bytes(32), bytes(range(32))
NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
TODAY = NOW.date()
ANNA, BORIS, GROUP = Follower(123456789, "en"), Follower(987654321, "ru", silent=True), Follower(-100555, "ru")
LEASE = dt.timedelta(seconds=60)


@pytest.fixture(params=["sqlite", "postgresql"])
async def engine(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    async with database(request.param, tmp_path) as url:
        engine = await open_database(url)
        yield engine
        await engine.dispose()


@pytest.fixture
def follows(engine: AsyncEngine) -> Subscriptions:
    return Subscriptions(engine, Vault([KEY]))


def knowledge(folder: Path, *updates: Raw) -> Knowledge:
    cases = content.cases()
    cases["orlova"]["updates"] = list(updates)
    return load(content.write(folder / "content", cases))


def news(name: str, date: str = "2026-11-20", corrects: str | None = None) -> Raw:
    text = {"ru": f"Новость {name} о деле.", "en": f"News {name} of the case."}
    update: Raw = {"id": f"orlova.{name}", "date": date, "text": text, "claims": ["orlova.release"]}
    return update | ({"corrects": f"orlova.{corrects}"} if corrects else {})


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("bot.sqlite*"))


async def rows(engine: AsyncEngine, table: type[ChatRow | FollowRow | DeliveryRow]) -> int:
    async with engine.connect() as connection:
        return len((await connection.execute(select(table.__table__))).all())


async def test_a_chat_follows_and_keeps_its_wishes(follows: Subscriptions) -> None:
    await follows.follow(BORIS, "orlova")
    await follows.follow(Follower(BORIS.chat_id, "en"), ALL, Pace.DAILY)
    await follows.follow(BORIS, "orlova", Pace.WEEKLY)
    assert await follows.following(BORIS.chat_id) == {ALL: Pace.DAILY, "orlova": Pace.WEEKLY}
    assert await follows.follower(BORIS.chat_id) == BORIS
    await follows.wish(BORIS.chat_id, language="en", silent=False)
    assert await follows.follower(BORIS.chat_id) == Follower(BORIS.chat_id, "en", silent=False)
    await follows.set_pace(BORIS.chat_id, Pace.INSTANT)
    assert set((await follows.following(BORIS.chat_id)).values()) == {Pace.INSTANT}


async def test_the_last_follow_takes_the_chat_with_it(engine: AsyncEngine, follows: Subscriptions) -> None:
    await follows.follow(ANNA, "orlova")
    await follows.follow(ANNA, "portovik")
    await follows.unfollow(ANNA.chat_id, "orlova")
    assert await rows(engine, ChatRow) == 1
    await follows.unfollow(ANNA.chat_id, "portovik")
    assert (await rows(engine, ChatRow), await follows.follower(ANNA.chat_id)) == (0, None)


async def test_racing_follows_are_one(engine: AsyncEngine, follows: Subscriptions) -> None:
    await asyncio.gather(*(follows.follow(ANNA, "orlova") for _ in range(10)))
    assert (await rows(engine, ChatRow), await rows(engine, FollowRow)) == (1, 1)


async def test_racing_follows_and_unfollows_leave_no_half(engine: AsyncEngine, follows: Subscriptions) -> None:
    await follows.follow(BORIS, ALL)
    acts = [
        follows.follow(ANNA, "orlova") if turn % 2 else follows.unfollow(ANNA.chat_id, "orlova") for turn in range(20)
    ]
    await asyncio.gather(*acts)
    assert await rows(engine, ChatRow) == await rows(engine, FollowRow)
    assert await follows.following(BORIS.chat_id) == {ALL: Pace.INSTANT}


async def test_a_group_keeps_its_follows_under_its_new_id(follows: Subscriptions) -> None:
    await follows.follow(GROUP, "orlova", Pace.DAILY)
    await follows.migrate(GROUP.chat_id, -100777)
    assert await follows.following(GROUP.chat_id) == {}
    assert await follows.following(-100777) == {"orlova": Pace.DAILY}
    assert await follows.follower(-100777) == Follower(-100777, "ru")


async def test_publishing_tells_each_follower_once(engine: AsyncEngine, follows: Subscriptions, tmp_path: Path) -> None:
    for follower, case in ((ANNA, "orlova"), (ANNA, ALL), (BORIS, ALL), (GROUP, "portovik")):
        await follows.follow(follower, case)
    publisher = Publisher(engine, knowledge(tmp_path, news("one"), news("old", "2018-05-28")))
    planned = {one.update.id: (one.followers, one.is_news) for one in await publisher.planned(TODAY)}
    assert planned == {"orlova.one": (2, True), "orlova.old": (2, False)}
    assert await publisher.publish("orlova.one", NOW) == 2
    assert await publisher.publish("orlova.one", NOW) == 0
    assert await publisher.publish("orlova.old", NOW, tell=False) == 0
    assert await rows(engine, DeliveryRow) == 2
    assert await publisher.planned(TODAY) == []


async def test_a_digest_waits_for_its_morning(engine: AsyncEngine, follows: Subscriptions, tmp_path: Path) -> None:
    await follows.follow(ANNA, "orlova", Pace.DAILY)
    await follows.follow(BORIS, "orlova", Pace.WEEKLY)
    await follows.follow(BORIS, ALL, Pace.INSTANT)
    await Publisher(engine, knowledge(tmp_path, news("one"))).publish("orlova.one", NOW)
    outbox = Outbox(engine, LEASE)
    assert len(await outbox.claim(10, NOW)) == 1
    assert len(await outbox.claim(10, dt.datetime(2026, 11, 23, 4, tzinfo=dt.UTC))) == 2


@pytest.mark.parametrize(
    ("now", "pace", "due"),
    [
        ("2026-11-22T12:00", Pace.DAILY, "2026-11-23T04:00"),
        ("2026-11-22T03:59", Pace.DAILY, "2026-11-22T04:00"),
        ("2026-11-22T12:00", Pace.WEEKLY, "2026-11-23T04:00"),
        ("2026-11-23T04:00", Pace.WEEKLY, "2026-11-30T04:00"),
    ],
)
def test_the_next_digest(now: str, pace: Pace, due: str) -> None:
    moment = dt.datetime.fromisoformat(now).replace(tzinfo=dt.UTC)
    assert next_digest(moment, pace) == dt.datetime.fromisoformat(due).replace(tzinfo=dt.UTC)


async def test_two_deliverers_never_claim_the_same(engine: AsyncEngine, follows: Subscriptions, tmp_path: Path) -> None:
    for number in range(1, 101):
        await follows.follow(Follower(number, "en"), "orlova")
    await Publisher(engine, knowledge(tmp_path, news("one"))).publish("orlova.one", NOW)
    outboxes = [Outbox(engine, LEASE) for _ in range(4)]
    claimed = await asyncio.gather(*(outbox.claim(10, NOW) for outbox in outboxes for _ in range(5)))
    ids = [one.id for batch in claimed for one in batch]
    assert len(ids) == len(set(ids)) == 100


async def test_what_a_dead_deliverer_held_is_claimed_again(
    engine: AsyncEngine, follows: Subscriptions, tmp_path: Path
) -> None:
    await follows.follow(ANNA, "orlova")
    await Publisher(engine, knowledge(tmp_path, news("one"))).publish("orlova.one", NOW)
    outbox = Outbox(engine, LEASE)
    [held] = await outbox.claim(10, NOW)
    assert await outbox.claim(10, NOW + LEASE / 2) == []
    assert [one.id for one in await outbox.claim(10, NOW + LEASE)] == [held.id]
    await outbox.give_back([held.id])
    assert await outbox.claim(10, NOW) == [held]
    await outbox.settle([held.id], 77)
    assert await outbox.claim(10, NOW + 2 * LEASE) == []
    assert await outbox.message_of("orlova.one", held.chat) == 77


async def test_a_correction_goes_to_whoever_was_told(
    engine: AsyncEngine, follows: Subscriptions, tmp_path: Path
) -> None:
    await follows.follow(ANNA, "orlova")
    await follows.follow(BORIS, "orlova")
    publisher = Publisher(engine, knowledge(tmp_path, news("one"), news("fixed", corrects="one")))
    await publisher.publish("orlova.one", NOW)
    outbox = Outbox(engine, LEASE)
    await outbox.settle([one.id for one in await outbox.claim(10, NOW)], message=1)
    await follows.follow(ANNA, "portovik")
    await follows.unfollow(ANNA.chat_id, "orlova")
    await follows.follow(GROUP, "orlova")
    assert await publisher.publish("orlova.fixed", NOW) == 3


async def test_a_correction_replaces_what_was_not_told_yet(
    engine: AsyncEngine, follows: Subscriptions, tmp_path: Path
) -> None:
    await follows.follow(ANNA, "orlova", Pace.DAILY)
    publisher = Publisher(engine, knowledge(tmp_path, news("one"), news("fixed", corrects="one")))
    await publisher.publish("orlova.one", NOW)
    assert await publisher.publish("orlova.fixed", NOW) == 1
    outbox = Outbox(engine, LEASE)
    assert await outbox.claim(10, NOW) == []
    assert [one.update_id for one in await outbox.claim(10, NOW + dt.timedelta(days=1))] == ["orlova.fixed"]


@pytest.mark.parametrize(("follows_all", "left"), [(False, 0), (True, 1)])
async def test_what_is_on_its_way_ends_with_the_follow(
    engine: AsyncEngine, follows: Subscriptions, tmp_path: Path, follows_all: bool, left: int
) -> None:
    await follows.follow(ANNA, "orlova", Pace.WEEKLY)
    await follows.follow(ANNA, ALL if follows_all else "portovik", Pace.WEEKLY)
    await Publisher(engine, knowledge(tmp_path, news("one"))).publish("orlova.one", NOW)
    await follows.unfollow(ANNA.chat_id, "orlova")
    assert await rows(engine, DeliveryRow) == left


async def test_what_a_case_still_followed_tells_outlives_the_follow_of_all(
    engine: AsyncEngine, follows: Subscriptions, tmp_path: Path
) -> None:
    await follows.follow(ANNA, "orlova", Pace.WEEKLY)
    await follows.follow(ANNA, ALL, Pace.WEEKLY)
    await Publisher(engine, knowledge(tmp_path, news("one"))).publish("orlova.one", NOW)
    await follows.unfollow(ANNA.chat_id, ALL)
    assert await rows(engine, DeliveryRow) == 1
    await follows.unfollow(ANNA.chat_id, "orlova")
    assert await rows(engine, DeliveryRow) == 0


async def test_a_group_known_under_both_ids_is_told_once_and_nothing_old_is_edited(
    engine: AsyncEngine, follows: Subscriptions, tmp_path: Path
) -> None:
    for chat_id in (GROUP.chat_id, -100777):
        await follows.follow(Follower(chat_id, "ru"), "orlova")
    publisher = Publisher(engine, knowledge(tmp_path, news("zero"), news("one")))
    await publisher.publish("orlova.zero", NOW)
    outbox = Outbox(engine, LEASE)
    await outbox.settle([one.id for one in await outbox.claim(10, NOW)], message=2)
    await publisher.publish("orlova.one", NOW)
    await follows.migrate(GROUP.chat_id, -100777)
    [one] = await outbox.claim(10, NOW)
    assert (one.update_id, await outbox.counts()) == ("orlova.one", {"sent": 1, "leased": 1})


async def test_the_messages_of_the_old_group_are_not_those_of_the_new(
    engine: AsyncEngine, follows: Subscriptions, tmp_path: Path
) -> None:
    await follows.follow(GROUP, "orlova")
    await Publisher(engine, knowledge(tmp_path, news("one"))).publish("orlova.one", NOW)
    outbox = Outbox(engine, LEASE)
    [one] = await outbox.claim(10, NOW)
    await outbox.settle([one.id], message=2)
    assert await outbox.message_of("orlova.one", one.chat) == 2
    await follows.migrate(GROUP.chat_id, -100777)
    assert await outbox.message_of("orlova.one", Vault([KEY]).digest("-100777")) is None


async def test_what_another_deliverer_has_taken_is_not_held(
    engine: AsyncEngine, follows: Subscriptions, tmp_path: Path
) -> None:
    await follows.follow(ANNA, "orlova")
    await Publisher(engine, knowledge(tmp_path, news("one"))).publish("orlova.one", NOW)
    outbox, later = Outbox(engine, LEASE), NOW + 2 * LEASE
    slow = await outbox.claim(10, NOW)
    assert await outbox.hold(slow, NOW) == slow
    quick = await outbox.claim(10, later)
    assert len(quick) == 1
    assert await outbox.hold(slow, later) == []
    assert await outbox.hold(quick, later) == quick


async def test_forgetting_takes_everything(engine: AsyncEngine, follows: Subscriptions, tmp_path: Path) -> None:
    await follows.follow(ANNA, "orlova")
    await follows.follow(BORIS, "orlova")
    await Publisher(engine, knowledge(tmp_path, news("one"))).publish("orlova.one", NOW)
    held = await follows.held(ANNA.chat_id)
    assert (held["language"], held["follows"], held["deliveries"]) == ("en", {"orlova": "instant"}, {"due": 1})
    gone = await follows.forget(ANNA.chat_id)
    assert (gone.follows, gone.deliveries) == (1, 1)
    assert [await rows(engine, table) for table in (ChatRow, FollowRow, DeliveryRow)] == [1, 1, 1]
    assert (await follows.held(ANNA.chat_id))["follows"] == {}


async def test_a_chat_that_stays_unreachable_is_deleted(engine: AsyncEngine, follows: Subscriptions) -> None:
    await follows.follow(ANNA, "orlova")
    await follows.follow(BORIS, "orlova")
    digest = Vault([KEY]).digest(str(ANNA.chat_id))
    await follows.unreachable(digest, TODAY)
    await follows.unreachable(digest, TODAY + dt.timedelta(days=20))
    assert await follows.sweep(TODAY + dt.timedelta(days=29)) == 0
    assert await follows.sweep(TODAY + dt.timedelta(days=30)) == 1
    assert await follows.follower(ANNA.chat_id) is None
    assert await follows.follower(BORIS.chat_id) == BORIS


async def test_a_chat_that_is_reached_again_stays(follows: Subscriptions) -> None:
    await follows.follow(ANNA, "orlova")
    digest = Vault([KEY]).digest(str(ANNA.chat_id))
    await follows.unreachable(digest, TODAY)
    await follows.reached(digest)
    assert await follows.sweep(TODAY + dt.timedelta(days=60)) == 0


async def test_house_is_kept_while_the_program_runs(tmp_path: Path) -> None:
    settings = bot.settings.Settings(data_dir=tmp_path, _env_file=None)
    async with services(settings) as opened, housekeeping(opened, pause=0.05):
        await opened.subscriptions.follow(ANNA, "orlova")
        digest = opened.vault.digest(str(ANNA.chat_id))
        await opened.subscriptions.unreachable(digest, dt.date(2020, 1, 1))
        await asyncio.sleep(0.3)
        assert await opened.subscriptions.follower(ANNA.chat_id) is None


async def test_a_key_is_rotated(engine: AsyncEngine, tmp_path: Path) -> None:
    old = Subscriptions(engine, Vault([OTHER]))
    await old.follow(ANNA, "orlova", Pace.DAILY)
    await Publisher(engine, knowledge(tmp_path, news("one"))).publish("orlova.one", NOW)
    both = Vault([KEY, OTHER])
    assert await Subscriptions(engine, both).follower(ANNA.chat_id) == ANNA
    assert await rotate(engine, both) == 1
    new = Subscriptions(engine, Vault([KEY]))
    assert await new.follower(ANNA.chat_id) == ANNA
    assert await new.following(ANNA.chat_id) == {"orlova": Pace.DAILY}
    assert (await new.held(ANNA.chat_id))["deliveries"] == {"due": 1}
    assert await old.follower(ANNA.chat_id) is None


async def test_pacers_share_one_rate(engine: AsyncEngine) -> None:
    clock = HandClock()
    pacers = [Pacer(engine, 20, clock) for _ in range(3)]
    moments = sorted([await pacer._reserve() for _ in range(4) for pacer in pacers])
    gaps = {round((later - earlier).total_seconds(), 3) for earlier, later in pairwise(moments)}
    assert gaps == {0.05}


async def test_a_clock_that_jumps_back_does_not_stop_delivery(engine: AsyncEngine) -> None:
    clock = HandClock()
    pacer = Pacer(engine, 20, clock)
    await pacer._reserve()
    clock.move(hours=-5)
    assert await pacer._reserve() == clock()


async def test_a_dump_names_nobody(follows: Subscriptions, engine: AsyncEngine, tmp_path: Path) -> None:
    if engine.dialect.name != "sqlite":
        return
    for follower in (ANNA, BORIS, GROUP):
        await follows.follow(follower, "orlova")
    taken = everything(tmp_path)
    for secret in (str(ANNA.chat_id), str(BORIS.chat_id), '"ru"', '"en"', "language", "silent"):
        assert secret.encode() not in taken
    for chat_id in (ANNA.chat_id, BORIS.chat_id):
        assert chat_id.to_bytes(4, "big") not in taken
        assert chat_id.to_bytes(4, "little") not in taken
