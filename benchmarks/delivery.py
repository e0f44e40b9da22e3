"""Publishing and delivery under load and under fire: `python -m benchmarks.delivery [publish|kill|flood]`.

publish: 100,000 followers in SQLite, how long publishing takes, what a delivery costs, how much memory. kill: the
deliverer is killed with -9 at random moments, 50 times, while it tells 2,000 followers; who was missed, who told twice.
flood: 429s, 5xx, silence and dropped connections from the simulated Telegram; the rate in any one-second window.
"""

import asyncio
import datetime as dt
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import yaml
from sqlalchemy import insert

from bot.adapters import now
from bot.database import open_database
from bot.keys import read_keys
from bot.models import ChatRow, FollowRow
from bot.outbox import Outbox
from bot.publishing import Publisher
from bot.simulator import Settings as SimulatorSettings
from bot.simulator import Simulator
from bot.subscriptions import Subscriptions
from bot.vault import Vault
from handlers.follower import ALL, Follower
from knowledge.loader import CONTENT, load

_LEASE = dt.timedelta(seconds=60)


def main() -> None:
    """Run the parts that are named, or all of them."""
    parts: dict[str, Callable[[Path], Awaitable[object]]] = {"publish": publish, "kill": kill, "flood": flood}
    for name in sys.argv[1:] or parts:
        with tempfile.TemporaryDirectory() as folder:
            print(asyncio.run(_run(parts[name], Path(folder))))


async def _run(part: Callable[[Path], Awaitable[object]], folder: Path) -> object:
    return await part(folder)


@dataclass(frozen=True, slots=True)
class Published:
    """Seconds and MiB of publishing once, deliveries of publishing again, milliseconds to claim and settle one."""

    deliveries: int
    seconds: float
    mebibytes: float
    again: int
    bookkeeping_ms: float


@dataclass(frozen=True, slots=True)
class Killed:
    """How often the deliverer died, who was never told, and how many messages came once too often."""

    followers: int
    kills: int
    missed: int
    repeats: int


@dataclass(frozen=True, slots=True)
class Flooded:
    """Who was told under fire, the most in any one second, and the share of the allowed rate used before it."""

    followers: int
    told: int
    repeats: int
    peak: int
    allowed: float
    used: float


async def publish(folder: Path, followers: int = 100_000) -> Published:
    engine, vault = await open_database(f"sqlite:///{folder / 'solidarity.sqlite'}"), Vault([bytes(32)])
    chats = [_row(vault, number) for number in range(1, followers + 1)]
    async with engine.begin() as connection:
        await connection.execute(insert(ChatRow), chats)
        follows = [{"chat": chat["digest"], "case": ALL, "pace": "instant"} for chat in chats]
        await connection.execute(insert(FollowRow), follows)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    publisher = Publisher(engine, load())
    planned = (await publisher.planned(now().date()))[-1]
    started = time.perf_counter()
    count = await publisher.publish(planned.update.id, now())
    spent = time.perf_counter() - started
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    again = await publisher.publish(planned.update.id, now())
    outbox = Outbox(engine, _LEASE)
    started = time.perf_counter()
    handled = 0
    while handled < 2000:
        claimed = await outbox.claim(50, now())
        for one in claimed:
            await outbox.settle([one.id], 1)
        handled += len(claimed)
    bookkeeping = (time.perf_counter() - started) / handled * 1000
    await engine.dispose()
    return Published(count, round(spent, 2), round(grown), again, round(bookkeeping, 2))


async def kill(folder: Path, followers: int = 2000, kills: int = 50) -> Killed:
    async with Simulator.start(settings=SimulatorSettings()) as telegram:
        environment = await _prepare(folder, telegram, followers, rate=400)
        chance, died = random.Random(7), 0  # noqa: S311 (no secret)
        while await _left(folder):
            deliverer = await _deliverer(environment)
            pause = chance.uniform(0.8, 2.2) if died < kills else 3600
            done = asyncio.create_task(_drained(folder))
            await asyncio.wait({done}, timeout=pause)
            if done.done():
                deliverer.terminate()
            else:
                done.cancel()
                deliverer.kill()
                died += 1
            await deliverer.wait()
        told = _told(telegram)
    repeats = sum(times - 1 for times in told.values())
    return Killed(followers, died, followers - len(told), repeats)


