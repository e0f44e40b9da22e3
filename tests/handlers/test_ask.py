from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.methods import EditMessageReplyMarkup, SendChatAction

from handlers.callbacks import AnswerSources, AskAgain, AskSuggestion, ChooseCase, Follow, Forget, OpenCase
from knowledge.base import Knowledge
from retrieval.answer import Abstention, Context, Reason
from retrieval.compose import compose
from tests.handlers.fakes import HandClock, ScriptedAnswerer
from tests.handlers.telegram import BORIS, Telegram, buttons, sent, toast, visible

WHEN = "when was she freed"


async def test_free_text_is_a_question(telegram: Telegram) -> None:
    [answer] = await telegram.write("how long did orlova get")
    assert visible(answer).split("\n")[0] == "Vera Orlova was sentenced to two years in prison. [1]"
    assert answer.reply_parameters is None


async def test_buttons_under_an_answer(telegram: Telegram, knowledge: Knowledge) -> None:
    [answer] = await telegram.write("how long did orlova get")
    assert buttons(answer) == [
        ("Case", OpenCase(language="en", case_id="orlova").pack()),
        ("Sources", AnswerSources.of(compose(knowledge, "en", ["orlova.sentence"])).pack()),
        ("Follow", Follow(case_id="orlova").pack()),
        ("Ask again", AskAgain(language="en", case_id="orlova").pack()),
    ]


async def test_the_answer_and_its_buttons_speak_the_language_of_the_question(telegram: Telegram) -> None:
    [answer] = await telegram.write("сколько дали орловой")
    assert visible(answer).startswith("Вера Орлова приговорена к двум годам колонии. [1]")
    assert [label for label, _ in buttons(answer)] == ["Дело", "Источники", "Подписаться", "Спросить ещё"]


async def test_the_command_asks_what_follows_it(telegram: Telegram) -> None:
    [answer] = await telegram.write("/ask how long did orlova get")
    assert visible(answer).startswith("Vera Orlova was sentenced")


async def test_the_command_alone_explains_itself(telegram: Telegram) -> None:
    for text in ("/ask", "/ask   "):
        [hint] = await telegram.write(text)
        assert visible(hint) == ("Write a question after the command, for example: /ask How long did Kushakbaev get?")


async def test_the_sources_of_an_answer_in_full(telegram: Telegram) -> None:
    [answer] = await telegram.write("how long did orlova get")
    done = await telegram.tap(buttons(answer)[1][1])
    [sources] = sent(done)
    assert visible(sources).split("\n")[:4] == [
        "Sources",
        "",
        "[1] A verdict in the north",
        "The Bulletin, 8 April 2017. Language: English. Likely reliable source.",
    ]
    assert toast(done) is None


async def test_sources_that_are_gone(telegram: Telegram) -> None:
    done = await telegram.tap(AnswerSources(language="ru", digests="????").pack())
    assert toast(done) == "Этих источников больше нет в базе."


async def test_asking_again_suggests_questions_about_the_case(telegram: Telegram, knowledge: Knowledge) -> None:
    [hint] = sent(await telegram.tap(AskAgain(language="en", case_id="orlova").pack()))
    again = "Ask in another way, or ask about something else."
    assert visible(hint) == f"{again} About “Vera Orlova” people ask, for example:"
    claims = knowledge.cases["orlova"].claims
    assert buttons(hint) == [(claim.questions.en[0], AskSuggestion.of(claim, "en").pack()) for claim in claims]


async def test_asking_again_without_a_case_suggests_examples(telegram: Telegram) -> None:
    [hint] = sent(await telegram.tap(AskAgain(language="ru").pack()))
    assert visible(hint).startswith("Спросите иначе. Назовите человека, организацию или событие")
    assert buttons(hint)[0][0] == "За что закрыли КНПРК?"


async def test_a_suggestion_is_asked_about_its_case(
    telegram: Telegram, answerer: ScriptedAnswerer, knowledge: Knowledge
) -> None:
    claim = knowledge.claims["orlova.release"]
    answerer.answers(claim.questions.en[0], "orlova.release")
    [answer] = sent(await telegram.tap(AskSuggestion.of(claim, "en").pack(), user=BORIS))
    assert visible(answer).split("\n\n")[0] == f"{claim.questions.en[0]}"
    assert answerer.contexts == [Context(case_id="orlova", language="en")]


