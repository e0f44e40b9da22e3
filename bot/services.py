"""What a running bot is made of besides the retriever: the database, the vault, the dialogues."""

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.adapters import now
from bot.counts import LetterCounts
from bot.database import open_database
from bot.dialogues import DialogueStorage
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
    dialogues: DialogueStorage
    counts: LetterCounts
    subscriptions: Subscriptions
    outbox: Outbox


@asynccontextmanager
async def services(settings: Settings) -> AsyncIterator[Services]:
    """Open everything that these settings name; SettingsError, DatabaseError."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    vault = Vault(read_keys(settings.data_keys.get_secret_value(), settings.data_dir))
    engine = await open_database(settings.database)
    try:
        dialogues = DialogueStorage(engine, vault, now)
        await dialogues.sweep()
        subscriptions = Subscriptions(engine, vault)
        await subscriptions.sweep(now().date())
        outbox = Outbox(engine, dt.timedelta(seconds=settings.delivery_lease_seconds))
        yield Services(engine, vault, dialogues, LetterCounts(engine), subscriptions, outbox)
    finally:
        await engine.dispose()
