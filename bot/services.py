"""What a running bot is made of besides the retriever: the database, the vault, the dialogues."""

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiogram.fsm.storage.base import BaseStorage
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.adapters import now
from bot.counts import LetterCounts
from bot.database import open_database
from bot.dialogues import DialogueStorage
from bot.errors import SettingsError
from bot.keys import read_keys
from bot.outbox import Outbox
from bot.settings import Settings
from bot.subscriptions import Subscriptions
from bot.vault import Vault


@dataclass(frozen=True, slots=True)
class Services:
    """Open for as long as the bot runs."""

    engine: AsyncEngine
    vault: Vault
    dialogues: BaseStorage
    counts: LetterCounts
    subscriptions: Subscriptions
    outbox: Outbox


@asynccontextmanager
async def services(settings: Settings) -> AsyncIterator[Services]:
    """Open everything that these settings name; SettingsError, DatabaseError."""
    vault = _vault(settings)
    engine = await open_database(settings.database)
    try:
        dialogues = await _dialogues(settings, engine, vault)
        subscriptions = Subscriptions(engine, vault)
        await subscriptions.sweep(now().date())
        outbox = Outbox(engine, dt.timedelta(seconds=settings.delivery_lease_seconds))
        yield Services(engine, vault, dialogues, LetterCounts(engine), subscriptions, outbox)
        await dialogues.close()
    finally:
        await engine.dispose()


def _vault(settings: Settings) -> Vault:
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Vault(read_keys(settings.data_keys.get_secret_value(), folder))
    except OSError as error:
        raise SettingsError(
            f"DATA_DIR: {error.filename}: {error.strerror}: name a folder that this program may write to"
        ) from None


async def _dialogues(settings: Settings, engine: AsyncEngine, vault: Vault) -> BaseStorage:
    if settings.redis_url:
        try:
            from bot.redis_dialogues import redis_dialogues
        except ModuleNotFoundError:
            raise SettingsError("REDIS_URL needs the extra: pip install 'solidarity-bot[redis]'") from None
        return await redis_dialogues(settings.redis_url, vault)
    kept = DialogueStorage(engine, vault, now)
    await kept.sweep()
    return kept
