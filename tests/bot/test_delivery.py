"""Deliveries against the simulated Telegram: everybody is told, nobody twice, nothing faster than allowed."""

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.adapters import now
from bot.content import Content
from bot.database import open_database
from bot.deliverers import renderer
from bot.delivery import MOST_TRIES, Deliverer, pause
from bot.errors import ConnectionLost, TokenError
from bot.outbox import Outbox
from bot.pacer import Pacer
from bot.publishing import Publisher
from bot.sender import Limits, Outcome, Sender, Sending
from bot.simulator import Client, Settings, Simulator
from bot.subscriptions import Subscriptions
from bot.vault import Vault
from handlers.follower import Follower, Pace
from handlers.texts import Texts
from knowledge.schema import Language
from tests.bot.databases import database
from tests.bot.test_following import knowledge, news
from tests.handlers.fakes import HandClock

RATE = 200.0
VAULT = Vault([bytes(32)])


async def render(update_id: str, language: Language) -> str | None:
    return None if update_id == "orlova.gone" else f"<b>{update_id}</b> {language}"


class FakeSender:
    """Answers as it was told to, and keeps what it was asked to send."""

    def __init__(self, *answers: Sending) -> None:
        self.answers = list(answers)
        self.sent: list[tuple[int, str]] = []
        self.edited: list[tuple[int, int, str]] = []

    async def send(self, chat_id: int, html: str, *, silent: bool) -> Sending:
        self.sent.append((chat_id, html))
        return self.answers.pop(0) if self.answers else Sending(Outcome.SENT, 1000 + len(self.sent))

    async def edit(self, chat_id: int, message_id: int, html: str) -> Sending:
        self.edited.append((chat_id, message_id, html))
        return self.answers.pop(0) if self.answers else Sending(Outcome.SENT, message_id)


