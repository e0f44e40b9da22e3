import logging
import re

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.methods import AnswerCallbackQuery, SendMessage

from handlers.callbacks import AskExample
from knowledge.schema import Language
from tests.handlers.fakes import MemoryLanguages, ScriptedAnswerer
from tests.handlers.telegram import ANNA, BORIS, Telegram, sent, toast, visible

SECRET = "who betrayed ivan"
FAULT = re.compile(
    r"Something went wrong on our side\. Your question was not kept\. "
    r"Please try again in a minute\. \(ref ([0-9a-f]{4})\)"
)


async def test_a_fault_is_told_with_a_reference_and_logged_without_the_text(
    telegram: Telegram, answerer: ScriptedAnswerer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    answerer.breaks(SECRET, ValueError(SECRET))
    [told] = await telegram.write(SECRET)
    found = FAULT.fullmatch(visible(told))
    assert found is not None
    [record] = [record for record in caplog.records if record.name == "handlers.faults"]
    assert re.fullmatch(rf"fault {found[1]}: ValueError at \S+fakes\.py:\d+", record.getMessage())
    assert record.exc_info is None
    assert SECRET not in caplog.text
    assert "Anna" not in caplog.text


async def test_a_fault_is_told_in_the_language_of_the_person(telegram: Telegram, answerer: ScriptedAnswerer) -> None:
    answerer.breaks("вопрос", RuntimeError())
    [told] = await telegram.write("вопрос", user=BORIS)
    assert re.fullmatch(
        r"У нас что-то сломалось\. Ваш вопрос не сохранён\. "
        r"Попробуйте ещё раз через минуту \(код ошибки: [0-9a-f]{4}\)\.",
        visible(told),
    )


async def test_a_fault_after_a_tap_ends_the_tap_too(telegram: Telegram, answerer: ScriptedAnswerer) -> None:
    answerer.breaks("Why was KNPRK dissolved?", RuntimeError())
    done = await telegram.tap(AskExample(language="en", number=1).pack())
    assert toast(done) is None
    assert FAULT.fullmatch(visible(sent(done)[0]))


async def test_a_fault_before_the_language_is_known_is_told_all_the_same(
    telegram: Telegram, languages: MemoryLanguages, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(user_id: int) -> Language | None:
        raise ConnectionError

    monkeypatch.setattr(languages, "chosen", broken)
    [told] = await telegram.write("/help", user=ANNA)
    assert FAULT.fullmatch(visible(told))


async def test_a_blocked_bot_is_quiet(telegram: Telegram, caplog: pytest.LogCaptureFixture) -> None:
    telegram.session.refuse(SendMessage, TelegramForbiddenError, "Forbidden: bot was blocked by the user")
    assert await telegram.write("/help") == []
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_a_fault_that_cannot_be_told_is_logged(telegram: Telegram, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(2):
        telegram.session.refuse(SendMessage, TelegramBadRequest, "Bad Request: chat not found")
    assert await telegram.write("/help") == []
    [record] = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert "TelegramBadRequest" in record.getMessage()


async def test_a_tap_that_waited_too_long_is_quiet(telegram: Telegram, caplog: pytest.LogCaptureFixture) -> None:
    description = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    telegram.session.refuse(AnswerCallbackQuery, TelegramBadRequest, description)
    assert len(sent(await telegram.tap("c:en:orlova"))) == 1
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
