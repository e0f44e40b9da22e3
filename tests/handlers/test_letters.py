"""Writing a letter, tap by tap and word by word."""

import datetime as dt
from pathlib import Path
from typing import Any, Literal

import pytest
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.methods import SendMediaGroup, SendMessage, SendPhoto, TelegramMethod
from aiogram.types import BufferedInputFile

from handlers.callbacks import LetterIn, LetterStep, LetterTo, OpenCase, OpenLetter, OpenLetters, digest
from handlers.draft import Step
from knowledge.base import Knowledge
from tests.handlers.fakes import HandClock, PaperPress, ScriptedAnswerer, TallyCounts
from tests.handlers.telegram import ANNA, BORIS, GROUP, Telegram, buttons, sent, toast, visible
from tests.letters import content

CODE = digest("review-orlova")
TO_HARBOUR = LetterTo(letter=CODE, number=0).pack()
TO_COURT = LetterTo(letter=CODE, number=1).pack()
IN_RUSSIAN, IN_ENGLISH = LetterIn(language="ru").pack(), LetterIn(language="en").pack()


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder: Path = tmp_path_factory.mktemp("letters")
    return content.knowledge(folder)


def step(move: Literal["back", "skip", "cancel", "confirm", "edit"], at: Step) -> str:
    return LetterStep(move=move, step=at).pack()


def said(methods: list[TelegramMethod[Any]]) -> str:
    [message] = sent(methods)
    return visible(message)


async def to_preview(telegram: Telegram) -> list[TelegramMethod[Any]]:
    """From the addressee to the preview, in English, with every field given."""
    await telegram.tap(TO_HARBOUR)
    await telegram.tap(IN_ENGLISH)
    for text in ("Anna Ozola", "Riga, Latvia", "Dockers' Union"):
        await telegram.write(text)
    return await telegram.update(message=telegram.message("I work in a port myself.", ANNA, None))


async def test_a_question_in_the_middle_of_a_letter_is_answered_and_no_name(
    telegram: Telegram, answerer: ScriptedAnswerer, storage: MemoryStorage
) -> None:
    answerer.answers("How long did Orlova get?", "orlova.sentence")
    await telegram.tap(TO_HARBOUR)
    await telegram.tap(IN_ENGLISH)
    answered, asked_again = await telegram.write("How long did Orlova get?")
    assert visible(answered).startswith("Vera Orlova was sentenced to two years in prison.")
    assert visible(asked_again).startswith("Your name, as it should appear at the end of the letter")
    assert "How long" not in await data(storage)
    [place] = await telegram.write("Anna Ozola")
    assert visible(place).startswith("Your town and country")


async def test_a_paragraph_of_ones_own_may_be_a_question(telegram: Telegram, answerer: ScriptedAnswerer) -> None:
    await telegram.tap(TO_HARBOUR)
    await telegram.tap(IN_ENGLISH)
    for text in ("Anna Ozola", "Riga, Latvia", "Dockers' Union"):
        await telegram.write(text)
    preview = await telegram.update(message=telegram.message("How can a union be a crime?", ANNA, None))
    assert "How can a union be a crime?" in said(preview)
    assert answerer.contexts == []


async def data(storage: MemoryStorage) -> str:
    return str([record.data for record in storage.storage.values()])


async def test_letters_lists_what_is_open(telegram: Telegram) -> None:
    [english] = await telegram.write("/letters")
    assert visible(english) == "1 letter that may be sent today, 22 November 2026\n\n• Review the conviction"
    assert buttons(english) == [("Review the conviction", OpenLetter.of("review-orlova", "en").pack())]
    [russian] = await telegram.write("/letters", user=BORIS)
    assert visible(russian).startswith("Сегодня, 22 ноября 2026 года, можно отправить 1 письмо")


async def test_a_case_card_leads_to_its_letters(telegram: Telegram) -> None:
    [card] = sent(await telegram.tap(OpenCase(language="en", case_id="orlova").pack()))
    write = dict(buttons(card))["Write a letter"]
    assert write == OpenLetters(language="en", case_id="orlova").pack()
    assert said(await telegram.tap(write)).startswith("1 letter that may be sent today")
    [without] = sent(await telegram.tap(OpenCase(language="en", case_id="portovik").pack()))
    assert "Write a letter" not in dict(buttons(without))


async def test_letter_tells_of_the_case_just_spoken_of(telegram: Telegram) -> None:
    await telegram.tap(OpenCase(language="en", case_id="orlova").pack())
    [listed] = await telegram.write("/letter")
    assert "Review the conviction" in visible(listed)


