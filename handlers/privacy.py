"""/privacy, /mydata and /forget: what is kept about a chat, all of it, and its end."""

import json

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from handlers import follow_keyboards
from handlers.callbacks import Forget
from handlers.dialogue import Dialogue
from handlers.ports import Follows
from handlers.replies import said, send
from handlers.texts import Say


def router() -> Router:
    router = Router(name="privacy")
    router.message.register(privacy, Command("privacy", ignore_case=True))
    router.message.register(my_data, Command("mydata", ignore_case=True))
    router.message.register(ask_to_forget, Command("forget", ignore_case=True))
    router.callback_query.register(forget, Forget.filter())
    return router


async def privacy(message: Message, say: Say, operator: str) -> None:
    await send(message, said(say("privacy", operator=operator or say("privacy-operator-unnamed"))))


async def my_data(message: Message, say: Say, follows: Follows, state: FSMContext) -> None:
    """Everything held about this chat, as a file."""
    held = {**await follows.held(message.chat.id), "dialogue": await state.get_data()}
    content = json.dumps(held, ensure_ascii=False, indent=2, default=str).encode()
    await message.answer_document(BufferedInputFile(content, "mydata.json"), caption=say("mydata"))


async def ask_to_forget(message: Message, say: Say) -> None:
    await send(message, said(say("forget-ask"), follow_keyboards.forget(say)))


async def forget(
    _: CallbackQuery,
    callback_data: Forget,
    message: Message,
    say: Say,
    follows: Follows,
    state: FSMContext,
    dialogue: Dialogue,
) -> None:
    if not callback_data.sure:
        await send(message, said(say("forget-kept")))
        return
    gone = await follows.forget(message.chat.id)
    await state.clear()
    dialogue.forget_question()
    await send(message, said(say("forget-done", follows=gone.follows, deliveries=gone.deliveries)))