async def flood(folder: Path, followers: int = 1000, rate: float = 25) -> Flooded:
    async with Simulator.start(settings=SimulatorSettings()) as telegram:
        environment = await _prepare(folder, telegram, followers, rate)
        telegram.faults.seed(7)
        deliverer = await _deliverer(environment)
        await _half(telegram, followers)
        calm = _used(telegram, rate)
        telegram.faults.flood(None, retry_after=1, method="sendMessage", share=0.01)
        telegram.faults.server_error(None, method="sendMessage", share=0.05)
        telegram.faults.drop(None, method="sendMessage", share=0.02)
        await _drained(folder)
        deliverer.terminate()
        await deliverer.wait()
        told, peak = _told(telegram), telegram.rates.peak()
    repeats = sum(times - 1 for times in told.values())
    return Flooded(followers, len(told), repeats, peak, rate, round(calm, 3))


async def _prepare(folder: Path, telegram: Simulator, followers: int, rate: float) -> dict[str, str]:
    """Followers, one fresh update, and the environment of a deliverer."""
    content = folder / "content"
    update_id = _content(content)
    engine = await open_database(f"sqlite:///{folder / 'solidarity.sqlite'}")
    vault = Vault(read_keys("", folder))
    follows = Subscriptions(engine, vault)
    for number in range(followers):
        person = telegram.user(f"P{number}", language="en")
        await person.start()
        await follows.follow(Follower(person.id, "en"), ALL)
    await Publisher(engine, load(content)).publish(update_id, now())
    await engine.dispose()
    return {
        **os.environ,
        "BOT_TOKEN": telegram.token,
        "TELEGRAM_API_BASE": telegram.url,
        "DATA_DIR": str(folder),
        "CONTENT_DIR": str(content),
        "MESSAGES_PER_SECOND": str(int(rate)),
        "DELIVERY_LEASE_SECONDS": "1",
    }


def _content(folder: Path) -> str:
    """The shipped case files, with one update more."""
    shutil.copytree(CONTENT, folder)
    path = folder / "cases" / "senyavsky.yaml"
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = {"ru": "Проверка доставки.", "en": "A test of delivery."}
    update = {"id": "senyavsky.benchmark", "date": str(case["as_of"]), "text": text, "claims": ["senyavsky.now"]}
    case["updates"] = [*case.get("updates", []), update]
    path.write_text(yaml.safe_dump(case, allow_unicode=True), encoding="utf-8")
    return str(update["id"])


async def _deliverer(environment: dict[str, str]) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "from bot.cli import main; main()", "deliver"), env=environment
    )


async def _left(folder: Path) -> bool:
    engine = await open_database(f"sqlite:///{folder / 'solidarity.sqlite'}")
    counts = await Outbox(engine, _LEASE).counts()
    await engine.dispose()
    return bool(counts.keys() & {"due", "leased"})


async def _half(telegram: Simulator, followers: int) -> None:
    while len(_told(telegram)) < followers // 2:  # noqa: ASYNC110 (another program does the work)
        await asyncio.sleep(0.2)


async def _drained(folder: Path) -> None:
    while await _left(folder):  # noqa: ASYNC110 (likewise)
        await asyncio.sleep(0.5)


def _told(telegram: Simulator) -> Counter[int]:
    """How often each chat was told; what was refused does not count."""
    return Counter(int(call.params["chat_id"]) for call in telegram.calls_of("sendMessage") if call.status == 200)


def _used(telegram: Simulator, rate: float) -> float:
    """The share of the allowed rate that was used, from the first send to the last."""
    moments = [sending.at for sending in telegram.rates.sendings]
    return (len(moments) - 1) / (moments[-1] - moments[0]) / rate


def _row(vault: Vault, chat_id: int) -> dict[str, bytes]:
    digest = vault.digest(str(chat_id))
    return {"digest": digest, "sealed": vault.seal(Follower(chat_id, "en").to_json(), digest)}


if __name__ == "__main__":
    main()
