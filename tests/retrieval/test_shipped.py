"""The shipped knowledge with each of the shipped encoders, asked as people ask; what is right comes from the facts."""

from pathlib import Path

import pytest

from handlers.answer_view import render
from handlers.markup import Plain
from handlers.texts import Texts
from knowledge.loader import load
from knowledge.schema import LANGUAGES, Language
from retrieval.answer import Abstention, Answer, Context, Reason
from retrieval.encoders import Encoders
from retrieval.retriever import Retriever


@pytest.fixture(scope="module")
def retriever(shipped_encoders: Encoders, shipped_index: Path) -> Retriever:
    return Retriever.open(load(), shipped_encoders, shipped_index)


def told(found: Answer | Abstention) -> str:
    return render(found, Texts.load(), Plain())


@pytest.mark.parametrize(
    ("question", "language", "facts"),
    [
        ("сколько дали кушакбаеву", "ru", ["двум с половиной годам", "28 мая 2018 года"]),
        ("skolko dali kushakbaevu", "ru", ["двум с половиной годам"]),
        ("how long did kushakbayev get", "en", ["two and a half years", "28 May 2018"]),
        ("why was the confederation dissolved?", "en", ["Ministry of Justice", "national status"]),
        ("за что закрыли КНПРК?", "ru", ["Министерств", "статус"]),
        ("сколько народу ждали на экспо", "ru", ["трёх миллионов"]),
        ("когда освободили балтабая", "ru", ["20 марта 2020 года"]),
        ("when was sokolova freed", "en", ["7 March 2012"]),
        ("по какой статье осудили Кушакбаева", "ru", ["402"]),
        ("WHO ATTACKED SENYAVSKY", "en", ["10 November 2018"]),
    ],
)
def test_answers_with_the_fact(retriever: Retriever, question: str, language: str, facts: list[str]) -> None:
    found = retriever.ask(question)
    assert isinstance(found, Answer)
    assert found.language == language
    text = told(found)
    assert [fact for fact in facts if fact not in text] == []
    assert "https://" in text or "http://" in text


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("какая погода в актау", Reason.OFF_TOPIC),
        ("how do i cook plov", Reason.OFF_TOPIC),
        ("oil price in Aktau", Reason.NOTHING_FOUND),
        ("цена на нефть в Актау", Reason.OFF_TOPIC),
        ("strike in France", Reason.NOTHING_FOUND),
        ("what is yeleusinov's wife called", Reason.NOTHING_FOUND),
        ("номер телефона харьковой", Reason.NOTHING_FOUND),
        ("когда его арестовали", Reason.WHICH_CASE),
        ("сколько ему дали", Reason.WHICH_CASE),
        ("how long did she get", Reason.WHICH_CASE),
        ("сколько лет дали навальному", Reason.NOTHING_FOUND),
        ("сколько дали Тихановскому", Reason.NOTHING_FOUND),
        ("how long did navalny get", Reason.OFF_TOPIC),
        ("сколько лет дали шахтеру в Польше", Reason.NOTHING_FOUND),
        ("привет", Reason.OFF_TOPIC),
        ("thank you", Reason.NOTHING_ASKED),
        ("wie lange war kushakbaev im gefängnis und warum", Reason.OTHER_LANGUAGE),
        ("?!…", Reason.EMPTY),
    ],
)
def test_abstains_with_the_reason(retriever: Retriever, question: str, reason: Reason) -> None:
    found = retriever.ask(question)
    assert isinstance(found, Abstention), told(found)
    # Whether something near is offered depends on what an encoder takes for near.
    assert found.reason is reason or {found.reason, reason} == {Reason.OFF_TOPIC, Reason.NOTHING_FOUND}


def test_what_may_have_been_meant_is_of_the_case_asked_about(retriever: Retriever) -> None:
    found = retriever.ask("до какого числа ларисе валентиновне нельзя было участвовать в союзах")
    assert isinstance(found, Answer) or 1 <= len(found.nearest) <= 3
    claims = found.claims if isinstance(found, Answer) else found.nearest
    assert all("kharkova" in (claim.case_id, *claim.about) for claim in claims)


