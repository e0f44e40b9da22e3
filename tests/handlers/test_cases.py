from aiogram import Dispatcher
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageText

from handlers.callbacks import AskAgain, CaseList, CasePage, CaseSources, Follow, OpenCase
from knowledge.base import Knowledge
from retrieval.answer import Context
from tests.handlers.fakes import ScriptedAnswerer
from tests.handlers.telegram import BORIS, Telegram, buttons, edited, sent, toast, visible

GONE = "This case is no longer in the list. All cases: /cases"


async def test_the_list_of_cases(telegram: Telegram) -> None:
    [listed] = await telegram.write("/cases", user=BORIS)
    assert visible(listed).startswith("В базе 2 дела\n\nЛюди\nВера Орлова — на свободе")
    assert buttons(listed) == [
        ("Вера Орлова", OpenCase(language="ru", case_id="orlova").pack()),
        ("Профсоюз «Портовик»", OpenCase(language="ru", case_id="portovik").pack()),
    ]


async def test_the_pages_of_the_list_are_turned_in_place(telegram: Telegram, knowledge: Knowledge) -> None:
    stock(telegram.dispatcher, knowledge, 20)
    [first] = await telegram.write("/cases")
    assert visible(first).startswith("20 cases, page 1 of 3\n\nPeople\nPerson 00 — released")
    assert buttons(first)[-1] == ("›", CaseList(language="en", page=1).pack())

    [last] = edited(await telegram.tap(CaseList(language="en", page=2).pack()))
    assert visible(last).startswith("20 cases, page 3 of 3\n\nPeople\nPerson 16 — released")
    assert [label for label, _ in buttons(last)] == ["Person 16", "Person 17", "Person 18", "Person 19", "‹", "3 / 3"]


async def test_all_cases_open_below_a_card(telegram: Telegram) -> None:
    [listed] = sent(await telegram.tap(CaseList(language="en").pack()))
    assert visible(listed).startswith("2 cases\n\nPeople\nVera Orlova — released")


async def test_a_card_opens_and_becomes_the_topic(telegram: Telegram, answerer: ScriptedAnswerer) -> None:
    done = await telegram.tap(OpenCase(language="ru", case_id="orlova").pack())
    [card] = sent(done)
    assert visible(card).startswith("Вера Орлова\n\nПоложение с мая 2018 года: на свободе")
    assert "<blockquote expandable>" in (card.text or "")
    assert buttons(card) == [
        ("Источники", CaseSources(language="ru", case_id="orlova").pack()),
        ("Спросить ещё", AskAgain(language="ru", case_id="orlova").pack()),
        ("Подписаться", Follow(case_id="orlova").pack()),
        ("Все дела", CaseList(language="ru").pack()),
    ]
    assert toast(done) is None
    await telegram.write("and when")
    assert answerer.contexts == [Context(case_id="orlova", language="en")]


async def test_the_pages_of_a_card_are_turned_in_place(telegram: Telegram) -> None:
    [card] = edited(await telegram.tap(CasePage(language="en", case_id="orlova", page=7).pack()))
    assert visible(card).startswith("Vera Orlova")


async def test_the_sources_of_a_case(telegram: Telegram) -> None:
    [sources] = sent(await telegram.tap(CaseSources(language="en", case_id="orlova").pack()))
    assert visible(sources).split("\n")[:6] == [
        "Vera Orlova",
        "",
        "Sources",
        "",
        "[1] Освобождение",
        "Gazeta, May 2018. Language: Russian. Reliability uncertain.",
    ]
    assert buttons(sources) == [("Case", OpenCase(language="en", case_id="orlova").pack())]
    [turned] = edited(await telegram.tap(CaseSources(language="en", case_id="orlova", page=0).pack()))
    assert turned.text == sources.text


async def test_a_case_that_is_gone(telegram: Telegram) -> None:
    for data in (
        OpenCase(language="en", case_id="nobody"),
        CasePage(language="en", case_id="nobody", page=1),
        CaseSources(language="en", case_id="nobody"),
    ):
        done = await telegram.tap(data.pack())
        assert (toast(done), len(done)) == (GONE, 1)


async def test_the_same_tap_twice_is_quiet(telegram: Telegram) -> None:
    description = "Bad Request: message is not modified: specified new message content and reply markup are the same"
    telegram.session.refuse(EditMessageText, TelegramBadRequest, description)
    done = await telegram.tap(CaseList(language="en", page=0).pack())
    assert (toast(done), len(done)) == (None, 1)


async def test_a_message_deleted_meanwhile_gets_a_toast(telegram: Telegram) -> None:
    telegram.session.refuse(EditMessageText, TelegramBadRequest, "Bad Request: message to edit not found")
    done = await telegram.tap(CaseList(language="en", page=0).pack())
    assert (toast(done), len(done)) == ("This message is no longer available. Please write your question again.", 1)


def stock(dispatcher: Dispatcher, knowledge: Knowledge, count: int) -> None:
    """Fill the bot's knowledge with people called Person 00, Person 01 …"""
    orlova = knowledge.cases["orlova"]
    cases = {}
    for number in range(count):
        name = orlova.name.model_copy(update={"en": f"Person {number:02}"})
        cases[f"p{number}"] = orlova.model_copy(update={"id": f"p{number}", "name": name})
    dispatcher["knowledge"] = Knowledge(knowledge.sources, cases, (), "test")
