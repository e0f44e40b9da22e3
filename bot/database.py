"""Opens the database and brings its tables up to date."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import DatabaseError, SettingsError
from bot.models import Base

MIGRATIONS = Path(__file__).parent / "migrations"
# How long SQLite waits for another writer before it gives up.
_BUSY_SECONDS = 10


async def open_database(url: str) -> AsyncEngine:
    """The engine of a database whose tables are up to date; DatabaseError where it cannot be reached."""
    try:
        engine = create_async_engine(_with_driver(url))
    except (ArgumentError, ModuleNotFoundError, ValueError) as error:
        raise SettingsError(f"DATABASE_URL: {error}: write sqlite:///path or postgresql://user@host/name") from None
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _prepare)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(migrate)
    except (SQLAlchemyError, OSError) as error:
        await engine.dispose()
        raise DatabaseError(
            f"The database cannot be opened ({type(error).__name__}): check DATABASE_URL, DATA_DIR and the free space"
        ) from None
    return engine


async def insert_once(connection: AsyncConnection, table: type[Base], **values: object) -> bool:
    """Insert a row unless its key is there; whether it was inserted."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    done = await connection.execute(insert(table).values(**values).on_conflict_do_nothing())
    return done.rowcount > 0


def migrate(connection: Connection, to: str = "head") -> None:
    """Bring the tables to a revision."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _with_driver(url: str) -> str:
    """The URL with the driver that speaks to the event loop."""
    parsed = make_url(url)
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
    return parsed.set(drivername=drivers.get(parsed.drivername, parsed.drivername)).render_as_string(False)


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    """Readers do not wait for a writer, writers wait for each other, and references hold."""
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", f"busy_timeout={_BUSY_SECONDS * 1000}", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