def test_who_or_what_it_is_goes_before_the_summary(retriever: Retriever) -> None:
    found = retriever.ask("CIDUK это че за зверь")
    assert isinstance(found, Answer)
    assert [claim.id for claim in found.claims][:2] == ["knprk.name-ciduk", "knprk.what"]
    found = retriever.ask("What is West Oil Software for a company? They make software for oil??")
    assert isinstance(found, Answer)
    assert found.claims[0].id == "west-oil-software.company"


def test_of_another_place_nothing_is_offered(retriever: Retriever) -> None:
    found = retriever.ask("сколько лет дали шахтеру в Польше")
    assert isinstance(found, Abstention)
    assert found.nearest == ()


def test_a_follow_up_leans_on_the_case(retriever: Retriever) -> None:
    first = retriever.ask("сколько дали кушакбаеву")
    found = retriever.ask("а когда его освободили?", first.leaves(Context()))
    assert isinstance(found, Answer)
    assert found.case.id == "kushakbaev"
    assert "28 мая 2018 года" in told(found)


@pytest.mark.parametrize("message", ["ok thank you, thats awful", "понятно, спасибо большое", "how sad", "ужас какой!"])
def test_after_an_answer_thanks_get_no_further_facts(retriever: Retriever, message: str) -> None:
    found = retriever.ask(message, Context(case_id="baltabay"))
    assert isinstance(found, Abstention)
    assert found.reason is Reason.NOTHING_ASKED
    assert found.leaves(Context(case_id="baltabay")).case_id == "baltabay"


@pytest.mark.parametrize(
    ("message", "claim"),
    [
        ("Sir, how long did Kushakbayev get", "kushakbaev.sentence"),
        ("I'm a German trade unionist, how long did Kushakbayev get?", "kushakbaev.sentence"),
        ("Взяли ст. 402 УК. Сколько дали Кушакбаеву? Пишу статью, спасибо.", "kushakbaev.sentence"),
        ("Мне сказали, что Балтабая освободили 20 марта 2020 года. Это правда?", "baltabay.release"),
    ],
)
def test_what_stands_around_a_question_is_understood(retriever: Retriever, message: str, claim: str) -> None:
    found = retriever.ask(message)
    assert isinstance(found, Answer), told(found)
    assert found.claims[0].id == claim


def test_a_follow_up_with_an_explanation_leans_on_the_case(retriever: Retriever) -> None:
    first = retriever.ask("почему в 2021 году приостановили отраслевой профсоюз топливно-энергетического комплекса?")
    assert isinstance(first, Answer)
    # Its first claim may be one of another case that speaks of the union.
    assert first.case.id == "fuel-energy-union"
    found = retriever.ask("а кто иск подал? одни говорят акимат, другие что фирмы", first.leaves(Context()))
    assert isinstance(found, Answer)
    assert found.claims[0].id == "fuel-energy-union.suit"


def test_another_name_ends_the_leaning(retriever: Retriever) -> None:
    found = retriever.ask("а когда освободили Елеусинова?", Context(case_id="kushakbaev"))
    assert isinstance(found, Answer)
    assert found.case.id == "yeleusinov"


def test_a_case_that_is_gone_is_forgotten(retriever: Retriever) -> None:
    assert isinstance(retriever.ask("когда его освободили", Context(case_id="no-such-case")), Abstention)


@pytest.mark.parametrize("name", ["Кушакбаев", "Kushakbayev", "Qushaqbaev", "КУШАКБАЕВ", "кушакпаев"])
def test_a_bare_name_gives_the_case_as_a_whole(retriever: Retriever, name: str) -> None:
    found = retriever.ask(name)
    assert isinstance(found, Answer)
    assert found.case.id == "kushakbaev"


@pytest.mark.parametrize(
    ("question", "language"),
    [("освободите кушакбаева", "ru"), ("free yeleusinov now", "en"), ("свободу балтабаю", "ru")],
)
def test_a_stale_demand_is_answered_with_the_release(retriever: Retriever, question: str, language: str) -> None:
    found = retriever.ask(question)
    assert found.language == language
    if isinstance(found, Answer):
        assert any(year in told(found) for year in ("2018", "2020"))


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("почему балтабай до сих пор сидит", ["20 марта 2020 года"]),
        ("why is Kushakbaev still in prison?", ["28 May 2018"]),
        ("елеусинов еще в тюрьме?", ["22 мая 2018 года"]),
        ("is harkova in jail now", ["9 November 2021"]),
    ],
)
def test_who_is_thought_to_be_in_prison_is_told_of_as_things_stand(
    retriever: Retriever, question: str, facts: list[str]
) -> None:
    found = retriever.ask(question)
    assert isinstance(found, Answer)
    assert [fact for fact in facts if fact not in told(found)] == []


