"""A person in a browser talks with a bot."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.simulator import Simulator
from tests.browser import chromium, needs_browser

pytestmark = needs_browser


@pytest.fixture
async def talking(bot: Bot) -> AsyncIterator[None]:
    dispatcher = Dispatcher()
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="More", callback_data="more")]])

    @dispatcher.message(F.text)
    async def echo(message: Message) -> None:
        text = f"You said <b>{message.text}</b>\n<blockquote expandable>" + "source\n" * 6 + "</blockquote>"
        await message.answer(text, parse_mode="HTML", reply_markup=markup)

    @dispatcher.callback_query()
    async def more(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text("That was all")
        await query.answer("Nothing more", show_alert=True)

    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, polling_timeout=5))
    yield
    await dispatcher.stop_polling()
    await polling


async def test_a_chat_in_the_browser(sim: Simulator, talking: None) -> None:
    complaints: list[str] = []
    async with chromium() as browser:
        page = await browser.new_page(viewport={"width": 390, "height": 844}, locale="en-GB")
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
        await page.goto(f"{sim.url}/?start=case_x")
        await page.get_by_text("You said /start case_x").wait_for()

        field = page.get_by_role("textbox", name="Message")
        await field.fill("first line")
        await field.press("Shift+Enter")
        await field.type("<i>second</i>")
        await field.press("Enter")
        answer = page.locator("article.in").last
        await page.locator("article.in").nth(1).wait_for()
        assert await page.locator("article.out .words").last.evaluate("node => node.firstChild.data") == (
            "first line\n<i>second</i>"
        )
        await answer.get_by_role("button", name="Show more").click()
        assert await answer.get_by_role("button", name="Show less").is_visible()

        await answer.get_by_role("button", name="More", exact=True).click()
        await page.get_by_role("dialog").get_by_text("Nothing more").wait_for()
        await page.get_by_role("button", name="OK").click()
        await answer.get_by_text("That was all").wait_for()

        await page.get_by_label("Language of this person's Telegram").select_option("ru")
        await page.get_by_role("textbox", name="Сообщение").wait_for()
        overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0
    assert sim.world.people[1001].language_code == "ru"
    assert complaints == []
