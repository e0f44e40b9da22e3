import pytest

from handlers.callbacks import ChooseCase
from retrieval.answer import Reason
from tests.handlers.fakes import ScriptedAnswerer
from tests.handlers.telegram import ANNA, BORIS, BOT, GROUP, Telegram, buttons, sent, toast, visible

QUESTION = "how long did orlova get"


@pytest.mark.parametrize(
    "text",
    [
        f"/ask {QUESTION}",
        f"/ask@solidarity_bot {QUESTION}",
        f"@solidarity_bot {QUESTION}",
        f"@Solidarity_Bot, {QUESTION}".replace(",", ""),
        f"{QUESTION} @solidarity_bot",
    ],
)
async def test_a_question_to_the_bot_is_answered_as_a_reply(text: str, telegram: Telegram) -> None:
    message = telegram.message(text, ANNA, GROUP)
    [answer] = sent(await telegram.update(message=message))
    assert visible(answer).startswith("Vera Orlova was sentenced to two years in prison.")
    assert answer.reply_parameters is not None
    assert answer.reply_parameters.message_id == message["message_id"]
    assert answer.chat_id == GROUP["id"]


async def test_a_reply_to_the_bot_is_a_question(telegram: Telegram) -> None:
    said = telegram.message("…", BOT, GROUP)
    [answer] = await telegram.write(QUESTION, chat=GROUP, reply_to_message=said)
    assert visible(answer).startswith("Vera Orlova was sentenced")


async def test_a_mention_without_a_username_is_a_question(telegram: Telegram) -> None:
    entity = {"type": "text_mention", "offset": 0, "length": 3, "user": BOT}
    [answer] = await telegram.write(f"Bot {QUESTION}", chat=GROUP, entities=[entity])
    assert visible(answer).startswith("Vera Orlova was sentenced")


async def test_only_the_mention_is_taken_out_of_the_question(telegram: Telegram) -> None:
    entity = {"type": "text_mention", "offset": 0, "length": 1, "user": BOT}
    [answer] = await telegram.write(f"o {QUESTION}", chat=GROUP, entities=[entity])
    assert visible(answer).startswith("Vera Orlova was sentenced")


@pytest.mark.parametrize(
    "text",
    [QUESTION, "@other_bot " + QUESTION, "/ask@other_bot " + QUESTION, "/unknown", "👍", "x" * 4000],
)
async def test_other_messages_of_a_group_are_left_alone(text: str, telegram: Telegram) -> None:
    assert await telegram.write(text, chat=GROUP) == []


async def test_a_reply_to_somebody_else_is_left_alone(telegram: Telegram) -> None:
    said = telegram.message("…", BORIS, GROUP)
    assert await telegram.write(QUESTION, chat=GROUP, reply_to_message=said) == []


async def test_a_message_in_a_topic_that_the_bot_opened_is_no_reply_to_it(telegram: Telegram) -> None:
    opened = telegram.message(None, BOT, GROUP) | {"forum_topic_created": {"name": "T", "icon_color": 7322096}}
    assert await telegram.write(QUESTION, chat=GROUP, reply_to_message=opened) == []


@pytest.mark.parametrize("kind", ["sticker", "voice"])
async def test_media_in_a_group_are_left_alone(kind: str, telegram: Telegram) -> None:
    file = {"file_id": "f", "file_unique_id": "u", "duration": 1}
    sticker = file | {"type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
    assert await telegram.write(None, chat=GROUP, **{kind: sticker if kind == "sticker" else file}) == []


async def test_a_mention_alone_is_explained(telegram: Telegram) -> None:
    [hint] = await telegram.write("@solidarity_bot", user=BORIS, chat=GROUP)
    assert visible(hint) == (
        "Напишите вопрос вместе с упоминанием или после команды, например: /ask Сколько лет дали Кушакбаеву?"
    )


async def test_people_of_a_group_have_dialogues_of_their_own(telegram: Telegram, answerer: ScriptedAnswerer) -> None:
    await telegram.write(f"/ask {QUESTION}", user=ANNA, chat=GROUP)
    await telegram.write("/ask and when", user=BORIS, chat=GROUP)
    await telegram.write("/ask and when", user=ANNA, chat=GROUP)
    await telegram.write("and when", user=ANNA)
    assert [context.case_id for context in answerer.contexts] == [None, None, "orlova", None]


async def test_nobody_else_can_choose_for_the_one_who_asked(telegram: Telegram, answerer: ScriptedAnswerer) -> None:
    answerer.abstains("when", Reason.WHICH_CASE, "orlova")
    answerer.answers("when", "orlova.release", about="orlova")
    [choice] = await telegram.write("/ask when", user=ANNA, chat=GROUP)
    choose, under = ChooseCase(language="en", case_id="orlova").pack(), telegram.session.last_message_id
    assert buttons(choice)[0] == ("Vera Orlova", choose)

    by_boris = await telegram.tap(choose, user=BORIS, chat=GROUP, message_id=under)
    by_anna = await telegram.tap(choose, user=ANNA, chat=GROUP, message_id=under)
    assert (toast(by_boris), len(sent(by_boris))) == ("I no longer have that question. Please write it again.", 0)
    assert visible(sent(by_anna)[0]).startswith("Vera Orlova was released")