@pytest.mark.parametrize("question", ["is senyavsky in prison", "сенявский сидит?"])
def test_of_whom_was_never_in_custody_it_is_no_news_what_has_become(retriever: Retriever, question: str) -> None:
    found = retriever.ask(question)
    assert isinstance(found, Answer)
    assert found.claims[0].id == "senyavsky.not-jailed"


def test_a_follow_up_about_custody_leans_on_the_person(retriever: Retriever) -> None:
    found = retriever.ask("а сейчас он сидит?", Context(case_id="baltabay"))
    assert isinstance(found, Answer)
    assert "20 марта 2020 года" in told(found)


@pytest.mark.parametrize(
    "question", ["who got longer, kushakbaev or baltabay?", "сравни: сколько дали кушакбаеву и балтабаю"]
)
def test_a_comparison_tells_of_each(retriever: Retriever, question: str) -> None:
    found = retriever.ask(question)
    assert isinstance(found, Answer)
    assert [claim.id for claim in found.claims] in (
        ["kushakbaev.sentence", "baltabay.sentence"],
        ["baltabay.sentence", "kushakbaev.sentence"],
    )


def test_a_body_is_not_answered_for_with_another(retriever: Retriever) -> None:
    found = retriever.ask("когда закрыли ФПРК")
    assert isinstance(found, Abstention) or found.case.id == "fprk"


@pytest.mark.parametrize(("pronoun", "people"), [("его", {"kharkova", "sokolova"}), ("ее", {"kushakbaev", "baltabay"})])
def test_a_pronoun_offers_nobody_of_the_other_gender(retriever: Retriever, pronoun: str, people: set[str]) -> None:
    found = retriever.ask(f"когда {pronoun} арестовали")
    assert isinstance(found, Abstention)
    assert found.reason is Reason.WHICH_CASE
    assert found.cases
    assert not people & {case.id for case in found.cases}


def test_he_is_not_the_woman_spoken_of_before(retriever: Retriever) -> None:
    found = retriever.ask("за что его судили?", Context(case_id="kharkova"))
    assert isinstance(found, Abstention)
    assert found.reason is Reason.WHICH_CASE


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_the_greeting_are_answered(retriever: Retriever, language: Language) -> None:
    texts = Texts.load()
    for number in (1, 2, 3):
        assert isinstance(retriever.ask(texts(f"example-{number}", language)), Answer)


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("сколько впаяли кушакбаеву и за что", {"kushakbaev.sentence"}),
        ("when was kharkova convicted and what for", {"kharkova.charge"}),
    ],
)
def test_of_two_questions_in_one_the_first_is_answered_at_least(
    retriever: Retriever, question: str, claims: set[str]
) -> None:
    found = retriever.ask(question)
    assert isinstance(found, Answer)
    assert claims <= {claim.id for claim in found.claims}


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("казахстан в индексе мкп 2017", "ituc-index.rating-2017"),
        ("what was kazakhstan rated in 2023", "ituc-index.rating-2023"),
        ("а елеусинова в двадцать третьем опять арестовали?", "yeleusinov.arrest-2023"),
    ],
)
def test_the_year_asked_about_decides(retriever: Retriever, question: str, claim: str) -> None:
    found = retriever.ask(question)
    assert isinstance(found, Answer)
    assert found.claims[0].id == claim


@pytest.mark.parametrize(
    ("message", "claim"),
    [
        ("They say Kharkova was convicted in Shymkent. When exactly was that?", "kharkova."),
        (
            "Koschygulov was taken off a train with his little daughter, I was told. What was it?",
            "fuel-energy-union.koschygulov-train",
        ),
    ],
)
def test_where_a_sentence_says_too_little_all_is_asked(retriever: Retriever, message: str, claim: str) -> None:
    found = retriever.ask(message, Context())
    assert isinstance(found, Answer)
    assert found.claims[0].id.startswith(claim)
