"""The two client libraries of this project against the simulator."""

import asyncio

import pytest
import telegram
from aiogram import Bot, Dispatcher, F
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError, TelegramForbiddenError
from aiogram.types import (
    BotCommand,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)

from bot.simulator import Client, Simulator


async def test_a_dialogue_over_aiogram(sim: Simulator, bot: Bot) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message(F.text)
    async def echo(message: Message) -> None:
        button = InlineKeyboardButton(text="More", callback_data="more")
        markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
        await message.answer(f"<b>{message.text}</b>", parse_mode="HTML", reply_markup=markup)

    @dispatcher.callback_query()
    async def more(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text("more of it")
        await query.answer("done", show_alert=True)

    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, polling_timeout=5))
    yerlan = sim.user("Yerlan", language="ru")
    await yerlan.start("case_1")
    answer = await yerlan.wait_for("case_1")
    assert (answer.marked("bold"), answer.buttons) == (["/start case_1"], ["More"])
    reply = await yerlan.press(answer, "More")
    assert reply and (reply.text, reply.show_alert) == ("done", True)
    assert (yerlan.last().text, yerlan.last().buttons, yerlan.last().edited) == ("more of it", [], True)
    with pytest.raises(TimeoutError, match="came: \\['more of it'\\]"):
        await yerlan.wait_for("nothing", within=0.05)
    await dispatcher.stop_polling()
    await polling
    assert {call.status for call in sim.calls} == {200}
    assert sim.warnings == []


async def test_aiogram_reads_the_refusals(bot: Bot, anna: Client) -> None:
    with pytest.raises(TelegramBadRequest, match='Unsupported start tag "p" at byte offset 0'):
        await bot.send_message(anna.id, "<p>x</p>", parse_mode="HTML")
    anna.block()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(anna.id, "x")
    first = asyncio.create_task(bot.get_updates(offset=10**9, timeout=30))
    await asyncio.sleep(0.05)
    await bot.get_updates(offset=10**9, timeout=1)
    with pytest.raises(TelegramConflictError):
        await first


async def test_aiogram_reads_every_kind_of_result(bot: Bot, anna: Client) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.supports_inline_queries) == (4242, "solidarity_demo_bot", True)
    assert (await bot.get_chat(anna.id)).first_name == "Anna"
    assert (await bot.get_chat_member(anna.id, anna.id)).status == "member"
    await bot.set_my_commands([BotCommand(command="cases", description="Cases")])
    assert [command.command for command in await bot.get_my_commands()] == ["cases"]
    await bot.set_my_description("What it does")
    assert (await bot.get_my_description()).description == "What it does"
    await bot.set_my_name("Бот", language_code="ru")
    assert ((await bot.get_my_name("ru")).name, (await bot.get_my_name()).name) == ("Бот", "Solidarity Bot")
    assert (await bot.get_webhook_info()).url == ""
    assert await bot.send_chat_action(anna.id, "typing") is True
    sent = await bot.send_message(
        anna.id,
        "x example.org",
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(message_id=1),
        protect_content=True,
    )
    assert sent.reply_to_message and sent.reply_to_message.text == "/start"
    assert sent.has_protected_content is True
    assert sent.link_preview_options and sent.link_preview_options.is_disabled is True


async def test_python_telegram_bot_sends_and_edits(
    sim: Simulator, anna: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without it, the library warns about the type of its own `retry_after`.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    async with telegram.Bot(sim.token, base_url=f"{sim.url}/bot", base_file_url=f"{sim.url}/file/bot") as bot:
        button = telegram.InlineKeyboardButton("Case", callback_data="case")
        markup = telegram.InlineKeyboardMarkup([[button]])
        sent = await bot.send_message(anna.id, "<i>x</i>", parse_mode="HTML", reply_markup=markup)
        assert (sent.text, sent.entities[0].type, anna.last().buttons) == ("x", "italic", ["Case"])
        edited = await bot.edit_message_text("y", anna.id, sent.message_id)
        assert isinstance(edited, telegram.Message)
        assert (edited.text, anna.last().text) == ("y", "y")
        sim.faults.flood(retry_after=2)
        with pytest.raises(telegram.error.RetryAfter):
            await bot.send_message(anna.id, "x")
        anna.block()
        with pytest.raises(telegram.error.Forbidden, match="bot was blocked by the user"):
            await bot.send_message(anna.id, "x")
    assert sim.warnings == []
