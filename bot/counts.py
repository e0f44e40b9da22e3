"""How many letters were finished: a number for each letter, and nothing about who wrote it."""

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.database import insert_once
from bot.models import LetterCount


class LetterCounts:
    """Counts finished letters."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def count(self, letter_id: str) -> None:
        """One more of this letter."""
        if not await self._add(letter_id):
            async with self._engine.begin() as connection:
                first = await insert_once(connection, LetterCount, letter=letter_id, finished=1)
            if not first:
                await self._add(letter_id)

    async def finished(self) -> dict[str, int]:
        """How many of each."""
        async with self._engine.connect() as connection:
            rows = await connection.execute(select(LetterCount.letter, LetterCount.finished))
            return {row.letter: row.finished for row in rows}

    async def _add(self, letter_id: str) -> bool:
        more = update(LetterCount).where(LetterCount.letter == letter_id).values(finished=LetterCount.finished + 1)
        async with self._engine.begin() as connection:
            return (await connection.execute(more)).rowcount > 0