async def test_a_shut_letter_says_why_and_what_instead(telegram: Telegram, clock: HandClock) -> None:
    clock.now = dt.datetime(2027, 7, 1, 12, tzinfo=dt.UTC)
    [listed] = await telegram.write("/letters")
    assert visible(listed) == (
        "There is no letter here that may be sent today.\n\n"
        "✕ “Review the conviction” may not be sent: it has expired.\n"
        "What has happened since: At liberty since May 2018.\n"
        "What can be done instead: the other letters, /letters"
    )
    assert buttons(listed) == []
    assert (
        toast(await telegram.tap(TO_HARBOUR))
        == "This letter may no longer be sent, or has changed. Letters that may be sent today: /letters"
    )


async def test_a_letter_says_what_it_asks_and_on_what_it_rests(telegram: Telegram) -> None:
    [opened] = sent(await telegram.tap(OpenLetter.of("review-orlova", "en").pack()))
    told = visible(opened)
    assert "The letter asks:\n• review the conviction of Vera Orlova." in told
    assert "[1] The Bulletin, 8 April 2017" in told
    assert "May be sent until 31 May 2027." in told
    assert buttons(opened)[:2] == [("Harbour Office", TO_HARBOUR), ("Court of Severny", TO_COURT)]


async def test_a_letter_in_two_minutes(
    telegram: Telegram, press: PaperPress, counts: TallyCounts, storage: MemoryStorage
) -> None:
    asked = said(await telegram.tap(TO_HARBOUR))
    assert asked == "In which language? This office prefers Russian."
    assert said(await telegram.tap(IN_ENGLISH)).startswith("Your name, as it should appear at the end of the letter")
    [place] = await telegram.write("Anna Ozola")
    assert visible(place).startswith("Your town and country")
    [organisation] = await telegram.write("Riga, Latvia")
    assert visible(organisation).startswith("Your union or organisation")
    [own] = await telegram.write("Dockers' Union")
    assert visible(own).startswith("A few sentences of your own")
    shown = await telegram.update(message=telegram.message("I work in a port myself.", ANNA, None))
    [photo] = [method for method in shown if isinstance(method, SendPhoto)]
    assert isinstance(photo.photo, BufferedInputFile)
    assert photo.photo.data == b"picture of The conviction of Vera Orlova"
    [preview] = sent(shown)
    assert visible(preview).startswith(
        "Anna Ozola\nDockers' Union\nRiga, Latvia\n22 November 2026\n\nThe Harbour Office"
    )
    assert visible(preview).endswith("Is everything right? You can still change any part.")
    done = await telegram.tap(step("confirm", Step.PREVIEW))
    copied, address = sent(done)
    assert (copied.text or "").startswith("<pre>Anna Ozola\n")
    [group] = [method for method in done if isinstance(method, SendMediaGroup)]
    assert [part.media.filename for part in group.media if isinstance(part.media, BufferedInputFile)] == [
        "review-orlova.pdf",
        "review-orlova.docx",
        "review-orlova.eml",
    ]
    assert "office@harbour.example" in visible(address)
    assert "⚠ This address was published in 2021 and nobody has verified it since." in visible(address)
    assert address.reply_markup is not None
    copies = [row[0].copy_text for row in address.reply_markup.inline_keyboard[:2]]  # type: ignore[union-attr]
    assert [copy and copy.text for copy in copies] == ["The conviction of Vera Orlova", "office@harbour.example"]
    assert counts.finished == {"review-orlova": 1}
    assert press.printed[0].language == "en"
    assert "Ozola" not in await data(storage)
    assert "port myself" not in await data(storage)


async def test_everything_can_be_skipped(telegram: Telegram, press: PaperPress) -> None:
    await telegram.tap(TO_HARBOUR)
    await telegram.tap(IN_RUSSIAN)
    for skipped in (Step.NAME, Step.PLACE, Step.ORGANISATION):
        await telegram.tap(step("skip", skipped))
    preview = said(await telegram.tap(step("skip", Step.OWN)))
    assert preview.startswith("22 ноября 2026 года\n\nВ Управление порта")
    assert "(имя не указано)" in preview
    assert press.printed[0].sender == ()


async def test_an_office_with_one_language_is_not_asked_about_it(telegram: Telegram) -> None:
    assert said(await telegram.tap(TO_COURT)).startswith("Your name")


