import pytest

from handlers import case_pages
from handlers.case_view import listed, render, render_list, render_sources, sources_of
from handlers.markup import Html, Plain
from handlers.replies import Reply
from handlers.texts import Say
from knowledge.base import Knowledge
from knowledge.dates import FuzzyDate
from tests.handlers.telegram import Balanced

CARD_EN = """\
<b>Vera Orlova</b>

<b>Status since May 2018: released</b>
At liberty since May 2018. [1]

Vera Orlova served a term and was freed. [1][2]

<b>Timeline</b>
<blockquote expandable><b>7 April 2017</b>
⚠ Vera Orlova was sentenced to two years in prison. [2]
⚠ Gazeta wrote of three years for Vera Orlova. [1]

<b>May 2018</b>
• Vera Orlova was released in May 2018. [1]</blockquote>

<b>⚠ Sources differ</b>
• Vera Orlova's term: The verdict says two years.

<b>Sources</b>
<blockquote expandable>[1] <a href="https://gazeta.example/2018">Gazeta, May 2018 (in Russian)</a>
[2] <a href="https://bulletin.example/2017/verdict">The Bulletin, 8 April 2017</a></blockquote>

<i>Information as of 21 November 2026. Checked: 21 November 2026.</i>"""

CARD_RU = """\
Профсоюз «Портовик»

Положение с 2016 года: организация ликвидирована
Закрыт судом в 2016 году. [1]

Профсоюз грузчиков. [1]

Хроника
  2016 год
  • Суд закрыл профсоюз грузчиков «Портовик» за опоздание с документами. [1]

Источники
  [1] Бюллетень, 8 апреля 2017 года (англ.) — https://bulletin.example/2017/verdict

Сведения на 20 ноября 2026 года. Проверено: 21 ноября 2026 года."""


def long(knowledge: Knowledge) -> Knowledge:
    """Vera Orlova with two hundred claims."""
    case = knowledge.cases["orlova"]
    claims = tuple(
        case.claims[2].model_copy(update={"id": f"orlova.event-{number}", "date": FuzzyDate(2000 + number // 20)})
        for number in range(200)
    )
    grown = case.model_copy(update={"claims": case.claims + claims})
    return Knowledge(knowledge.sources, {**knowledge.cases, "orlova": grown}, (), "test")


def test_a_card_tells_status_summary_timeline_disputes_and_sources(knowledge: Knowledge, en: Say) -> None:
    assert render(knowledge.cases["orlova"], knowledge, en, Html()) == CARD_EN


def test_a_card_in_russian_for_the_terminal(knowledge: Knowledge, ru: Say) -> None:
    assert render(knowledge.cases["portovik"], knowledge, ru, Plain()) == CARD_RU


def test_sources_in_full(knowledge: Knowledge, ru: Say) -> None:
    assert render_sources(knowledge.cases["orlova"], knowledge, ru, Plain()).split("\n") == [
        "Вера Орлова",
        "",
        "Источники",
        "",
        "[1] Освобождение — https://gazeta.example/2018",
        "Газета, май 2018 года. Язык: русский. Надёжность под вопросом.",
        "",
        "[2] A verdict in the north — https://bulletin.example/2017/verdict",
        "Бюллетень, 8 апреля 2017 года. Язык: английский. Скорее надёжный источник.",
    ]


def test_an_inferred_date_is_marked(knowledge: Knowledge, en: Say) -> None:
    source = knowledge.sources["bulletin-2017"].model_copy(update={"date_inferred": True})
    inferred = Knowledge({**knowledge.sources, "bulletin-2017": source}, knowledge.cases, (), "test")
    told = render_sources(inferred.cases["portovik"], inferred, en, Plain())
    assert "The Bulletin, 8 April 2017 (date inferred from the content). Language: English." in told


def test_the_list_is_ordered_by_kind_then_name(knowledge: Knowledge, ru: Say) -> None:
    cases = listed(knowledge, ru)
    assert render_list(cases, 0, 1, 2, ru, Plain()).split("\n") == [
        "В базе 2 дела",
        "",
        "Люди",
        "Вера Орлова — на свободе",
        "",
        "Организации",
        "Профсоюз «Портовик» — организация ликвидирована",
    ]


def test_a_long_card_has_pages_that_telegram_takes(knowledge: Knowledge, en: Say) -> None:
    grown = long(knowledge)
    pages = [case_pages.card(grown.cases["orlova"], page, grown, en) for page in range(3)]
    assert [len(Balanced(page.html).visible) <= 4096 for page in pages] == [True] * 3
    assert [labels(page)[:-4] for page in pages] == [
        ["1 / 3", "›"],
        ["‹", "2 / 3", "›"],
        ["‹", "3 / 3"],
    ]
    told = "\n".join(Balanced(page.html).visible for page in pages)
    assert told.count("• Vera Orlova was released in May 2018.") == 201


def labels(reply: Reply) -> list[str]:
    assert reply.keyboard is not None
    return [button.text for row in reply.keyboard.inline_keyboard for button in row]


@pytest.mark.parametrize(("asked", "shown"), [(-1, "first"), (99, "last")])
def test_a_page_that_is_not_there_becomes_the_nearest(asked: int, shown: str, knowledge: Knowledge, en: Say) -> None:
    grown = long(knowledge)
    case = grown.cases["orlova"]
    nearest = case_pages.card(case, asked, grown, en)
    assert nearest == case_pages.card(case, 0 if shown == "first" else 98, grown, en)


def test_every_source_of_a_case_is_numbered_once(knowledge: Knowledge) -> None:
    assert [(cited.number, cited.id) for cited in sources_of(knowledge.cases["orlova"], knowledge)] == [
        (1, "gazeta-2018"),
        (2, "bulletin-2017"),
    ]
