from handlers.callbacks import AskExample, CaseList, ChooseLanguage
from retrieval.answer import Context
from tests.handlers.fakes import ScriptedAnswerer
from tests.handlers.telegram import ANNA, BORIS, Telegram, buttons, edited, sent, toast, visible


async def test_a_first_contact_is_greeted_in_the_language_of_their_telegram(telegram: Telegram) -> None:
    [english] = await telegram.write("/start", user=ANNA)
    [russian] = await telegram.write("/start", user=BORIS)
    assert visible(english).startswith("Hello! I answer questions about persecuted trade unionists")
    assert visible(russian).startswith("Здравствуйте! Я отвечаю на вопросы о профсоюзных активистах")


async def test_kazakh_speakers_are_greeted_in_russian_and_others_in_english(telegram: Telegram) -> None:
    [kazakh] = await telegram.write("/start", user=ANNA | {"language_code": "kk"})
    [german] = await telegram.write("/start", user=ANNA | {"language_code": "de-AT"})
    [unknown] = await telegram.write("/start", user={"id": 9, "is_bot": False, "first_name": "X"})
    assert [visible(one).split("!")[0] for one in (kazakh, german, unknown)] == ["Здравствуйте", "Hello", "Hello"]


async def test_the_greeting_offers_questions_cases_and_languages(telegram: Telegram) -> None:
    [greeting] = await telegram.write("/start")
    assert buttons(greeting) == [
        ("Why was KNPRK dissolved?", AskExample(language="en", number=1).pack()),
        ("How long did Kushakbaev get?", AskExample(language="en", number=2).pack()),
        ("Where is Kharkova now?", AskExample(language="en", number=3).pack()),
        ("All cases", CaseList(language="en").pack()),
        ("Русский", ChooseLanguage(language="ru", greeting=True).pack()),
        ("English", ChooseLanguage(language="en", greeting=True).pack()),
    ]


async def test_a_tapped_example_is_shown_and_answered(telegram: Telegram, answerer: ScriptedAnswerer) -> None:
    answerer.answers("Где сейчас Харькова?", "portovik.closed", language="ru")
    done = await telegram.tap(AskExample(language="ru", number=3).pack())
    [answer] = sent(done)
    assert (answer.text or "").startswith("<blockquote>Где сейчас Харькова?</blockquote>\n\nСуд закрыл профсоюз")
    assert toast(done) is None


async def test_an_example_that_is_no_longer_there(telegram: Telegram) -> None:
    assert toast(await telegram.tap(AskExample(language="en", number=9).pack())) == (
        "This button no longer works. Start again: /start"
    )


async def test_choosing_a_language_under_the_greeting_greets_again(telegram: Telegram) -> None:
    [greeting] = edited(await telegram.tap(ChooseLanguage(language="ru", greeting=True).pack()))
    assert visible(greeting).startswith("Здравствуйте!")
    [next_one] = await telegram.write("/start")
    assert visible(next_one).startswith("Здравствуйте!")


async def test_a_link_opens_its_case_and_sets_the_topic(telegram: Telegram, answerer: ScriptedAnswerer) -> None:
    [card] = await telegram.write("/start case_orlova")
    assert visible(card).startswith("Vera Orlova\n\nStatus since May 2018: released")
    await telegram.write("and when was she freed")
    assert answerer.contexts == [Context(case_id="orlova", language="en")]


async def test_an_unknown_link_says_so(telegram: Telegram) -> None:
    for payload in ("case_nobody", "case_", "letter_7", "_", "x" * 64):
        [reply] = await telegram.write(f"/start {payload}", user=BORIS)
        assert visible(reply) == (
            "По этой ссылке ничего не нашлось: возможно, дело переименовали. Посмотрите список дел: /cases"
        )


async def test_names_of_people_and_chats_are_never_said(telegram: Telegram) -> None:
    hostile = "<b>&</i>\u202e@everyone"
    user = ANNA | {"first_name": hostile, "last_name": hostile}
    [greeting] = await telegram.write("/start", user=user)
    [grouped] = await telegram.write("/start", user=user, chat={"id": -5, "type": "group", "title": hostile})
    assert hostile not in (greeting.text or "") + (grouped.text or "")
    assert greeting.text == grouped.text
