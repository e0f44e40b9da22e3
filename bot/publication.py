"""`solidarity publish` and `solidarity rotate-key`: what a curator and an operator do from a shell."""

import asyncio
from collections.abc import Sequence

from bot.adapters import now, today
from bot.errors import PublishError
from bot.publishing import Planned, Publisher
from bot.rotation import rotate
from bot.services import services
from bot.settings import Settings
from knowledge.base import Knowledge
from knowledge.cache import load_cached


def plan(settings: Settings) -> list[str]:
    """What would be published, in both languages, and to how many; a line or more for each."""
    return asyncio.run(_plan(settings))


def publish(settings: Settings, ids: Sequence[str]) -> list[str]:
    """Publish what is new, or the updates named; a line for each. PublishError for an id that is not waiting."""
    return asyncio.run(_publish(settings, ids))


def rotate_key(settings: Settings) -> int:
    """Seal everything anew with the newest key; returns how many chats that were."""
    return asyncio.run(_rotate(settings))


async def _plan(settings: Settings) -> list[str]:
    async with services(settings) as opened:
        planned = await Publisher(opened.engine, _knowledge(settings)).planned(today())
    lines = [line for one in planned if one.is_news for line in _described(one)]
    history = sum(not one.is_news for one in planned)
    if history:
        lines.append(f"{history} older updates would become history: nobody is told, unless you name them.")
    return lines or ["Nothing to publish."]


async def _publish(settings: Settings, ids: Sequence[str]) -> list[str]:
    async with services(settings) as opened:
        publisher = Publisher(opened.engine, _knowledge(settings))
        planned = {one.update.id: one for one in await publisher.planned(today())}
        if unknown := [id for id in ids if id not in planned]:
            raise PublishError(
                f"{', '.join(unknown)}: no such update is waiting: `solidarity publish --dry-run` lists them"
            )
        lines = []
        for id, one in planned.items():
            named = id in ids
            if named or not ids:
                count = await publisher.publish(id, now(), tell=one.is_news or named)
                lines += [f"{id}: {count} deliveries"] if one.is_news or named else []
    return lines or ["Nothing to publish."]


async def _rotate(settings: Settings) -> int:
    async with services(settings) as opened:
        return await rotate(opened.engine, opened.vault)


def _described(one: Planned) -> list[str]:
    kind = f"corrects {one.update.corrects}" if one.update.corrects else "new"
    return [
        f"{one.update.id} ({one.update.date}, {kind}): {one.followers} chats",
        f"  ru: {one.update.text.ru}",
        f"  en: {one.update.text.en}",
    ]


def _knowledge(settings: Settings) -> Knowledge:
    return load_cached(settings.content_dir, settings.index_dir)
