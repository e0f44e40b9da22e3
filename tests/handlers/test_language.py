from handlers.callbacks import ChooseLanguage
from tests.handlers.fakes import MemoryLanguages
from tests.handlers.telegram import BORIS, Telegram, buttons, edited, toast, visible


async def test_the_command_offers_both_languages(telegram: Telegram) -> None:
    [offer] = await telegram.write("/language")
    assert visible(offer) == "Which language shall I use?\nНа каком языке говорить?"
    assert buttons(offer) == [
        ("Русский", ChooseLanguage(language="ru", greeting=False).pack()),
        ("English", ChooseLanguage(language="en", greeting=False).pack()),
    ]


async def test_a_choice_stays(telegram: Telegram, languages: MemoryLanguages) -> None:
    done = await telegram.tap(ChooseLanguage(language="en", greeting=False).pack(), user=BORIS)
    [confirmed] = edited(done)
    assert visible(confirmed) == "I now speak English. A question in Russian gets an answer in Russian."
    assert toast(done) is None
    assert languages.kept == {8: "en"}
    [help_text] = await telegram.write("/help", user=BORIS)
    assert visible(help_text).startswith("Write a question in plain words")


async def test_a_language_that_is_not_there(telegram: Telegram, languages: MemoryLanguages) -> None:
    assert toast(await telegram.tap("lang:de:0")) == "This button no longer works. Start again: /start"
    assert languages.kept == {}