async def test_back_leads_to_the_question_before(telegram: Telegram) -> None:
    await telegram.tap(TO_HARBOUR)
    await telegram.tap(IN_ENGLISH)
    await telegram.write("Anna")
    assert said(await telegram.tap(step("back", Step.PLACE))).startswith("Your name")
    assert said(await telegram.tap(step("back", Step.NAME))).startswith("In which language?")


async def test_back_from_the_first_question_leads_to_the_addressees(telegram: Telegram) -> None:
    await telegram.tap(TO_HARBOUR)
    [opened] = sent(await telegram.tap(step("back", Step.LANGUAGE)))
    assert buttons(opened)[0] == ("Harbour Office", TO_HARBOUR)


async def test_back_passes_over_a_language_that_was_not_asked(telegram: Telegram) -> None:
    await telegram.tap(TO_COURT)
    [opened] = sent(await telegram.tap(step("back", Step.NAME)))
    assert buttons(opened)[0] == ("Harbour Office", TO_HARBOUR)


@pytest.mark.parametrize("field", [Step.NAME, Step.PLACE, Step.ORGANISATION, Step.OWN])
async def test_any_field_can_be_changed_at_the_end(telegram: Telegram, field: Step) -> None:
    await to_preview(telegram)
    await telegram.tap(step("edit", field))
    changed = await telegram.update(message=telegram.message("Something else", ANNA, None))
    assert "Something else" in said(changed)
    assert said(changed).endswith("You can still change any part.")


async def test_the_language_can_be_changed_at_the_end(telegram: Telegram) -> None:
    await to_preview(telegram)
    assert said(await telegram.tap(step("edit", Step.LANGUAGE))).startswith("In which language?")
    assert "Уважаемые дамы и господа!" in said(await telegram.tap(IN_RUSSIAN))


async def test_the_addressee_can_be_changed_at_the_end(telegram: Telegram) -> None:
    await to_preview(telegram)
    await telegram.tap(step("edit", Step.LANGUAGE))
    await telegram.tap(IN_RUSSIAN)
    [offices] = sent(await telegram.tap(step("edit", Step.TO)))
    assert buttons(offices)[1] == ("Court of Severny", TO_COURT)
    changed = said(await telegram.tap(TO_COURT))
    assert "Anna Ozola" in changed
    # The court reads English only.
    assert "The Court of Severny" in changed
    assert changed.endswith("You can still change any part.")


async def test_back_while_editing_leads_to_the_preview(telegram: Telegram) -> None:
    await to_preview(telegram)
    await telegram.tap(step("edit", Step.NAME))
    assert said(await telegram.tap(step("back", Step.NAME))).startswith("Anna Ozola")


async def test_cancel_erases(telegram: Telegram, storage: MemoryStorage) -> None:
    await telegram.tap(TO_HARBOUR)
    await telegram.tap(IN_ENGLISH)
    await telegram.write("Anna Ozola")
    assert said(await telegram.tap(step("cancel", Step.PLACE))).startswith("The letter is cancelled")
    assert "Ozola" not in await data(storage)
    [answer] = await telegram.write("how long did orlova get")
    assert "two years in prison" in visible(answer)


async def test_a_button_of_an_earlier_question_changes_nothing(telegram: Telegram) -> None:
    await telegram.tap(TO_HARBOUR)
    await telegram.tap(IN_ENGLISH)
    await telegram.write("Anna Ozola")
    gone = (
        "This question is no longer open. "
        "If the letter is not finished, the current question is further down; all letters: /letters"
    )
    assert toast(await telegram.tap(step("skip", Step.NAME))) == gone
    assert toast(await telegram.tap(step("confirm", Step.PREVIEW))) == gone
    assert toast(await telegram.tap(step("edit", Step.NAME))) == gone
    assert toast(await telegram.tap(IN_RUSSIAN)) == gone
    [organisation] = await telegram.write("Riga")
    assert visible(organisation).startswith("Your union or organisation")


async def test_an_abandoned_letter_is_gone_after_a_day(
    telegram: Telegram, clock: HandClock, storage: MemoryStorage
) -> None:
    await telegram.tap(TO_HARBOUR)
    await telegram.tap(IN_ENGLISH)
    await telegram.write("Anna Ozola")
    clock.move(hours=23)
    [organisation] = await telegram.write("Riga")
    assert visible(organisation).startswith("Your union or organisation")
    clock.move(hours=24, seconds=1)
    [answer] = await telegram.write("how long did orlova get")
    assert "two years in prison" in visible(answer)
    assert "Ozola" not in await data(storage)


