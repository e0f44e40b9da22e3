"""The composition root: everything is put together here, and only here."""

import asyncio
import logging
from contextlib import AsyncExitStack

from aiogram import Bot, Dispatcher
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.utils.token import TokenValidationError

from bot.adapters import RememberedLanguages, ThreadedAnswerer, ThreadedPress, now, today
from bot.content import Content
from bot.curation import Curation
from bot.deliverers import delivering
from bot.errors import ConnectionLost, TokenError
from bot.housekeeping import housekeeping
from bot.library import open_retriever
from bot.patience import Patience
from bot.services import Services, services
from bot.session import Session
from bot.settings import Settings
from bot.tokens import REMEDY, the_token
from handlers import commands
from handlers.dispatcher import build
from handlers.ports import Supplies, Today
from handlers.texts import Texts
from retrieval.retriever import Retriever

log = logging.getLogger(__name__)


def run_bot(settings: Settings, *, deliver: bool = True) -> None:
    """Talk on Telegram until stopped, and deliver unless that is left to others.

    TokenError or ConnectionLost when that cannot begin.
    """
    bot = make_bot(the_token(settings), settings.telegram_api_base)
    asyncio.run(_converse(bot, settings, deliver=deliver))


def make_bot(token: str, api_base: str) -> Bot:
    """A bot on a Bot API server; TokenError when the token cannot be one."""
    session = Session(api=TelegramAPIServer.from_base(api_base))
    session.middleware(Patience())
    try:
        return Bot(token, session=session)
    except TokenValidationError:
        raise TokenError(f"BOT_TOKEN does not look like a token: {REMEDY}") from None


def make_dispatcher(
    retriever: Retriever, services: Services, settings: Settings, content: Content, today: Today = today
) -> Dispatcher:
    """The conversation over a retriever, everything else as in production."""
    curation = Curation(
        services.engine,
        content,
        services.outbox,
        settings.curators,
        now,
        today,
        needs_two=settings.two_person_publish,
        per_second=settings.messages_per_second,
    )
    return build(
        answerer=ThreadedAnswerer(retriever),
        knowledge=retriever.knowledge,
        languages=RememberedLanguages(services.subscriptions),
        texts=Texts.load(),
        storage=services.dialogues,
        clock=now,
        supplies=Supplies(today, ThreadedPress(), services.counts, services.subscriptions, curation, settings.operator),
    )


async def _converse(bot: Bot, settings: Settings, *, deliver: bool) -> None:
    async with bot, services(settings) as opened, AsyncExitStack() as stack:
        name = await _introduce(bot, settings)
        retriever = open_retriever(settings)
        content = Content(retriever.knowledge, settings.content_dir, settings.index_dir)
        dispatcher = make_dispatcher(retriever, opened, settings, content)
        await stack.enter_async_context(housekeeping(opened))
        if deliver:
            await stack.enter_async_context(delivering(settings, opened, content, bot.token))
        log.info("@%s is ready", name)
        await poll(dispatcher, bot)


async def _introduce(bot: Bot, settings: Settings) -> str:
    """The bot's user name, once Telegram has accepted the token and the menus."""
    try:
        me = await bot.get_me()
    except (TelegramUnauthorizedError, TelegramNotFound):
        raise TokenError(f"Telegram refuses BOT_TOKEN: {REMEDY}") from None
    except TelegramAPIError as error:
        raise ConnectionLost(
            f"{settings.telegram_api_base} cannot be reached ({type(error).__name__}): check the connection, or "
            "TELEGRAM_API_BASE in .env"
        ) from None
    try:
        await commands.publish(bot, Texts.load())
    except TelegramAPIError as error:
        log.warning("The command menus could not be set: %s", type(error).__name__)
    return me.username or ""


async def poll(dispatcher: Dispatcher, bot: Bot) -> None:
    """Receive and handle updates until the program is told to stop."""
    await dispatcher.start_polling(
        bot, allowed_updates=dispatcher.resolve_used_update_types(), close_bot_session=False, polling_timeout=25
    )
