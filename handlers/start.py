"""/start: a greeting with questions to tap, or the case or the letter that a link leads to."""

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from handlers import case_pages, keyboards
from handlers.dialogue import Dialogue
from handlers.letters import opened
from handlers.ports import Today
from handlers.replies import Reply, said, send
from handlers.texts import Say
from knowledge.base import Knowledge
from knowledge.letters import Letters

# https://t.me/<bot>?start=case_<id>, and the same with letter_<id>
_CASE_LINK = "case_"
_LETTER_LINK = "letter_"


def router() -> Router:
    router = Router(name="start")
    router.message.register(follow_link, CommandStart(deep_link=True, ignore_case=True))
    router.message.register(start, CommandStart(ignore_case=True))
    return router


def greeting(say: Say) -> Reply:
    return said(say("start"), keyboards.greeting(say))


async def start(message: Message, say: Say) -> None:
    await send(message, greeting(say))


async def follow_link(
    message: Message, command: CommandObject, say: Say, dialogue: Dialogue, knowledge: Knowledge, today: Today
) -> None:
    payload = command.args or ""
    standing = Letters(knowledge).standing(payload.removeprefix(_LETTER_LINK), today())
    if payload.startswith(_LETTER_LINK) and standing is not None:
        await send(message, await opened(standing, message, knowledge, say))
        return
    case = knowledge.cases.get(payload.removeprefix(_CASE_LINK))
    if case is None:
        await send(message, said(say("start-unknown-link"), keyboards.greeting(say)))
        return
    await dialogue.speak_of(case.id)
    await send(message, case_pages.card(case, 0, knowledge, say))
