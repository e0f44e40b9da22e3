"""The whole conversation, put together from what it needs."""

from collections.abc import Iterator

from aiogram import Dispatcher, Router
from aiogram.fsm.storage.base import BaseStorage
from aiogram.fsm.storage.memory import SimpleEventIsolation

from handlers import (
    ask,
    cases,
    curate,
    fallback,
    faults,
    follow,
    help,
    inline,
    language,
    letters,
    privacy,
    start,
    writing,
)
from handlers.asking import Asking
from handlers.board import Board
from handlers.conversation import Conversation
from handlers.desk import Desk
from handlers.middlewares import PersonMiddleware, TapMiddleware
from handlers.ports import Answerer, Clock, Languages, Supplies
from handlers.texts import Texts
from knowledge.base import Knowledge


def build(
    *,
    answerer: Answerer,
    knowledge: Knowledge,
    languages: Languages,
    texts: Texts,
    storage: BaseStorage,
    clock: Clock,
    supplies: Supplies,
) -> Dispatcher:
    """A dispatcher that is ready to be fed updates, by polling or a webhook.

    `knowledge` must be what `answerer` answers from; newer knowledge can be put in as `dispatcher["knowledge"]`.
    `storage` keeps dialogue states: per person and chat the case spoken of and at most one unfinished letter, each
    with the moment at which it counts as forgotten. A storage that outlives the program should drop them then.
    The bot may have any default properties; every message names its own.
    """
    dispatcher = Conversation(
        storage=storage,
        # Two quick questions of one person are answered in their order, the second in the context of the first.
        events_isolation=SimpleEventIsolation(),
        answerer=answerer,
        asking=Asking(answerer, texts),
        board=Board(),
        follows=supplies.follows,
        knowledge=knowledge,
        languages=languages,
        operator=supplies.operator,
        publishing=supplies.publishing,
        texts=texts,
        today=supplies.today,
    )
    dispatcher["desk"] = Desk(lambda: dispatcher["knowledge"], supplies)
    dispatcher.update.outer_middleware(PersonMiddleware(texts, languages, clock))
    dispatcher.callback_query.middleware(TapMiddleware())
    dispatcher.include_routers(*_routers())
    return dispatcher


def _routers() -> Iterator[Router]:
    """In the order in which they are asked: an unfinished letter before a question, the fallback last."""
    for module in (
        start,
        letters,
        follow,
        privacy,
        curate,
        writing,
        ask,
        cases,
        language,
        help,
        inline,
        fallback,
        faults,
    ):
        yield module.router()
