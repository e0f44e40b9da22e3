from typing import Any

import pytest

from retrieval.answer import Reason
from tests.handlers.fakes import ScriptedAnswerer
from tests.handlers.telegram import ANNA, BORIS, Telegram, toast, visible

FILE = {"file_id": "f", "file_unique_id": "u"}
STICKER = FILE | {"type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
EXAMPLE = "for example: “How long did Kushakbaev get?”"


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("  \n ", f"There is no text in the message. Write a question in words, {EXAMPLE}"),
        ("👍👍", f"There are only symbols here. Write a question in words, {EXAMPLE}"),
        ("\u200b\u202e", f"There are only invisible characters in the message. Write a question in words, {EXAMPLE}"),
        ("\x00\x07", f"There are only invisible characters in the message. Write a question in words, {EXAMPLE}"),
        (
            "أين هي الآن",
            "I read only English and Russian. Please ask in one of these languages.\n"
            "Я читаю только по-русски и по-английски.",
        ),
        (
            "x" * 5000,
            "This is too long for one question. Please shorten it to at most 1,000 characters: one name and one "
            "question.",
        ),
        ("/nonsense", "I have no such command. What I can do: /help"),
        ("/", "I have no such command. What I can do: /help"),
    ],
)
async def test_what_is_no_question_gets_a_reply_of_its_own(
    text: str, reply: str, telegram: Telegram, answerer: ScriptedAnswerer
) -> None:
    [told] = await telegram.write(text, user=ANNA)
    assert visible(told) == reply
    assert answerer.contexts == []


@pytest.mark.parametrize(
    "text", ["<b>where", "</a><script>alert(1)</script>", "where\x00is\u202eshe", "&lt;&amp;", "x y"]
)
async def test_hostile_text_is_only_a_question(text: str, telegram: Telegram) -> None:
    [told] = await telegram.write(text)
    assert visible(told).startswith("I answer only questions about the cases of independent trade unions.")


@pytest.mark.parametrize(
    ("content", "reply"),
    [
        ({"sticker": STICKER}, "Стикеры я не понимаю."),
        ({"dice": {"emoji": "🎲", "value": 3}}, "Стикеры я не понимаю."),
        ({"voice": FILE | {"duration": 1}}, "Голос и видео я не распознаю."),
        ({"audio": FILE | {"duration": 1}}, "Голос и видео я не распознаю."),
        ({"video_note": FILE | {"duration": 1, "length": 1}}, "Голос и видео я не распознаю."),
        ({"document": FILE}, "Фотографий и файлов я не читаю."),
        ({"photo": [FILE | {"width": 1, "height": 1}], "caption": "кто это"}, "Фотографий и файлов я не читаю."),
        ({"video": FILE | {"duration": 1, "width": 1, "height": 1}}, "Фотографий и файлов я не читаю."),
        ({"location": {"latitude": 1.0, "longitude": 1.0}}, "Я понимаю только текст."),
        ({"contact": {"phone_number": "1", "first_name": "<b>"}}, "Я понимаю только текст."),
    ],
)
async def test_what_is_no_text_gets_a_reply_of_its_own(content: dict[str, Any], reply: str, telegram: Telegram) -> None:
    [told] = await telegram.write(None, user=BORIS, **content)
    assert visible(told).startswith(reply)
    assert visible(told).endswith("например: «Сколько лет дали Кушакбаеву?»")


async def test_service_messages_get_no_reply(telegram: Telegram) -> None:
    pinned = telegram.message("…", ANNA, None)
    assert await telegram.write(None, pinned_message=pinned) == []


async def test_a_third_language_is_told_so(telegram: Telegram, answerer: ScriptedAnswerer) -> None:
    answerer.abstains("wo ist sie jetzt", Reason.OTHER_LANGUAGE)
    [told] = await telegram.write("wo ist sie jetzt")
    assert visible(told).startswith("I understand questions in English and Russian.")


@pytest.mark.parametrize("data", ["nonsense", "c", "c:ru", "c:de:orlova", "cp:ru:orlova:x", "\u202e"])
async def test_a_button_of_another_time(data: str, telegram: Telegram) -> None:
    done = await telegram.tap(data, user=BORIS)
    assert (toast(done), len(done)) == ("Эта кнопка больше не действует. Начните заново: /start", 1)


@pytest.mark.parametrize("data", ["c:ru:orlova", "l:ru:1", "w:ru:orlova", "nonsense"])
@pytest.mark.parametrize("gone", [True, False])
async def test_a_tap_under_a_vanished_message_gets_a_toast(data: str, gone: bool, telegram: Telegram) -> None:
    inaccessible = {"message_id": 5, "chat": {"id": 8, "type": "private"}, "date": 0}
    done = await telegram.tap_under(data, None if gone else inaccessible, BORIS)
    assert (toast(done), len(done)) == ("Это сообщение уже недоступно. Напишите вопрос заново.", 1)
