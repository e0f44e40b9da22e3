import subprocess
import sys
from dataclasses import replace

import pytest

from handlers.answer_view import render
from handlers.markup import Html, Plain
from handlers.texts import Texts
from knowledge.base import Knowledge
from knowledge.schema import Language
from retrieval.answer import Abstention, Reason
from retrieval.compose import compose

DISPUTED_RU = """\
Вера Орлова приговорена к двум годам колонии. [1]

<b>⚠ Источники расходятся. Срок Веры Орловой</b>
• Газета писала о трёх годах для Веры Орловой. [2]
Два года называет приговор.

<b>С тех пор:</b> На свободе с мая 2018 года. [2]

[1] <a href="https://bulletin.example/2017/verdict">Бюллетень, 8 апреля 2017 года (англ.)</a>
[2] <a href="https://gazeta.example/2018">Газета, май 2018 года</a>"""

DISPUTED_EN = """\
Vera Orlova was sentenced to two years in prison. [1]

<b>⚠ Sources differ: Vera Orlova's term</b>
• Gazeta wrote of three years for Vera Orlova. [2]
The verdict says two years.

<b>Since then:</b> At liberty since May 2018. [2]

[1] <a href="https://bulletin.example/2017/verdict">The Bulletin, 8 April 2017</a>
[2] <a href="https://gazeta.example/2018">Gazeta, May 2018 (in Russian)</a>"""

PLAIN = """\
Вера Орлова вышла на свободу в мае 2018 года. [1]

[1] Газета, май 2018 года — https://gazeta.example/2018"""


def test_of_several_fates_each_says_whose_it_is(knowledge: Knowledge, texts: Texts) -> None:
    answer = compose(knowledge, "en", ["orlova.sentence"])
    [since] = answer.since
    twice = replace(answer, since=(since, replace(since, case=knowledge.cases["portovik"])))
    text = render(twice, texts, Plain())
    names = [knowledge.cases[case_id].name.en for case_id in ("orlova", "portovik")]
    assert [name for name in names if f"{name}, since then: At liberty" in text] == names


@pytest.mark.parametrize(("language", "expected"), [("ru", DISPUTED_RU), ("en", DISPUTED_EN)])
def test_an_answer_tells_the_dispute_what_followed_and_the_sources(
    language: Language, expected: str, knowledge: Knowledge, texts: Texts
) -> None:
    assert render(compose(knowledge, language, ["orlova.sentence"]), texts, Html()) == expected


def test_the_terminal_gets_no_tags(knowledge: Knowledge, texts: Texts) -> None:
    assert render(compose(knowledge, "ru", ["orlova.release"]), texts, Plain()) == PLAIN


def test_an_unsettled_dispute_puts_no_reading_first(knowledge: Knowledge, texts: Texts) -> None:
    [dispute] = knowledge.cases["orlova"].disputes
    case = knowledge.cases["orlova"].model_copy(update={"disputes": (dispute.model_copy(update={"best": None}),)})
    unsettled = Knowledge(knowledge.sources, {**knowledge.cases, "orlova": case}, (), "test")
    told = render(compose(unsettled, "en", ["orlova.sentence-three"]), texts, Plain()).split("\n")
    assert told[:4] == [
        "⚠ Sources differ: Vera Orlova's term",
        "• Gazeta wrote of three years for Vera Orlova. [1]",
        "• Vera Orlova was sentenced to two years in prison. [2]",
        "The verdict says two years.",
    ]


def test_what_followed_in_another_case_names_it(knowledge: Knowledge, texts: Texts) -> None:
    about_both = knowledge.claims["portovik.closed"].model_copy(update={"about": ("orlova",)})
    case = knowledge.cases["portovik"].model_copy(update={"claims": (about_both,)})
    linked = Knowledge(knowledge.sources, {**knowledge.cases, "portovik": case}, (), "test")
    told = render(compose(linked, "ru", ["portovik.closed"]), texts, Plain())
    assert "Вера Орлова — что было потом: На свободе с мая 2018 года. [2]" in told.split("\n")


def test_hostile_text_is_escaped(knowledge: Knowledge, texts: Texts) -> None:
    answer = compose(knowledge, "en", ["portovik.closed"])
    text = answer.claims[0].text.model_copy(update={"en": '<b>a</b> & "b" </a>'})
    hostile = answer.claims[0].model_copy(update={"text": text})
    told = render(type(answer)("en", answer.case, (hostile,), None, (), (), answer.sources), texts, Html())
    assert told.split("\n")[0] == '&lt;b&gt;a&lt;/b&gt; &amp; "b" &lt;/a&gt; [1]'


def test_an_abstention_names_the_nearest_cases_where_no_buttons_can(knowledge: Knowledge, texts: Texts) -> None:
    abstention = Abstention("en", Reason.NOTHING_FOUND, tuple(knowledge.cases.values()))
    assert render(abstention, texts, Plain()).split("\n") == [
        "I have no sourced information on that. Name a person or an organisation and ask about one thing: "
        "the sentence, its length, the release, the ban.",
        "",
        "Nearest to your question:",
        "• Vera Orlova",
        "• Portovik union",
    ]
    assert render(abstention, texts, Html()).endswith("\n\nNearest to your question:")


def test_an_abstention_about_a_named_case_does_not_ask_for_a_name(knowledge: Knowledge, texts: Texts) -> None:
    case = knowledge.cases["orlova"]
    assert render(Abstention("ru", Reason.NOTHING_FOUND, (case,), case), texts, Html()) == (
        "Вера Орлова: об этом у меня нет сведений, подтверждённых источниками. "
        "Откройте дело или спросите о другом.\n\n"
        "Ближе всего к вопросу:"
    )


def test_a_choice_asks_back(knowledge: Knowledge, texts: Texts) -> None:
    abstention = Abstention("ru", Reason.WHICH_CASE, tuple(knowledge.cases.values()))
    assert render(abstention, texts, Html()) == "О ком или о чём вы спрашиваете?"
    assert render(abstention, texts, Plain()).endswith("?\n\n• Вера Орлова\n• Профсоюз «Портовик»")


def test_a_third_language_is_told_in_both(texts: Texts) -> None:
    told = render(Abstention("ru", Reason.OTHER_LANGUAGE), texts, Html())
    assert told.split("\n") == [
        "Я понимаю вопросы по-русски и по-английски. Пожалуйста, спросите на одном из этих языков.",
        "I understand questions in Russian and English.",
    ]


def test_the_views_start_without_aiogram() -> None:
    code = "import sys, handlers.answer_view, handlers.case_view; sys.exit('aiogram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