async def test_a_suggestion_that_is_gone(telegram: Telegram) -> None:
    done = await telegram.tap(AskSuggestion(language="en", digest="????").pack())
    assert toast(done) == "This button no longer works. Start again: /start"


async def test_a_follow_up_is_asked_about_the_case_just_spoken_of(
    telegram: Telegram, answerer: ScriptedAnswerer, clock: HandClock
) -> None:
    await telegram.write("how long did orlova get")
    clock.move(minutes=9, seconds=59)
    await telegram.write(WHEN)
    assert [context.case_id for context in answerer.contexts] == [None, "orlova"]


async def test_a_follow_up_is_forgotten_after_ten_minutes(
    telegram: Telegram, answerer: ScriptedAnswerer, clock: HandClock, storage: MemoryStorage
) -> None:
    await telegram.write("how long did orlova get")
    clock.move(minutes=10)
    await telegram.write(WHEN)
    assert [context.case_id for context in answerer.contexts] == [None, None]
    assert await kept(storage) == {}


async def test_another_case_becomes_the_topic(telegram: Telegram, answerer: ScriptedAnswerer) -> None:
    answerer.answers("why was portovik closed", "portovik.closed")
    await telegram.write("how long did orlova get")
    await telegram.write("why was portovik closed")
    await telegram.write(WHEN)
    assert [context.case_id for context in answerer.contexts] == [None, "orlova", "portovik"]


async def test_an_abstention_offers_the_nearest_cases(telegram: Telegram, answerer: ScriptedAnswerer) -> None:
    answerer.abstains("what is her wife called", Reason.NOTHING_FOUND, "orlova", "portovik")
    [reply] = await telegram.write("what is her wife called")
    assert visible(reply).startswith("I have no sourced information on that.")
    assert buttons(reply) == [
        ("Vera Orlova", OpenCase(language="en", case_id="orlova").pack()),
        ("Portovik union", OpenCase(language="en", case_id="portovik").pack()),
        ("Ask again", AskAgain(language="en").pack()),
    ]


async def test_an_abstention_offers_what_may_have_been_meant(
    telegram: Telegram, answerer: ScriptedAnswerer, knowledge: Knowledge
) -> None:
    release = knowledge.claims["orlova.release"]
    orlova = knowledge.cases["orlova"]
    answerer.gives("orlova out?", Abstention("en", Reason.NOTHING_FOUND, (orlova,), orlova, (release,)))
    question = release.questions.en[0]
    answerer.answers(question, "orlova.release", about="orlova")
    [reply] = await telegram.write("orlova out?")
    assert visible(reply).endswith("\n\nPerhaps you wanted to ask:")
    assert buttons(reply) == [
        (question, AskSuggestion.of(release, "en").pack()),
        ("Vera Orlova", OpenCase(language="en", case_id="orlova").pack()),
        ("Ask again", AskAgain(language="en", case_id="orlova").pack()),
    ]
    [answer] = sent(await telegram.tap(buttons(reply)[0][1]))
    assert visible(answer).startswith(f"{question}\n\nVera Orlova was released in May 2018.")


async def test_an_abstention_keeps_the_case_that_was_asked_about(
    telegram: Telegram, answerer: ScriptedAnswerer, knowledge: Knowledge
) -> None:
    orlova = knowledge.cases["orlova"]
    answerer.gives("orlova's shoe size", Abstention("en", Reason.NOTHING_FOUND, (), orlova))
    [reply] = await telegram.write("orlova's shoe size")
    assert buttons(reply) == [
        ("Vera Orlova", OpenCase(language="en", case_id="orlova").pack()),
        ("Ask again", AskAgain(language="en", case_id="orlova").pack()),
    ]
    await telegram.write(WHEN)
    assert [context.case_id for context in answerer.contexts] == [None, "orlova"]


async def test_a_choice_answers_the_pending_question_for_the_case_chosen(
    telegram: Telegram, answerer: ScriptedAnswerer, storage: MemoryStorage
) -> None:
    answerer.abstains(WHEN, Reason.WHICH_CASE, "orlova", "portovik")
    answerer.answers(WHEN, "orlova.release", about="orlova")
    [choice] = await telegram.write(WHEN)
    assert visible(choice) == "Whom or what are you asking about?"
    assert WHEN not in str(await kept(storage))
    assert buttons(choice)[0] == ("Vera Orlova", ChooseCase(language="en", case_id="orlova").pack())

    done = await telegram.tap(buttons(choice)[0][1], message_id=last_message(telegram))
    [answer] = sent(done)
    assert visible(answer).startswith("Vera Orlova was released in May 2018.")
    [cleared] = [method for method in done if isinstance(method, EditMessageReplyMarkup)]
    assert cleared.reply_markup is None
    assert WHEN not in str(await kept(storage))


