"""The databases that the storage is tested on: SQLite always, PostgreSQL where one can be reached."""

import os
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

# Where CI starts a server of its own; a person may name another.
POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/postgres")


@asynccontextmanager
async def database(kind: str, folder: Path) -> AsyncIterator[str]:
    """The URL of an empty database, which is gone afterwards."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'bot.sqlite'}"
        return
    name = f"test_{uuid.uuid4().hex}"
    async with _server() as execute:
        await execute(f"CREATE DATABASE {name}")
        yield f"{POSTGRES.rpartition('/')[0]}/{name}"
        await execute(f"DROP DATABASE {name} WITH (FORCE)")


@asynccontextmanager
async def _server() -> AsyncIterator[Callable[[str], Awaitable[None]]]:
    pytest.importorskip("asyncpg", reason="asyncpg is not installed: pip install 'solidarity-bot[postgres]'")
    engine = create_async_engine(POSTGRES.replace("postgresql:", "postgresql+asyncpg:"), isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:

            async def execute(statement: str) -> None:
                await connection.execute(text(statement))

            yield execute
    except (OSError, SQLAlchemyError) as error:
        pytest.skip(f"no PostgreSQL at TEST_DATABASE_URL ({type(error).__name__})")
    finally:
        await engine.dispose()
