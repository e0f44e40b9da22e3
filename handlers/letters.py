"""/letters and /letter: what may be written today, and one letter before it is written."""

import datetime as dt
from collections.abc import Sequence

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import letter_keyboards, letter_view
from handlers.callbacks import OpenLetter, OpenLetters
from handlers.dialogue import Dialogue
from handlers.ports import Today
from handlers.replies import HTML, Reply, is_group, send
from handlers.texts import Say, Texts
from knowledge.base import Knowledge
from knowledge.letters import Letters, Standing


def router() -> Router:
    router = Router(name="letters")
    router.message.register(list_all, Command("letters", ignore_case=True))
    router.message.register(list_about_topic, Command("letter", ignore_case=True))
    router.callback_query.register(list_tapped, OpenLetters.filter())
    router.callback_query.register(open_tapped, OpenLetter.filter())
    return router


async def list_all(message: Message, say: Say, knowledge: Knowledge, today: Today) -> None:
    await send(message, listed("", knowledge, today(), say))


async def list_about_topic(message: Message, say: Say, dialogue: Dialogue, knowledge: Knowledge, today: Today) -> None:
    await send(message, listed(await dialogue.topic() or "", knowledge, today(), say))


async def list_tapped(
    _: CallbackQuery, callback_data: OpenLetters, message: Message, texts: Texts, knowledge: Knowledge, today: Today
) -> None:
    await send(message, listed(callback_data.case_id, knowledge, today(), texts.speak(callback_data.language)))


async def open_tapped(
    query: CallbackQuery, callback_data: OpenLetter, message: Message, texts: Texts, knowledge: Knowledge, today: Today
) -> str | None:
    say = texts.speak(callback_data.language)
    name = callback_data.find(knowledge.letters)
    standing = None if name is None else Letters(knowledge).standing(name, today())
    if standing is None:
        return say("letter-gone")
    await send(message, await opened(standing, message, knowledge, say))
    return None


def listed(case_id: str, knowledge: Knowledge, day: dt.date, say: Say) -> Reply:
    """The letters of a case; all of them where it has none."""
    letters = Letters(knowledge)
    standings: Sequence[Standing] = letters.about(case_id, day)
    standings = standings or [*letters.open_on(day), *letters.shut_on(day)]
    html = letter_view.render_list(standings, knowledge, day, say, HTML)
    return Reply(html, letter_keyboards.listed(standings, say))


async def opened(standing: Standing, message: Message, knowledge: Knowledge, say: Say) -> Reply:
    """A letter and its addressees; in a group the way to a private chat, where nobody reads along."""
    html = letter_view.render_letter(standing, knowledge, say, HTML)
    if is_group(message) and standing.is_open and message.bot is not None:
        me = await message.bot.me()
        return Reply(html, letter_keyboards.in_private(standing.letter.id, me.username or "", say))
    offices = [knowledge.correspondence.addressees[name] for name in standing.letter.addressees]
    return Reply(html, letter_keyboards.addressees(standing, offices, say))
