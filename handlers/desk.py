"""Where a draft becomes a letter: shown, and handed over."""

from collections.abc import Callable

from aiogram.types import BufferedInputFile, InputMediaDocument, MediaUnion, Message

from handlers import letter_keyboards, letter_view
from handlers.callbacks import OpenLetter
from handlers.draft import Draft, Drafts
from handlers.errors import HandlersError
from handlers.ports import Printed, Supplies
from handlers.replies import HTML, Reply, said, send, show_typing
from handlers.texts import Say
from knowledge.base import Knowledge
from knowledge.errors import KnowledgeError
from knowledge.letter import Addressee
from knowledge.letters import Letters, Standing
from knowledge.rendering import RenderedLetter, Renderer
from knowledge.typesetting.text import text


class Unwritable(HandlersError):
    """The letter of a draft is gone, or may no longer be sent."""


class Desk:
    """Makes letters of drafts, from the knowledge of the moment."""

    def __init__(self, knowledge: Callable[[], Knowledge], supplies: Supplies) -> None:
        self._knowledge = knowledge
        self._press = supplies.press
        self._counts = supplies.counts
        self._today = supplies.today

    def begun(self, opened: OpenLetter, number: int) -> Draft | None:
        """A new draft to an addressee of a letter; None where there is no such letter or addressee, or it is shut."""
        name = opened.find(self.knowledge.letters)
        standing = None if name is None else Letters(self.knowledge).standing(name, self._today())
        if standing is None or not standing.is_open or not 0 <= number < len(standing.letter.addressees):
            return None
        return Draft(standing.letter.id).answered(to=standing.letter.addressees[number])

    def addressee(self, draft: Draft) -> Addressee:
        """The office that a draft goes to; Unwritable where it is gone."""
        try:
            return self.knowledge.correspondence.addressees[draft.to]
        except KeyError:
            raise Unwritable from None

    @property
    def knowledge(self) -> Knowledge:
        return self._knowledge()

    def standing(self, draft: Draft) -> Standing:
        """How the letter of a draft stands today; Unwritable where it is gone."""
        standing = Letters(self.knowledge).standing(draft.letter, self._today())
        if standing is None:
            raise Unwritable
        return standing

    def offers_languages(self, draft: Draft) -> bool:
        """Whether the office reads more than one language; not one that is gone."""
        office = self.knowledge.correspondence.addressees.get(draft.to)
        return office is not None and len(office.languages) > 1

    async def show(self, message: Message, user_id: int, draft: Draft, say: Say) -> None:
        """The page as a picture, the words under it, and what to do with them; Unwritable."""
        letter = self._rendered(draft, user_id)
        picture = await show_typing(message, self._press.picture(letter))
        await message.answer_photo(BufferedInputFile(picture, f"{letter.letter_id}.png"))
        html = letter_view.render_preview(letter, say, HTML)
        await send(message, Reply(html, letter_keyboards.preview(say)))

    async def finish(self, message: Message, user_id: int, draft: Draft, say: Say, drafts: Drafts) -> None:
        """Hand the letter over in every form, and forget who wrote it."""
        try:
            letter = self._rendered(draft, user_id)
        except Unwritable:
            await drafts.erase()
            await send(message, said(say("letter-gone")))
            return
        printed = await show_typing(message, self._press.files(letter))
        await send(message, Reply(HTML.copyable(text(letter).strip())))
        await message.answer_media_group(_files(letter, printed))
        await drafts.erase()
        await self._counts.count(letter.letter_id)
        html = letter_view.render_address(letter, say, HTML)
        await send(message, Reply(html, letter_keyboards.address(letter, say)))

    def _rendered(self, draft: Draft, user_id: int) -> RenderedLetter:
        standing = self.standing(draft)
        try:
            return Renderer(self.knowledge).render(
                standing, draft.to, draft.language, draft.sender, self._today(), seed=str(user_id)
            )
        except KnowledgeError as error:
            raise Unwritable from error


def _files(letter: RenderedLetter, printed: Printed) -> list[MediaUnion]:
    made = {"pdf": printed.pdf, "docx": printed.docx, "eml": printed.eml}
    return [
        InputMediaDocument(media=BufferedInputFile(content, f"{letter.letter_id}.{ending}"))
        for ending, content in made.items()
    ]
