"""Writing a letter: one question after another, each to be skipped, taken back or broken off."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers import letter_keyboards, letter_view
from handlers.asking import Asking
from handlers.callbacks import LetterIn, LetterStep, LetterTo, OpenLetter
from handlers.desk import Desk, Unwritable
from handlers.dialogue import Dialogue
from handlers.draft import WRITTEN, Draft, Drafts, Step
from handlers.errors import Unkept
from handlers.letters import opened
from handlers.replies import HTML, Reply, said, send
from handlers.texts import Say
from knowledge.sender import TooLong, clean


class Writing(Filter):
    """Passes a text that answers a question of a letter, with the draft."""

    async def __call__(self, message: Message, drafts: Drafts) -> bool | dict[str, Draft]:
        if message.text is not None and message.text.startswith("/"):
            return False
        try:
            draft = await drafts.load()
        except Unkept:
            return False
        return {"draft": draft} if draft is not None and draft.step in WRITTEN else False


def router() -> Router:
    router = Router(name="writing")
    router.message.register(write, F.chat.type == ChatType.PRIVATE, Writing())
    router.callback_query.register(choose_addressee, LetterTo.filter())
    router.callback_query.register(choose_language, LetterIn.filter())
    router.callback_query.register(move, LetterStep.filter())
    return router


async def choose_addressee(
    query: CallbackQuery, callback_data: LetterTo, message: Message, say: Say, drafts: Drafts, desk: Desk
) -> str | None:
    draft = desk.begun(OpenLetter(language=say.language, letter=callback_data.letter), callback_data.number)
    if draft is None:
        return say("letter-gone")
    begun = await drafts.load()
    if begun is not None and begun.letter == draft.letter:
        changes = begun.editing and begun.step is Step.TO
        draft = begun.answered(to=draft.to) if changes else replace(draft, sender=begun.sender)
    await ask(message, query.from_user.id, draft, say, drafts, desk)
    return None


async def choose_language(
    query: CallbackQuery, callback_data: LetterIn, message: Message, say: Say, drafts: Drafts, desk: Desk
) -> str | None:
    draft = await drafts.load()
    if draft is None or draft.step is not Step.LANGUAGE:
        return say("letter-step-gone")
    await ask(message, query.from_user.id, draft.answered(language=callback_data.language), say, drafts, desk)
    return None


async def write(
    message: Message, draft: Draft, say: Say, drafts: Drafts, desk: Desk, dialogue: Dialogue, asking: Asking
) -> None:
    """Take a text as the answer; after one that is too long, no text, or a question of its own it is asked again."""
    user_id = message.from_user.id if message.from_user else message.chat.id
    if message.text is None:
        await send(message, said(say("letter-only-text"), letter_keyboards.question(draft.step, say)))
        return
    if draft.step is not Step.OWN and message.text.rstrip().endswith("?"):
        # No name, place or union ends like this: somebody asks in the middle of a letter.
        await asking.written(message, message.text, say, dialogue)
        await ask(message, user_id, draft, say, drafts, desk)
        return
    try:
        text = clean(draft.step, message.text)
    except TooLong as error:
        told = say("letter-too-long", length=error.length, limit=error.limit)
        await send(message, said(told, letter_keyboards.question(draft.step, say)))
        return
    await ask(message, user_id, draft.written(text), say, drafts, desk)


async def move(
    query: CallbackQuery, callback_data: LetterStep, message: Message, say: Say, drafts: Drafts, desk: Desk
) -> str | None:
    draft = await drafts.load()
    edits = callback_data.move == "edit"
    if draft is None or draft.step is not (Step.PREVIEW if edits else callback_data.step):
        return say("letter-step-gone")
    if callback_data.move == "cancel":
        await drafts.erase()
        await send(message, said(say("letter-cancelled")))
    elif callback_data.move == "confirm":
        await desk.finish(message, query.from_user.id, draft, say, drafts)
    else:
        await ask(message, query.from_user.id, _moved(draft, callback_data, desk), say, drafts, desk)
    return None


async def ask(message: Message, user_id: int, draft: Draft, say: Say, drafts: Drafts, desk: Desk) -> None:
    """Put the question of the draft's step, or show the letter."""
    try:
        addressee = desk.addressee(draft)
        if draft.step is Step.LANGUAGE and len(addressee.languages) == 1:
            draft = draft.answered(language=addressee.languages[0])
        if draft.language not in addressee.languages:
            draft = replace(draft, language=addressee.languages[0])
        await drafts.save(draft)
        if draft.step is Step.TO:
            await send(message, await opened(desk.standing(draft), message, desk.knowledge, say))
            return
        if draft.step is Step.PREVIEW:
            await desk.show(message, user_id, draft, say)
            return
    except Unwritable:
        await drafts.erase()
        await send(message, said(say("letter-gone")))
        return
    html = letter_view.render_question(draft, addressee, say, HTML)
    await send(message, Reply(html, letter_keyboards.under(draft, addressee, say)))


def _moved(draft: Draft, tapped: LetterStep, desk: Desk) -> Draft:
    if tapped.move == "edit":
        return draft.edit(tapped.step)
    if tapped.move == "skip":
        return draft.answered(sender=replace(draft.sender, **{draft.step.value: ""}))
    before = draft.back()
    # A question that was not asked is not gone back to.
    return before.back() if before.step is Step.LANGUAGE and not desk.offers_languages(draft) else before
