"""A letter filled in: values, wordings, the sender, and everything that hostile text may try."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base import Knowledge
from knowledge.letters import Letters
from knowledge.rendering import LetterShut, MissingValue, NoSuchAddressee, RenderedLetter, Renderer
from knowledge.schema import Language
from knowledge.sender import LIMITS, Sender, TooLong, clean
from tests.letters import content

DAY = dt.date(2026, 11, 26)
ANNA = Sender("Анна Петрова", "Рига, Латвия", "Профсоюз докеров", "Я сама работаю в порту.")


@pytest.fixture
def knowledge(tmp_path: Path) -> Knowledge:
    return content.knowledge(tmp_path)


def rendered(
    knowledge: Knowledge,
    language: Language = "ru",
    sender: Sender = ANNA,
    seed: str = "7",
    to: str = "harbour-office",
    day: dt.date = DAY,
) -> RenderedLetter:
    standing = Letters(knowledge).standing("review-orlova", day)
    assert standing is not None
    return Renderer(knowledge).render(standing, to, language, sender, day, seed)


def test_the_head_names_sender_day_office_and_copies(knowledge: Knowledge) -> None:
    letter = rendered(knowledge)
    assert letter.sender == ("Анна Петрова", "Профсоюз докеров", "Рига, Латвия")
    assert letter.day == "26 ноября 2026 года"
    assert letter.to == ("В Управление порта",)
    assert letter.copies == ("Копия: Суд города Северный",)
    assert (letter.subject, letter.salutation) == ("Приговор Вере Орловой", "Уважаемые дамы и господа!")
    assert letter.email is not None
    assert (letter.email.value, letter.email.verified_on) == ("office@harbour.example", None)


def test_the_head_is_in_the_language_of_the_letter(knowledge: Knowledge) -> None:
    letter = rendered(knowledge, "en")
    assert (letter.day, letter.copies) == ("26 November 2026", ("Copy to: Court of Severny",))
    assert letter.signature == ("Yours faithfully,", "Анна Петрова")


def test_values_take_the_form_that_the_sentence_wants(knowledge: Knowledge) -> None:
    told = {rendered(knowledge, seed=str(seed)).blocks[0].text for seed in range(30)}
    assert told == {
        "Пишу о Вере Орловой: приговор от 7 апреля 2017 года, взыскано 8\xa0212\xa0000 тенге.",
        "Речь о деле Веры Орловой: приговор от 7 апреля 2017 года, взыскано 8\xa0212\xa0000 тенге.",
        "Дело, о котором пишу: Вера Орлова, 7 апреля 2017 года, 8\xa0212\xa0000 тенге.",
    }
    english = {rendered(knowledge, "en", seed=str(seed)).blocks[0].text for seed in range(30)}
    assert "I write about Vera Orlova: sentenced on 7 April 2017, 8,212,000 tenge awarded." in english


def test_the_same_seed_gives_the_same_wording(knowledge: Knowledge) -> None:
    assert rendered(knowledge, seed="a") == rendered(knowledge, seed="a")
    assert len({rendered(knowledge, seed=str(seed)).blocks for seed in range(100)}) > 20


def test_a_hundred_seeds_spread_over_the_wordings(knowledge: Knowledge) -> None:
    told = [rendered(knowledge, seed=str(seed)).blocks[-1].text for seed in range(99)]
    assert {told.count(wording) > 20 for wording in set(told)} == {True}
    assert len(set(told)) == 3


def test_asks_follow_their_introduction_and_own_words_come_before_the_close(knowledge: Knowledge) -> None:
    blocks = rendered(knowledge).blocks
    assert [block.items for block in blocks] == [(), ("пересмотреть приговор Вере Орловой.",), (), ()]
    assert blocks[2].text == "Я сама работаю в порту."
    assert len(rendered(knowledge, sender=replace(ANNA, own="")).blocks) == 3


def test_an_anonymous_letter_says_so(knowledge: Knowledge) -> None:
    letter = rendered(knowledge, sender=Sender())
    assert (letter.sender, letter.signature) == ((), ("С уважением,", "(имя не указано)"))


def test_no_copy_goes_to_the_office_itself(knowledge: Knowledge) -> None:
    assert rendered(knowledge, to="court").copies == ()


def test_a_shut_letter_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(LetterShut, match="review-orlova: may not be sent today"):
        rendered(knowledge, day=dt.date(2027, 7, 1))


def test_an_office_that_the_letter_does_not_go_to_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(NoSuchAddressee, match="does not go to 'king': choose of harbour-office, court"):
        rendered(knowledge, to="king")


def test_a_slot_without_a_value_is_named(knowledge: Knowledge) -> None:
    letter = knowledge.letters["review-orlova"]
    with pytest.raises(MissingValue, match=r"\{nothing\} has no value"):
        Renderer(knowledge).filled(letter, "{nothing}", "en")


@pytest.mark.parametrize(
    "hostile", ["{orlova}", "{verdict}", "#strong[x]", "<b>x</b>", "{{7*7}}", "%s $x", "[asks]", "---"]
)
def test_what_the_sender_writes_stays_as_written(knowledge: Knowledge, hostile: str) -> None:
    letter = rendered(knowledge, sender=Sender(hostile, hostile, hostile, hostile))
    assert letter.sender == (hostile, hostile, hostile)
    assert letter.signature[-1] == hostile
    assert letter.blocks[2].text == hostile


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Анна\u202eавортеП", "АннаавортеП"),
        ("Анна\x00 \x07Петрова", "Анна Петрова"),
        ("Анна\r\nBcc: all@example.org", "Анна Bcc: all@example.org"),
        ("\u2066Анна\u2069\ufeff\u200b", "Анна"),
        ("  Анна\t\u00a0 Петрова ", "Анна Петрова"),
        ("Ә\u0301йгерім Қасымова", "Ә\u0301йгерім Қасымова"),
        ("e\u0301", "é"),
        ("\ud800", ""),
    ],
)
def test_what_cannot_be_seen_is_taken_out(written: str, kept: str) -> None:
    assert clean("name", written) == kept


@pytest.mark.parametrize("field", sorted(LIMITS))
def test_a_field_has_a_limit_that_is_told(field: str) -> None:
    assert clean(field, "я" * LIMITS[field]) == "я" * LIMITS[field]
    with pytest.raises(TooLong) as caught:
        Sender(**{field: "я" * 10_000}).cleaned()
    assert (caught.value.field, caught.value.length, caught.value.limit) == (field, 10_000, LIMITS[field])


@given(st.text(max_size=80))
def test_cleaning_is_done_once(text: str) -> None:
    once = clean("own", text)
    assert clean("own", once) == once
    assert "\n" not in once
