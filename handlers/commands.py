"""The command menus and the bot's description, in each language."""

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from handlers.middlewares import READERS_OF_RUSSIAN
from handlers.texts import Say, Texts

PRIVATE = ("ask", "cases", "letters", "following", "language", "privacy", "help", "about")
GROUP = ("ask", "cases", "letters", "help")


async def publish(bot: Bot, texts: Texts) -> None:
    """Set menus and descriptions: English for everybody, Russian for those who more likely read it."""
    await _publish(bot, texts.speak("en"), "")
    for code in READERS_OF_RUSSIAN:
        await _publish(bot, texts.speak("ru"), code)


async def _publish(bot: Bot, say: Say, code: str) -> None:
    await bot.set_my_commands(_menu(PRIVATE, say), scope=BotCommandScopeAllPrivateChats(), language_code=code)
    await bot.set_my_commands(_menu(GROUP, say), scope=BotCommandScopeAllGroupChats(), language_code=code)
    await bot.set_my_description(say("description"), language_code=code)
    await bot.set_my_short_description(say("description-short"), language_code=code)


def _menu(commands: tuple[str, ...], say: Say) -> list[BotCommand]:
    return [BotCommand(command=command, description=say(f"command-{command}")) for command in commands]