@pytest.fixture(params=["sqlite", "postgresql"])
async def engine(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    async with database(request.param, tmp_path) as url:
        engine = await open_database(url)
        yield engine
        await engine.dispose()


class Post:
    """Followers, a publisher and deliverers on one database."""

    def __init__(self, engine: AsyncEngine, folder: Path) -> None:
        self.engine, self.clock = engine, HandClock()
        self.follows = Subscriptions(engine, VAULT)
        self.outbox = Outbox(engine, dt.timedelta(seconds=60))
        every = [news(name) for name in ("one", "two", "gone")] + [
            news("fixed", corrects="one"),
            news("again", corrects="fixed"),
        ]
        self.publisher = Publisher(engine, knowledge(folder, *every))

    def deliverer(self, sender: FakeSender) -> Deliverer:
        pacer = Pacer(self.engine, 1000, self.clock)
        return Deliverer(self.outbox, self.follows, VAULT, sender, pacer, render, self.clock)

    async def publish(self, name: str) -> int:
        return await self.publisher.publish(f"orlova.{name}", self.clock())

    async def deliver(self, sender: FakeSender) -> dict[str, int]:
        await self.deliverer(sender).round()
        return await self.outbox.counts()


@pytest.fixture
async def post(engine: AsyncEngine, tmp_path: Path) -> Post:
    post = Post(engine, tmp_path)
    await post.follows.follow(Follower(7, "en"), "orlova")
    return post


async def test_it_is_told_once_in_the_language_of_the_moment(post: Post) -> None:
    await post.publish("one")
    await post.follows.wish(7, language="ru")
    sender = FakeSender()
    assert await post.deliver(sender) == {"sent": 1}
    assert await post.deliver(sender) == {"sent": 1}
    assert sender.sent == [(7, "<b>orlova.one</b> ru")]


async def test_several_go_in_one_message(post: Post) -> None:
    await post.publish("one")
    await post.publish("two")
    sender = FakeSender()
    assert await post.deliver(sender) == {"sent": 2}
    assert sender.sent == [(7, "<b>orlova.one</b> en\n\n<b>orlova.two</b> en")]


async def test_telegram_says_wait_and_everybody_waits(post: Post) -> None:
    await post.follows.follow(Follower(8, "en"), "orlova")
    await post.publish("one")
    sender = FakeSender(Sending(Outcome.WAIT, seconds=0.01))
    assert await post.deliver(sender) == {"due": 2}
    post.clock.move(seconds=1)
    assert await post.deliver(sender) == {"sent": 2}
    assert len(sender.sent) == 3


async def test_a_failure_of_the_way_is_tried_again_and_parked_in_the_end(post: Post) -> None:
    await post.publish("one")
    sender = FakeSender(*[Sending(Outcome.RETRY, reason="TimedOut")] * MOST_TRIES)
    for _ in range(MOST_TRIES - 1):
        assert await post.deliver(sender) == {"due": 1}
        assert await post.deliver(FakeSender()) == {"due": 1}
        post.clock.move(hours=1)
    assert await post.deliver(sender) == {"parked": 1}


def test_pauses_grow_and_have_jitter() -> None:
    for tries in range(1, 20):
        longest = min(2 * 2 ** (tries - 1), 30 * 60)
        assert longest / 2 <= pause(tries).total_seconds() <= longest
    assert len({pause(5) for _ in range(20)}) > 10


async def test_a_blocked_chat_is_forgotten_and_the_rest_go_on(engine: AsyncEngine, post: Post) -> None:
    await post.follows.follow(Follower(8, "en"), "orlova")
    await post.publish("one")
    sender = FakeSender(Sending(Outcome.BLOCKED, reason="bot was blocked by the user"))
    assert await post.deliver(sender) == {"sent": 1}
    blocked, told = (chat for chat, _ in sender.sent)
    assert await post.follows.follower(blocked) is None
    assert await post.follows.follower(told) is not None


async def test_a_refusal_of_one_chat_stops_nobody_else(post: Post) -> None:
    await post.follows.follow(Follower(8, "en"), "orlova")
    await post.publish("one")
    assert await post.deliver(FakeSender(Sending(Outcome.REFUSED, reason="chat not found"))) == {"failed": 1, "sent": 1}


async def test_a_fault_of_the_text_is_not_the_chats(post: Post) -> None:
    await post.publish("one")
    assert await post.deliver(FakeSender(Sending(Outcome.REFUSED, reason="Message is too long"))) == {"failed": 1}
    assert await post.follows.sweep(post.clock().date() + dt.timedelta(days=60)) == 0


async def test_a_chat_that_no_key_opens_keeps_nobody_waiting(engine: AsyncEngine, post: Post) -> None:
    await Subscriptions(engine, Vault([bytes(range(32))])).follow(Follower(8, "en"), "orlova")
    await post.publish("one")
    sender = FakeSender()
    assert await post.deliver(sender) == {"due": 1, "sent": 1}
    assert [chat for chat, _ in sender.sent] == [7]


async def test_a_group_that_moved_is_told_where_it_is_now(post: Post) -> None:
    await post.follows.forget(7)
    await post.follows.follow(Follower(-5, "en"), "orlova")
    await post.publish("one")
    sender = FakeSender(Sending(Outcome.MIGRATED, chat_id=-100123))
    assert await post.deliver(sender) == {"due": 1}
    assert await post.deliver(sender) == {"sent": 1}
    assert [chat for chat, _ in sender.sent] == [-5, -100123]


async def test_a_correction_edits_what_was_told(post: Post) -> None:
    await post.publish("one")
    await post.deliver(FakeSender())
    await post.publish("fixed")
    sender = FakeSender()
    await post.deliver(sender)
    assert sender.edited == [(7, 1001, "<b>orlova.fixed</b> en")]
    assert sender.sent == []


async def test_a_correction_of_a_correction_edits_the_same_message(post: Post) -> None:
    for name in ("one", "fixed"):
        await post.publish(name)
        await post.deliver(FakeSender())
    await post.publish("again")
    sender = FakeSender()
    await post.deliver(sender)
    assert sender.edited == [(7, 1001, "<b>orlova.again</b> en")]
    assert sender.sent == []


async def test_who_was_told_the_first_is_told_the_last_though_the_second_never_went_out(post: Post) -> None:
    await post.publish("one")
    await post.deliver(FakeSender())
    await post.follows.follow(Follower(7, "en"), "portovik")
    await post.follows.unfollow(7, "orlova")
    await post.publish("fixed")
    assert await post.publish("again") == 1
    sender = FakeSender()
    await post.deliver(sender)
    assert sender.edited == [(7, 1001, "<b>orlova.again</b> en")]


async def test_a_correction_that_cannot_edit_is_sent(post: Post) -> None:
    await post.publish("one")
    await post.deliver(FakeSender())
    await post.publish("fixed")
    sender = FakeSender(Sending(Outcome.REFUSED, reason="message to edit not found"))
    assert await post.deliver(sender) == {"sent": 2}
    assert sender.sent == [(7, "<b>orlova.fixed</b> en")]


async def test_an_update_that_the_files_do_not_have_waits_for_them(post: Post) -> None:
    await post.publish("gone")
    sender = FakeSender()
    for _ in range(MOST_TRIES - 1):
        assert await post.deliver(sender) == {"due": 1}
        post.clock.move(hours=1)
    assert await post.deliver(sender) == {"parked": 1}
    assert sender.sent == []


async def test_an_update_added_since_the_start_is_told(tmp_path: Path) -> None:
    before = knowledge(tmp_path)
    content = Content(before, tmp_path / "content", tmp_path / "cache")
    told = renderer(content, Texts.load())
    assert await told("orlova.one", "en") is None
    knowledge(tmp_path, news("one"))
    text = await told("orlova.one", "en")
    assert text is not None
    assert "News one of the case." in text
    (tmp_path / "content" / "cases" / "orlova.yaml").write_text("broken: [", encoding="utf-8")
    assert await told("orlova.two", "en") is None
    assert await told("orlova.one", "en") == text


async def test_who_forgets_while_it_is_under_way_is_not_told(post: Post) -> None:
    await post.publish("one")
    [claimed] = await post.outbox.claim(10, post.clock())
    await post.follows.forget(7)
    sender = FakeSender()
    assert await post.deliverer(sender)._deliver([claimed]) == 0.0
    assert sender.sent == []


async def test_stopping_gives_back_what_was_not_begun(post: Post) -> None:
    for chat_id in range(100, 110):
        await post.follows.follow(Follower(chat_id, "en"), "orlova")
    await post.publish("one")
    stopping = asyncio.Event()
    stopping.set()
    await post.deliverer(FakeSender()).round(stopping)
    assert await post.outbox.counts() == {"due": 11}


async def test_a_database_that_fails_does_not_end_the_deliverer(post: Post, caplog: pytest.LogCaptureFixture) -> None:
    await post.publish("one")
    sender, stopping = FakeSender(), asyncio.Event()
    claim = post.outbox.claim
    failures = iter([OSError("disk full")])

    async def failing(count: int, moment: dt.datetime) -> list[object]:
        for error in failures:
            raise error
        stopping.set()
        return list(await claim(count, moment))

    deliverer = post.deliverer(sender)
    deliverer._outbox.claim = failing  # type: ignore[method-assign, assignment]
    await deliverer.run(stopping)
    assert "Delivery pauses: OSError" in caplog.text
    assert "disk full" not in caplog.text


# Against the simulated Telegram, by the real sender.


@pytest.fixture
async def telegram() -> AsyncIterator[Simulator]:
    async with Simulator.start(settings=Settings(bot_username="solidarity_bot")) as simulator:
        yield simulator


def people(telegram: Simulator, count: int) -> list[Client]:
    return [telegram.user(f"P{number}", language="en") for number in range(count)]


def told(clients: list[Client]) -> Counter[int]:
    return Counter({client.id: sum(shown.by_bot for shown in client.chat()) for client in clients})


async def test_everybody_is_told_over_http(telegram: Simulator, tmp_path: Path) -> None:
    engine = await open_database(f"sqlite:///{tmp_path / 'bot.sqlite'}")
    post = Post(engine, tmp_path)
    clients = people(telegram, 30)
    for client in clients:
        await client.start()
        await post.follows.follow(Follower(client.id, "en"), "orlova", Pace.INSTANT)
    blocker = clients.pop()
    blocker.block()
    await post.publisher.publish("orlova.one", now())
    async with Sender(telegram.token, telegram.url, Limits(RATE)) as sender:
        deliverer = Deliverer(post.outbox, post.follows, VAULT, sender, Pacer(engine, RATE, now), render, now)
        while "due" in await post.outbox.counts():
            await deliverer.round()
    assert set(told(clients).values()) == {1}
    assert await post.outbox.counts() == {"sent": 29}
    assert await post.follows.follower(blocker.id) is None
    await engine.dispose()


async def test_a_refused_token_and_a_dead_server_are_told(telegram: Simulator) -> None:
    with pytest.raises(TokenError, match="Telegram refuses BOT_TOKEN"):
        await Sender("4242:another", telegram.url, Limits()).__aenter__()
    with pytest.raises(ConnectionLost, match=r"http://127\.0\.0\.1:9 cannot be reached"):
        await Sender(telegram.token, "http://127.0.0.1:9", Limits()).__aenter__()
