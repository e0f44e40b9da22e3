"""/cases, a case's card, and sources in full."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import case_pages
from handlers.callbacks import AnswerSources, CaseList, CasePage, CaseSources, OpenCase
from handlers.dialogue import Dialogue
from handlers.replies import HTML, Reply, edit, send
from handlers.source_view import full
from handlers.texts import Say, Texts
from knowledge.base import Knowledge


def router() -> Router:
    router = Router(name="cases")
    router.message.register(list_cases, Command("cases", ignore_case=True))
    router.callback_query.register(turn_list, CaseList.filter())
    router.callback_query.register(open_case, OpenCase.filter())
    router.callback_query.register(turn_card, CasePage.filter())
    router.callback_query.register(case_sources, CaseSources.filter())
    router.callback_query.register(answer_sources, AnswerSources.filter())
    return router


async def list_cases(message: Message, say: Say, knowledge: Knowledge) -> None:
    await send(message, case_pages.case_list(0, knowledge, say))


async def turn_list(
    _: CallbackQuery, callback_data: CaseList, message: Message, texts: Texts, knowledge: Knowledge
) -> None:
    reply = case_pages.case_list(callback_data.page or 0, knowledge, texts.speak(callback_data.language))
    await _show(message, reply, anew=callback_data.page is None)


async def open_case(
    _: CallbackQuery,
    callback_data: OpenCase,
    message: Message,
    texts: Texts,
    dialogue: Dialogue,
    knowledge: Knowledge,
) -> str | None:
    say = texts.speak(callback_data.language)
    case = knowledge.cases.get(callback_data.case_id)
    if case is None:
        return say("case-gone")
    await dialogue.speak_of(case.id)
    await send(message, case_pages.card(case, 0, knowledge, say))
    return None


async def turn_card(
    _: CallbackQuery,
    callback_data: CasePage,
    message: Message,
    texts: Texts,
    dialogue: Dialogue,
    knowledge: Knowledge,
) -> str | None:
    say = texts.speak(callback_data.language)
    case = knowledge.cases.get(callback_data.case_id)
    if case is None:
        return say("case-gone")
    await dialogue.speak_of(case.id)
    await edit(message, case_pages.card(case, callback_data.page, knowledge, say))
    return None


async def case_sources(
    _: CallbackQuery, callback_data: CaseSources, message: Message, texts: Texts, knowledge: Knowledge
) -> str | None:
    say = texts.speak(callback_data.language)
    case = knowledge.cases.get(callback_data.case_id)
    if case is None:
        return say("case-gone")
    reply = case_pages.sources(case, callback_data.page or 0, knowledge, say)
    await _show(message, reply, anew=callback_data.page is None)
    return None


async def answer_sources(
    _: CallbackQuery, callback_data: AnswerSources, message: Message, texts: Texts, knowledge: Knowledge
) -> str | None:
    say = texts.speak(callback_data.language)
    found = callback_data.find(knowledge.sources)
    if not found:
        return say("sources-gone")
    await send(message, Reply(full(found, say, HTML)))
    return None


async def _show(message: Message, reply: Reply, *, anew: bool) -> None:
    if anew:
        await send(message, reply)
    else:
        await edit(message, reply)