async def test_forget_forgets_the_pending_question_too(telegram: Telegram, answerer: ScriptedAnswerer) -> None:
    answerer.abstains(WHEN, Reason.WHICH_CASE, "orlova")
    [choice] = await telegram.write(WHEN)
    place = last_message(telegram)
    await telegram.write("/forget")
    await telegram.tap(Forget(sure=True).pack())
    done = await telegram.tap(buttons(choice)[0][1], message_id=place)
    assert toast(done) == "I no longer have that question. Please write it again."
    assert sent(done) == []


async def test_a_choice_is_refused_once_the_question_is_forgotten(
    telegram: Telegram, answerer: ScriptedAnswerer, clock: HandClock, storage: MemoryStorage
) -> None:
    answerer.abstains(WHEN, Reason.WHICH_CASE, "orlova", language="ru")
    [choice] = await telegram.write(WHEN)
    clock.move(minutes=10)
    done = await telegram.tap(buttons(choice)[0][1], message_id=last_message(telegram))
    assert toast(done) == "Этого вопроса я уже не помню. Напишите его ещё раз."
    assert sent(done) == []
    assert WHEN not in str(await kept(storage))


async def test_a_new_question_takes_the_place_of_the_pending_one(
    telegram: Telegram, answerer: ScriptedAnswerer, storage: MemoryStorage
) -> None:
    answerer.abstains(WHEN, Reason.WHICH_CASE, "orlova")
    [choice] = await telegram.write(WHEN)
    message_id = last_message(telegram)
    await telegram.write("how long did orlova get")
    assert WHEN not in str(await kept(storage))
    done = await telegram.tap(buttons(choice)[0][1], message_id=message_id)
    assert toast(done) == "I no longer have that question. Please write it again."


async def test_a_choice_under_an_older_message_does_not_answer_a_newer_question(
    telegram: Telegram, answerer: ScriptedAnswerer
) -> None:
    answerer.abstains(WHEN, Reason.WHICH_CASE, "orlova")
    await telegram.write(WHEN)
    older = last_message(telegram)
    [choice] = await telegram.write(WHEN)
    assert sent(await telegram.tap(buttons(choice)[0][1], message_id=older)) == []


async def test_a_quick_answer_shows_no_typing(telegram: Telegram) -> None:
    await telegram.write("how long did orlova get")
    assert not any(isinstance(method, SendChatAction) for method in telegram.session.sent)


async def test_a_slow_answer_shows_typing(telegram: Telegram, answerer: ScriptedAnswerer) -> None:
    answerer.takes(seconds=0.6)
    done = await telegram.update(message=telegram.message("how long did orlova get", BORIS, None))
    assert [type(method).__name__ for method in done] == ["SendChatAction", "SendMessage"]


async def test_an_answer_too_long_for_one_message_has_its_buttons_under_the_last(
    telegram: Telegram, answerer: ScriptedAnswerer, knowledge: Knowledge
) -> None:
    answer = compose(knowledge, "en", ["portovik.closed"])
    long = answer.claims[0].text.model_copy(update={"en": "A sentence of the claim. " * 300})
    claim = answer.claims[0].model_copy(update={"text": long})
    answerer.gives("everything", type(answer)("en", answer.case, (claim,), None, (), (), answer.sources))
    first, last = await telegram.write("everything")
    assert (buttons(first), len(buttons(last))) == ([], 4)
    assert visible(first).endswith("A sentence of the claim.")


async def test_an_edited_message_is_left_alone(telegram: Telegram) -> None:
    edited = telegram.message("how long did orlova get", BORIS, None) | {"edit_date": 2}
    assert await telegram.update(edited_message=edited) == []


def last_message(telegram: Telegram) -> int:
    return telegram.session.last_message_id


async def kept(storage: MemoryStorage) -> dict[str, object]:
    """What the dialogue with Anna keeps."""
    return dict(await storage.get_data(StorageKey(bot_id=42, chat_id=7, user_id=7)))
