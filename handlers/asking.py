"""A question asked in a chat, and what follows from its result."""

from dataclasses import dataclass

from aiogram.types import Message

from handlers import keyboards
from handlers.answer_view import render
from handlers.dialogue import Dialogue
from handlers.inputs import MAX_QUESTION, Input, classify, clean
from handlers.markup import paragraphs
from handlers.ports import Answerer
from handlers.replies import HTML, Reply, said, send, show_typing
from handlers.texts import Say, Texts
from retrieval.answer import Abstention, Answer, Context, Reason


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks in the context of a dialogue, replies, and notes what the dialogue is about now."""

    answerer: Answerer
    texts: Texts

    async def written(self, message: Message, text: str, say: Say, dialogue: Dialogue) -> None:
        """Answer what a person wrote, or say why it is no question."""
        kind = classify(text)
        dialogue.forget_question()
        if kind is not Input.QUESTION:
            await send(message, not_a_question(kind, say))
            return
        context = Context(case_id=await dialogue.topic(), language=say.language)
        await self._answer(message, clean(text), context, dialogue)

    async def tapped(self, message: Message, question: str, context: Context, dialogue: Dialogue) -> None:
        """Answer a question that stood on a button, and show it, since the chat does not."""
        dialogue.forget_question()
        await self._answer(message, question, context, dialogue, shown=True)

    async def chosen(self, message: Message, question: str, context: Context, dialogue: Dialogue) -> None:
        """Answer a question that awaited its case."""
        await self._answer(message, question, context, dialogue)

    async def _answer(
        self, message: Message, question: str, context: Context, dialogue: Dialogue, *, shown: bool = False
    ) -> None:
        result = await show_typing(message, self.answerer.ask(question, context))
        sent = await send(message, self._reply(result, question if shown else ""))
        await dialogue.speak_of(result.leaves(context).case_id)
        if isinstance(result, Abstention) and result.reason is Reason.WHICH_CASE:
            dialogue.keep_question(question, sent.message_id)

    def _reply(self, result: Answer | Abstention, shown: str) -> Reply:
        quoted = [HTML.quote(HTML.text(shown))] if shown else []
        html = paragraphs([*quoted, render(result, self.texts, HTML)])
        return Reply(html, keyboards.under(result, self.texts.speak(result.language)))


def not_a_question(kind: Input, say: Say) -> Reply:
    if kind is Input.TOO_LONG:
        return said(say(f"input-{kind}", limit=MAX_QUESTION))
    return said(say(f"input-{kind}"))
