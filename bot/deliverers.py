"""Puts a deliverer together, and lets it work beside the conversation or in a process of its own."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.adapters import now
from bot.content import Content
from bot.delivery import Deliverer, Render
from bot.pacer import Pacer
from bot.sender import Limits, Sender
from bot.services import Services, services
from bot.settings import Settings
from handlers import update_view
from handlers.replies import HTML
from handlers.texts import Texts
from knowledge.base import Knowledge
from knowledge.cache import load_cached
from knowledge.schema import Case, Language, Update

log = logging.getLogger(__name__)

# What was claimed has this long to be sent or given back when the program is told to stop.
STOP_SECONDS = 10.0


def renderer(content: Content, texts: Texts) -> Render:
    """An update's text in a language; the files are read anew for one that was added since they were read."""

    async def render(update_id: str, language: Language) -> str | None:
        found = _find(update_id, content.knowledge) or _find(update_id, await content.refresh())
        if found is None:
            return None
        case, update = found
        return update_view.render(update, case, content.knowledge, texts.speak(language), HTML)

    return render


def _find(update_id: str, knowledge: Knowledge) -> tuple[Case, Update] | None:
    case = knowledge.cases.get(update_id.partition(".")[0])
    update = next((one for one in case.updates if one.id == update_id), None) if case else None
    return None if case is None or update is None else (case, update)


@asynccontextmanager
async def delivering(settings: Settings, opened: Services, content: Content, token: str) -> AsyncIterator[None]:
    """Deliver for as long as the context lasts; at its end finish or give back what was claimed."""
    stopping = asyncio.Event()
    limits = Limits(settings.messages_per_second, settings.messages_per_group_minute)
    async with Sender(token, settings.telegram_api_base, limits) as sender:
        deliverer = Deliverer(
            opened.outbox,
            opened.subscriptions,
            opened.vault,
            sender,
            Pacer(opened.engine, settings.messages_per_second, now),
            renderer(content, Texts.load()),
            now,
        )
        working = asyncio.create_task(deliverer.run(stopping))
        try:
            yield
        finally:
            stopping.set()
            await asyncio.wait({working}, timeout=STOP_SECONDS)
            working.cancel()


def run_deliverer(settings: Settings, token: str) -> None:
    """Deliver until the program is told to stop."""
    asyncio.run(_deliver(settings, token))


async def _deliver(settings: Settings, token: str) -> None:
    knowledge = load_cached(settings.content_dir, settings.index_dir)
    content = Content(knowledge, settings.content_dir, settings.index_dir)
    stopped = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stopped.set)
    async with services(settings) as opened, delivering(settings, opened, content, token):
        log.info("ready to deliver")
        await stopped.wait()
