from aiogram.methods import SetMyCommands, SetMyDescription, SetMyShortDescription
from aiogram.types import BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from handlers.commands import publish
from handlers.middlewares import READERS_OF_RUSSIAN
from handlers.texts import Texts
from tests.handlers.telegram import Telegram

ENGLISH = [
    ("ask", "Ask a question"),
    ("cases", "All cases"),
    ("letters", "Letters that may be sent today"),
    ("following", "What this chat follows"),
    ("language", "Language"),
    ("privacy", "What is kept about you"),
    ("help", "How to ask"),
    ("about", "Where the information comes from"),
]
RUSSIAN_GROUP = [
    ("ask", "Задать вопрос"),
    ("cases", "Все дела"),
    ("letters", "Письма, которые можно отправить сегодня"),
    ("help", "Как спрашивать"),
]


async def test_menus_and_descriptions_are_set_per_language_and_kind_of_chat(telegram: Telegram, texts: Texts) -> None:
    await publish(telegram.bot, texts)
    menus = {
        (method.language_code, type(method.scope)): [(each.command, each.description) for each in method.commands]
        for method in telegram.session.sent
        if isinstance(method, SetMyCommands)
    }
    assert menus["", BotCommandScopeAllPrivateChats] == ENGLISH
    assert menus["kk", BotCommandScopeAllGroupChats] == RUSSIAN_GROUP
    assert {code for code, _ in menus} == {"", *READERS_OF_RUSSIAN}

    descriptions = {m.language_code: m.description for m in telegram.session.sent if isinstance(m, SetMyDescription)}
    shorts = {
        m.language_code: m.short_description for m in telegram.session.sent if isinstance(m, SetMyShortDescription)
    }
    assert descriptions["ru"] == texts("description", "ru")
    assert shorts == {"": texts("description-short", "en")} | {
        code: texts("description-short", "ru") for code in READERS_OF_RUSSIAN
    }
