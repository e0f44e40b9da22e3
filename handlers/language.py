"""/language: in which language the bot speaks to a person."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import keyboards
from handlers.callbacks import ChooseLanguage
from handlers.ports import Follows, Languages
from handlers.replies import edit, said, send
from handlers.start import greeting
from handlers.texts import Say, Texts


def router() -> Router:
    router = Router(name="language")
    router.message.register(offer, Command("language", ignore_case=True))
    router.callback_query.register(choose, ChooseLanguage.filter())
    return router


async def offer(message: Message, say: Say) -> None:
    await send(message, said(say("language-choose"), keyboards.languages(say)))


async def choose(
    callback: CallbackQuery,
    callback_data: ChooseLanguage,
    message: Message,
    texts: Texts,
    languages: Languages,
    follows: Follows,
) -> None:
    """Speak the language from now on, also of what comes next to this chat."""
    await languages.choose(callback.from_user.id, callback_data.language)
    await follows.wish(message.chat.id, language=callback_data.language)
    say = texts.speak(callback_data.language)
    chosen = said(say("language-chosen"), keyboards.languages(say))
    await edit(message, greeting(say) if callback_data.greeting else chosen)