async def test_a_letter_that_was_shut_meanwhile_is_not_given(
    telegram: Telegram, clock: HandClock, storage: MemoryStorage
) -> None:
    clock.now = dt.datetime(2027, 5, 31, 20, tzinfo=dt.UTC)
    await to_preview(telegram)
    clock.move(hours=5)
    done = await telegram.tap(step("confirm", Step.PREVIEW))
    assert said(done) == "This letter may no longer be sent, or has changed. Letters that may be sent today: /letters"
    assert "Ozola" not in await data(storage)


async def test_what_is_too_long_is_asked_for_again(telegram: Telegram) -> None:
    await telegram.tap(TO_HARBOUR)
    await telegram.tap(IN_ENGLISH)
    [again] = await telegram.write("x" * 4000)
    assert visible(again) == "Your text has 4,000 characters; the limit is 80. Please shorten it."
    [place] = await telegram.write("Anna")
    assert visible(place).startswith("Your town and country")


async def test_a_photo_is_no_answer(telegram: Telegram) -> None:
    await telegram.tap(TO_HARBOUR)
    await telegram.tap(IN_ENGLISH)
    photo = [{"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1}]
    [again] = await telegram.write(None, photo=photo)
    assert visible(again) == "Please write this as text, or skip it."


@pytest.mark.parametrize("hostile", ["<b>bold</b>", "{orlova} {verdict}", "#strong[x]", "a & b < c", "\u202eevil"])
async def test_hostile_words_stay_words(telegram: Telegram, hostile: str) -> None:
    await telegram.tap(TO_HARBOUR)
    await telegram.tap(IN_ENGLISH)
    for _ in range(3):
        await telegram.write(hostile)
    shown = await telegram.update(message=telegram.message(hostile, ANNA, None))
    assert said(shown).startswith(hostile.removeprefix("\u202e"))


async def test_commands_work_in_between(telegram: Telegram) -> None:
    await telegram.tap(TO_HARBOUR)
    await telegram.tap(IN_ENGLISH)
    [helped] = await telegram.write("/help")
    assert "/letters" in visible(helped)
    [place] = await telegram.write("Anna")
    assert visible(place).startswith("Your town and country")


async def test_a_group_is_shown_the_way_to_a_private_chat(telegram: Telegram) -> None:
    done = await telegram.tap(OpenLetter.of("review-orlova", "en").pack(), chat=GROUP)
    [opened] = sent(done)
    assert opened.reply_markup is not None
    [[private]] = opened.reply_markup.inline_keyboard  # type: ignore[union-attr]
    assert private.url == "https://t.me/solidarity_bot?start=letter_review-orlova"


async def test_a_link_opens_a_letter(telegram: Telegram) -> None:
    [opened] = await telegram.write("/start letter_review-orlova")
    assert visible(opened).startswith("Review the conviction\n")
    [unknown] = await telegram.write("/start letter_nothing")
    assert visible(unknown).startswith("Nothing was found under this link")


async def test_two_people_write_side_by_side(telegram: Telegram) -> None:
    for user, name in ((ANNA, "Anna Ozola"), (BORIS, "Борис Лиепа")):
        await telegram.tap(TO_COURT, user=user)
        await telegram.write(name, user=user)
    for user in (ANNA, BORIS):
        for skipped in (Step.PLACE, Step.ORGANISATION):
            await telegram.tap(step("skip", skipped), user=user)
    anna = said(await telegram.tap(step("skip", Step.OWN), user=ANNA))
    boris = said(await telegram.tap(step("skip", Step.OWN), user=BORIS))
    assert ("Anna Ozola" in anna, "Борис" in anna) == (True, False)
    assert ("Борис Лиепа" in boris, "Anna" in boris) == (True, False)


@pytest.mark.parametrize(
    "forged", ["lt:xxxx:0", f"lt:{CODE}:7", f"lt:{CODE}:-1", "li:de", "ls:confirm:to", "ls:skip:preview", "lo:en:zzzz"]
)
async def test_forged_buttons_are_refused(telegram: Telegram, forged: str) -> None:
    done = await telegram.tap(forged)
    assert sent(done) == []
    assert toast(done)


async def test_every_message_of_the_dialogue_fits_telegram(telegram: Telegram) -> None:
    """`check` in the recording session looks at each; the longest letter is the test."""
    await telegram.tap(TO_HARBOUR)
    await telegram.tap(IN_RUSSIAN)
    for limit in (80, 120, 120):
        await telegram.write("&" * limit)
    shown = await telegram.update(message=telegram.message("<" * 700, ANNA, None))
    assert any(isinstance(method, SendMessage) for method in shown)
    assert sent(await telegram.tap(step("confirm", Step.PREVIEW)))
