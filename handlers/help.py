"""/help and /about."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers import keyboards
from handlers.dates import day
from handlers.replies import said, send
from handlers.texts import Say
from knowledge.base import Knowledge


def router() -> Router:
    router = Router(name="help")
    router.message.register(guide, Command("help", ignore_case=True))
    router.message.register(about, Command("about", ignore_case=True))
    return router


async def guide(message: Message, say: Say) -> None:
    await send(message, said(say("help"), keyboards.examples(say)))


async def about(message: Message, say: Say, knowledge: Knowledge) -> None:
    as_of = day(knowledge.as_of, say)
    await send(message, said(say("about", cases=len(knowledge.cases), sources=len(knowledge.sources), date=as_of)))
