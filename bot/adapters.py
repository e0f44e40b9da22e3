"""What the conversation asks for, supplied by this program."""

import asyncio
import datetime as dt
import logging

from sqlalchemy.exc import SQLAlchemyError

from bot.errors import SealBroken
from bot.subscriptions import Subscriptions
from handlers.ports import Printed
from knowledge.rendering import RenderedLetter
from knowledge.schema import Language
from knowledge.typesetting.docx import docx
from knowledge.typesetting.eml import eml
from knowledge.typesetting.page import pdf, pictures
from retrieval.answer import Abstention, Answer, Context
from retrieval.retriever import Retriever

log = logging.getLogger(__name__)


class ThreadedAnswerer:
    """Answers in a worker thread, so that a search never holds up the event loop."""

    def __init__(self, retriever: Retriever) -> None:
        self._retriever = retriever

    async def ask(self, question: str, context: Context) -> Answer | Abstention:
        return await asyncio.to_thread(self._retriever.ask, question, context)


class RememberedLanguages:
    """The languages that people chose: for as long as the program runs, or as they follow something."""

    def __init__(self, subscriptions: Subscriptions) -> None:
        self._chosen: dict[int, Language] = {}
        self._subscriptions = subscriptions

    async def chosen(self, user_id: int) -> Language | None:
        if user_id in self._chosen:
            return self._chosen[user_id]
        try:
            # A private chat has the id of the person in it.
            follower = await self._subscriptions.follower(user_id)
        except (SQLAlchemyError, OSError, SealBroken) as error:
            # Questions are answered without the database, in the language of the person's Telegram.
            log.warning("The language chosen cannot be read: %s", type(error).__name__)
            return None
        return follower.language if follower else None

    async def choose(self, user_id: int, language: Language) -> None:
        self._chosen[user_id] = language


class ThreadedPress:
    """Typesets in a worker thread."""

    async def picture(self, letter: RenderedLetter) -> bytes:
        return (await asyncio.to_thread(pictures, letter))[0]

    async def files(self, letter: RenderedLetter) -> Printed:
        return await asyncio.to_thread(lambda: Printed(pdf(letter), docx(letter), eml(letter)))


def today() -> dt.date:
    """The day, where this program runs."""
    return dt.datetime.now().astimezone().date()


def now() -> dt.datetime:
    """The present moment in UTC."""
    return dt.datetime.now(dt.UTC)
