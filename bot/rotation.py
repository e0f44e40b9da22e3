"""A new key for old rows: every chat is found and sealed anew under the newest key."""

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.database import insert_once
from bot.models import ChatRow, DeliveryRow, FollowRow
from bot.vault import Vault
from handlers.follower import Follower


async def rotate(engine: AsyncEngine, vault: Vault) -> int:
    """Move every chat whose row is under an older key; SealBroken, and nothing changed, where a key is missing."""
    async with engine.begin() as connection:
        rows = (await connection.execute(select(ChatRow.digest, ChatRow.sealed, ChatRow.unreachable))).all()
        for digest, sealed, unreachable in rows:
            text = vault.open(sealed, digest)
            new = vault.digest(str(Follower.from_json(text).chat_id))
            if new == digest:
                await connection.execute(
                    update(ChatRow).where(ChatRow.digest == digest).values(sealed=vault.seal(text, digest))
                )
                continue
            await insert_once(connection, ChatRow, digest=new, sealed=vault.seal(text, new), unreachable=unreachable)
            for table in (FollowRow, DeliveryRow):
                await connection.execute(update(table).where(table.chat == digest).values(chat=new))
            await connection.execute(delete(ChatRow).where(ChatRow.digest == digest))
    return len(rows)
