"""`@bot orlova` in any chat."""

from pathlib import Path
from typing import Any

import pytest
from aiogram.methods import AnswerInlineQuery
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent

from knowledge.base import Knowledge
from retrieval.answer import Reason
from tests.handlers.fakes import HandClock, ScriptedAnswerer
from tests.handlers.telegram import ANNA, BORIS, Balanced, Telegram
from tests.letters import content


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder: Path = tmp_path_factory.mktemp("letters")
    return content.knowledge(folder)


async def offered(telegram: Telegram, query: str, user: dict[str, Any] = ANNA) -> list[InlineQueryResultArticle]:
    done = await telegram.update(inline_query={"id": "1", "from": user, "query": query, "offset": ""})
    [answer] = [method for method in done if isinstance(method, AnswerInlineQuery)]
    assert answer.is_personal
    return [result for result in answer.results if isinstance(result, InlineQueryResultArticle)]


def told(result: InlineQueryResultArticle) -> str:
    assert isinstance(result.input_message_content, InputTextMessageContent)
    return Balanced(result.input_message_content.message_text).visible


def link(result: InlineQueryResultArticle) -> str | None:
    assert result.reply_markup is not None
    return result.reply_markup.inline_keyboard[0][0].url


async def test_a_name_offers_the_case_and_its_open_letters(telegram: Telegram, answerer: ScriptedAnswerer) -> None:
    answerer.answers("orlova", "orlova.sentence")
    case, letter = await offered(telegram, "orlova")
    assert (case.title, letter.title) == ("Vera Orlova", "Review the conviction")
    assert told(case).startswith(
        "Vera Orlova\n\nVera Orlova served a term and was freed.\n\nAt liberty since May 2018."
    )
    assert told(letter) == "Review the conviction\n\nThe letter asks:\n• review the conviction of Vera Orlova."
    assert link(case) == "https://t.me/solidarity_bot?start=case_orlova"
    assert link(letter) == "https://t.me/solidarity_bot?start=letter_review-orlova"


async def test_nothing_typed_offers_every_case_in_the_persons_language(telegram: Telegram) -> None:
    assert [result.title for result in await offered(telegram, "  ", BORIS)] == [
        "Вера Орлова",
        "Пересмотреть приговор",
        "Профсоюз «Портовик»",
    ]


async def test_a_letter_that_is_shut_is_not_offered(telegram: Telegram, clock: HandClock) -> None:
    clock.move(days=400)
    assert [result.title for result in await offered(telegram, "")] == ["Vera Orlova", "Portovik union"]


async def test_the_nearest_cases_are_offered_where_nothing_answers(
    telegram: Telegram, answerer: ScriptedAnswerer
) -> None:
    answerer.abstains("docker", Reason.NOTHING_FOUND, "portovik")
    assert [result.title for result in await offered(telegram, "docker")] == ["Portovik union"]


async def test_what_is_about_nothing_offers_nothing(telegram: Telegram) -> None:
    assert await offered(telegram, "weather in Riga") == []
