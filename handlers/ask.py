"""Questions: written to the bot, with /ask, by mention or reply in a group, or tapped on a button."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers import keyboards
from handlers.addressed import Addressed
from handlers.asking import Asking
from handlers.callbacks import AskAgain, AskExample, AskSuggestion, ChooseCase
from handlers.dialogue import Dialogue
from handlers.replies import said, send
from handlers.texts import Say, Texts
from knowledge.base import Knowledge
from retrieval.answer import Context


def router() -> Router:
    router = Router(name="ask")
    router.message.register(ask, Command("ask", ignore_case=True))
    router.message.register(write, F.chat.type == ChatType.PRIVATE, F.text, ~F.text.startswith("/"))
    router.message.register(address, Addressed())
    router.callback_query.register(tap_example, AskExample.filter(F.number.in_(keyboards.EXAMPLES)))
    router.callback_query.register(tap_suggestion, AskSuggestion.filter())
    router.callback_query.register(choose_case, ChooseCase.filter())
    router.callback_query.register(ask_again, AskAgain.filter())
    return router


async def ask(message: Message, command: CommandObject, say: Say, dialogue: Dialogue, asking: Asking) -> None:
    if command.args is None:
        await send(message, said(say("ask-usage")))
        return
    await asking.written(message, command.args, say, dialogue)


async def write(message: Message, say: Say, dialogue: Dialogue, asking: Asking) -> None:
    await asking.written(message, message.text or "", say, dialogue)


async def address(message: Message, question: str, say: Say, dialogue: Dialogue, asking: Asking) -> None:
    if not question:
        await send(message, said(say("ask-usage-mention")))
        return
    await asking.written(message, question, say, dialogue)


async def tap_example(
    _: CallbackQuery, callback_data: AskExample, message: Message, texts: Texts, dialogue: Dialogue, asking: Asking
) -> None:
    question = texts(f"example-{callback_data.number}", callback_data.language)
    await asking.tapped(message, question, Context(language=callback_data.language), dialogue)


async def tap_suggestion(
    _: CallbackQuery,
    callback_data: AskSuggestion,
    message: Message,
    say: Say,
    dialogue: Dialogue,
    asking: Asking,
    knowledge: Knowledge,
) -> str | None:
    language = callback_data.language
    claim = callback_data.find(knowledge.claims)
    if claim is None:
        return say("button-gone")
    question = claim.questions.in_language(language)[0]
    await asking.tapped(message, question, Context(case_id=claim.case_id, language=language), dialogue)
    return None


async def choose_case(
    _: CallbackQuery, callback_data: ChooseCase, message: Message, texts: Texts, dialogue: Dialogue, asking: Asking
) -> str | None:
    question = dialogue.take_question(message.message_id)
    if question is None:
        return texts("choice-gone", callback_data.language)
    context = Context(case_id=callback_data.case_id, language=callback_data.language)
    await asking.chosen(message, question, context, dialogue)
    await message.edit_reply_markup()
    return None


async def ask_again(
    _: CallbackQuery, callback_data: AskAgain, message: Message, texts: Texts, knowledge: Knowledge
) -> None:
    say = texts.speak(callback_data.language)
    case = knowledge.cases.get(callback_data.case_id)
    if case is None:
        await send(message, said(say("again"), keyboards.examples(say)))
        return
    name = case.name.in_language(say.language)
    await send(message, said(say("again-case", name=name), keyboards.suggestions(case, say)))
