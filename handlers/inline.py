"""Inline mode: `@bot kushakbaev` in any chat offers the card of a case and the letters that are open."""

from collections.abc import Iterator
from itertools import islice

from aiogram import Bot, Router
from aiogram.enums import ParseMode
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from handlers import letter_view
from handlers.case_view import listed
from handlers.dates import day as spoken_day
from handlers.markup import Marked, lines, paragraphs
from handlers.ports import Answerer, Today
from handlers.replies import HTML
from handlers.split import split
from handlers.texts import Say
from knowledge.base import Knowledge
from knowledge.letters import Letters, Standing
from knowledge.schema import Case
from retrieval.answer import Context

# Telegram takes fifty; nobody scrolls through more than these.
MOST = 20
# Cases change seldom, but a result is in the language of the person and must not outlive a correction for long.
_CACHE_SECONDS = 60


def router() -> Router:
    router = Router(name="inline")
    router.inline_query.register(offer)
    return router


async def offer(query: InlineQuery, bot: Bot, say: Say, answerer: Answerer, knowledge: Knowledge, today: Today) -> None:
    cases = await _cases(query.query.strip(), say, answerer, knowledge)
    me = await bot.me()
    results = list(islice(_results(cases, knowledge, today, say, me.username or ""), MOST))
    await query.answer(results, cache_time=_CACHE_SECONDS, is_personal=True)  # type: ignore[arg-type]


async def _cases(asked: str, say: Say, answerer: Answerer, knowledge: Knowledge) -> list[Case]:
    """The cases that a question is about; all where nothing was typed."""
    if not asked:
        return list(listed(knowledge, say))
    found = await answerer.ask(asked, Context(language=say.language))
    cases = ([found.case] if found.case else []) + list(getattr(found, "cases", ()))
    return list({case.id: case for case in cases}.values())


def _results(
    cases: list[Case], knowledge: Knowledge, today: Today, say: Say, bot_name: str
) -> Iterator[InlineQueryResultArticle]:
    letters = Letters(knowledge)
    offered: set[str] = set()
    for case in cases:
        yield _case(case, say, bot_name)
        for standing in letters.about(case.id, today()):
            if standing.is_open and standing.letter.id not in offered:
                offered.add(standing.letter.id)
                yield _letter(standing, knowledge, say, bot_name)


def _case(case: Case, say: Say, bot_name: str) -> InlineQueryResultArticle:
    name = case.name.in_language(say.language)
    status = case.current.text.in_language(say.language)
    card = paragraphs(
        [
            HTML.bold(HTML.text(name)),
            HTML.text(case.summary.in_language(say.language)),
            lines([HTML.bold(HTML.text(status))]),
            HTML.italic(
                HTML.text(
                    say("case-as-of", date=spoken_day(case.as_of, say), verified=spoken_day(case.verified_on, say))
                )
            ),
        ]
    )
    return _article(f"case:{case.id}", name, status, card, f"https://t.me/{bot_name}?start=case_{case.id}", say)


def _letter(standing: Standing, knowledge: Knowledge, say: Say, bot_name: str) -> InlineQueryResultArticle:
    title = standing.letter.title.in_language(say.language)
    card = letter_view.render_shared(standing, knowledge, say, HTML)
    link = f"https://t.me/{bot_name}?start=letter_{standing.letter.id}"
    return _article(f"letter:{standing.letter.id}", title, say("inline-letter"), card, link, say)


def _article(id: str, title: str, description: str, html: Marked, link: str, say: Say) -> InlineQueryResultArticle:
    open_here = InlineKeyboardButton(text=say("button-open"), url=link)
    return InlineQueryResultArticle(
        id=id,
        title=title,
        description=description,
        input_message_content=InputTextMessageContent(
            message_text=split(html)[0],
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[[open_here]]),
    )
