"""Dialogue states in a real database: they survive the program, expire, and tell nothing to whoever takes the file."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import StorageKey
from sqlalchemy import event, inspect
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.counts import LetterCounts
from bot.database import open_database
from bot.dialogues import DialogueStorage
from bot.errors import DatabaseError, SettingsError
from bot.models import Base
from bot.vault import Vault
from handlers.errors import Unkept
from tests.handlers.fakes import HandClock

ANNA = StorageKey(bot_id=42, chat_id=123456789, user_id=123456789)
BORIS = StorageKey(bot_id=42, chat_id=987654321, user_id=987654321)
KEY, OTHER_KEY = bytes(32), bytes(range(32))
DRAFT = {"letter": {"name": "Anna Ozola", "step": "place", "own": "Я сама работаю в порту."}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bot.sqlite"


@pytest.fixture
async def engine(file: Path) -> AsyncIterator[AsyncEngine]:
    engine = await open_database(f"sqlite:///{file}")
    yield engine
    await engine.dispose()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


def storage(engine: AsyncEngine, clock: HandClock, *keys: bytes) -> DialogueStorage:
    return DialogueStorage(engine, Vault(keys or (KEY,)), clock)


async def test_state_and_data_are_kept_apart_for_each_person(engine: AsyncEngine, clock: HandClock) -> None:
    kept = storage(engine, clock)
    await kept.set_data(ANNA, DRAFT)
    await kept.set_state(ANNA, State("name", "Letter"))
    await kept.set_data(BORIS, {"topic": 1})
    assert (await kept.get_data(ANNA), await kept.get_state(ANNA)) == (DRAFT, "Letter:name")
    assert (await kept.get_data(BORIS), await kept.get_state(BORIS)) == ({"topic": 1}, None)
    assert await kept.update_data(BORIS, {"more": 2}) == {"topic": 1, "more": 2}


async def test_it_survives_the_program(file: Path, clock: HandClock) -> None:
    for _ in range(2):
        engine = await open_database(f"sqlite:///{file}")
        kept = storage(engine, clock)
        assert await kept.get_data(ANNA) in ({}, DRAFT)
        await kept.set_data(ANNA, DRAFT)
        await engine.dispose()
    engine = await open_database(f"sqlite:///{file}")
    assert await storage(engine, clock).get_data(ANNA) == DRAFT
    await engine.dispose()


async def test_it_expires_a_day_after_the_last_word(engine: AsyncEngine, clock: HandClock) -> None:
    kept = storage(engine, clock)
    await kept.set_data(ANNA, DRAFT)
    clock.move(hours=23, minutes=59)
    assert await kept.get_data(ANNA) == DRAFT
    assert await kept.sweep() == 0
    clock.move(minutes=1)
    assert await kept.get_data(ANNA) == {}
    assert await kept.sweep() == 1


async def test_nothing_is_left_of_what_was_cleared(engine: AsyncEngine, file: Path, clock: HandClock) -> None:
    kept = storage(engine, clock)
    await kept.set_data(ANNA, DRAFT)
    await kept.set_data(ANNA, {})
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT count(*) FROM dialogues").fetchone() == (0,)


async def test_the_file_names_nobody(engine: AsyncEngine, file: Path, clock: HandClock) -> None:
    kept = storage(engine, clock)
    await kept.set_data(ANNA, DRAFT)
    await kept.set_state(ANNA, "Letter:place")
    taken = b"".join(path.read_bytes() for path in file.parent.iterdir())
    for known in ("123456789", "Ozola", "порту", "Letter", "place"):
        assert known.encode() not in taken
    assert (123456789).to_bytes(4, "big") not in taken


async def test_a_new_key_goes_on_where_the_old_one_was(engine: AsyncEngine, clock: HandClock) -> None:
    await storage(engine, clock, OTHER_KEY).set_data(ANNA, DRAFT)
    both = storage(engine, clock, KEY, OTHER_KEY)
    assert await both.get_data(ANNA) == DRAFT
    await both.update_data(ANNA, {"more": 1})
    assert await storage(engine, clock, KEY).get_data(ANNA) == DRAFT | {"more": 1}
    assert await storage(engine, clock, OTHER_KEY).get_data(ANNA) == {}


async def test_a_row_that_no_key_opens_begins_anew(engine: AsyncEngine, file: Path, clock: HandClock) -> None:
    kept = storage(engine, clock)
    await kept.set_data(ANNA, DRAFT)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE dialogues SET sealed = zeroblob(60)")
    assert await kept.get_data(ANNA) == {}


async def test_letters_are_counted_without_their_writers(engine: AsyncEngine) -> None:
    counts = LetterCounts(engine)
    for letter in ("union-law", "union-law", "zhanaozen-inquiry"):
        await counts.count(letter)
    assert await counts.finished() == {"union-law": 2, "zhanaozen-inquiry": 1}


async def test_migrations_make_what_the_models_say(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        made = await connection.run_sync(
            lambda sync: {
                table: {column["name"] for column in inspect(sync).get_columns(table)}
                for table in inspect(sync).get_table_names()
                if table != "alembic_version"
            }
        )
    assert made == {name: set(table.columns.keys()) for name, table in Base.metadata.tables.items()}


async def test_a_database_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "bot.sqlite").write_text("no database, but a text of some length" * 40, encoding="utf-8")
    with pytest.raises(DatabaseError, match=r"The database cannot be opened .*: check DATABASE_URL, DATA_DIR"):
        await open_database(f"sqlite:///{tmp_path / 'bot.sqlite'}")


@pytest.mark.parametrize("url", ["nonsense", "oracle://x/y"])
async def test_a_url_that_is_none_is_told(url: str) -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL"):
        await open_database(url)


async def test_what_cannot_be_written_is_told_without_a_word_of_it(
    engine: AsyncEngine, clock: HandClock, caplog: pytest.LogCaptureFixture
) -> None:
    kept = storage(engine, clock)
    await kept.set_data(ANNA, DRAFT)
    event.listen(engine.sync_engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only=ON"))
    await engine.dispose()
    with pytest.raises(Unkept):
        await kept.set_data(ANNA, {"topic": 1})
    assert await kept.get_data(ANNA) == DRAFT
    assert "Dialogues cannot be kept (OperationalError)" in caplog.text
    assert "Ozola" not in caplog.text


async def test_another_writer_is_waited_for(engine: AsyncEngine, file: Path, clock: HandClock) -> None:
    kept = storage(engine, clock)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writing = asyncio.create_task(kept.set_data(ANNA, DRAFT))
    await asyncio.sleep(0.3)
    assert not writing.done()
    other.execute("COMMIT")
    other.close()
    await writing
    assert await kept.get_data(ANNA) == DRAFT
