"""/curate: a curator looks at what is not published, in both languages, and lets it go out."""

from contextlib import suppress

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import update_view
from handlers.board import Board
from handlers.callbacks import Publish, Release, digest
from handlers.keyboards import button, keyboard
from handlers.markup import paragraphs
from handlers.ports import Publishing, Waiting
from handlers.replies import HTML, Reply, said, send, send_to
from handlers.texts import Say, Texts
from knowledge.base import Knowledge
from knowledge.schema import LANGUAGES


def router() -> Router:
    router = Router(name="curate")
    router.message.register(list_waiting, F.chat.type == ChatType.PRIVATE, Command("curate", ignore_case=True))
    router.callback_query.register(preview, Publish.filter())
    router.callback_query.register(release, Release.filter())
    return router


async def list_waiting(message: Message, say: Say, publishing: Publishing) -> None:
    """What is not published; to anybody who is no curator the command does not exist."""
    if message.from_user is None or not publishing.is_curator(message.from_user.id):
        await send(message, said(say("unknown-command")))
        return
    waiting = await publishing.waiting()
    if not waiting:
        await send(message, said(say("curate-nothing")))
        return
    rows = [[button(one.update.id, Publish(content=digest(one.content)))] for one in waiting]
    await send(message, said(say("curate-waiting", count=len(waiting)), keyboard(rows)))


async def preview(
    query: CallbackQuery,
    callback_data: Publish,
    message: Message,
    say: Say,
    texts: Texts,
    publishing: Publishing,
) -> str | None:
    """Both languages, how many chats, and the button that lets it go."""
    one = await _find(callback_data.content, query, publishing)
    if one is None:
        return say("curate-gone")
    await send(message, _preview(one, publishing.knowledge, say, texts))
    return None


async def release(
    query: CallbackQuery,
    callback_data: Release,
    message: Message,
    say: Say,
    texts: Texts,
    publishing: Publishing,
    board: Board,
) -> str | None:
    """Publish; where two have to agree, the first one's tap only asks for a second curator's."""
    one = await _find(callback_data.content, query, publishing)
    if one is None:
        return say("curate-gone")
    if not publishing.agreed(one.content, query.from_user.id):
        await _ask_others(query, _preview(one, publishing.knowledge, say, texts, say("curate-second")), publishing)
        return say("curate-asked")
    count = await publishing.publish(one.update.id)
    progress = await send(message, said(say("curate-published", count=count)))
    board.watch(progress, one.update.id, say, publishing)
    return None


def _preview(one: Waiting, knowledge: Knowledge, say: Say, texts: Texts, *above: str) -> Reply:
    case = knowledge.cases[one.case_id]
    shown = [update_view.render(one.update, case, knowledge, texts.speak(language), HTML) for language in LANGUAGES]
    confirm = button(say("button-publish", count=one.followers), Release(content=digest(one.content)))
    return Reply(paragraphs([*map(HTML.text, above), *shown]), keyboard([[confirm]]))


async def _ask_others(query: CallbackQuery, reply: Reply, publishing: Publishing) -> None:
    for curator in publishing.curators:
        if curator != query.from_user.id and query.bot is not None:
            # One who never wrote to the bot cannot be written to.
            with suppress(TelegramAPIError):
                await send_to(query.bot, curator, reply)


async def _find(code: str, query: CallbackQuery, publishing: Publishing) -> Waiting | None:
    """The waiting update; None for one that is published, and for whoever is no curator."""
    if not publishing.is_curator(query.from_user.id):
        return None
    return next((one for one in await publishing.waiting() if digest(one.content) == code), None)
