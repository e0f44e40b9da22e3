"""The whole conversation, put together from what it needs."""

from aiogram import Dispatcher
from aiogram.fsm.storage.base import BaseStorage
from aiogram.fsm.storage.memory import SimpleEventIsolation

from handlers import ask, cases, fallback, faults, help, language, start
from handlers.asking import Asking
from handlers.middlewares import PersonMiddleware, TapMiddleware
from handlers.ports import Answerer, Clock, Languages
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
) -> Dispatcher:
    """A dispatcher that is ready to be fed updates, by polling or a webhook.

    `knowledge` must be what `answerer` answers from; newer knowledge can be put in as `dispatcher["knowledge"]`.
    `storage` keeps dialogue states: per person and chat the case spoken of and at most one question, each with
    the moment at which it counts as forgotten. A storage that outlives the program should drop them then.
    The bot may have any default properties; every message names its own.
    """
    dispatcher = Dispatcher(
        storage=storage,
        # Two quick questions of one person are answered in their order, the second in the context of the first.
        events_isolation=SimpleEventIsolation(),
        asking=Asking(answerer, texts),
        knowledge=knowledge,
        languages=languages,
        texts=texts,
    )
    dispatcher.update.outer_middleware(PersonMiddleware(texts, languages, clock))
    dispatcher.callback_query.middleware(TapMiddleware())
    dispatcher.include_routers(
        start.router(),
        ask.router(),
        cases.router(),
        language.router(),
        help.router(),
        fallback.router(),
        faults.router(),
    )
    return dispatcher
