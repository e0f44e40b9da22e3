import pytest

from knowledge.base import Knowledge
from retrieval.answer import Context
from retrieval.dictionary import Dictionary
from retrieval.kinds import Asks
from retrieval.lexicon import Lexicon
from retrieval.names import NameMatcher
from retrieval.passages import passages
from retrieval.query import Query
from retrieval.reading import Reader, read


def query(knowledge: Knowledge, question: str, context: Context | None = None) -> Query:
    lexicon = Lexicon.from_passages(passages(knowledge))
    names = NameMatcher.from_knowledge(knowledge)
    reader = Reader.of(knowledge, names, lexicon, Dictionary(), is_common=lambda word: word == "погода")
    return read(question, context or Context(), reader)


def named(found: Query) -> list[str]:
    return [mention.entity.id for mention in found.mentions]


def test_content_is_neither_function_words_nor_names(knowledge: Knowledge) -> None:
    assert query(knowledge, "А когда Орлова вышла на свободу?").content == ("вышл", "свобод")


def test_a_name_is_read_in_the_language_of_the_question(knowledge: Knowledge) -> None:
    assert query(knowledge, "когда вышла Orlowa").text == "когда вышла орлова"


def test_typing_errors_are_mended_by_the_words_of_the_knowledge(knowledge: Knowledge) -> None:
    assert query(knowledge, "была ли она приговореана").text == "была ли она приговорена"


def test_latin_typing_is_read_as_russian(knowledge: Knowledge) -> None:
    found = query(knowledge, "kogda orlova vyshla na svobodu")
    assert (found.language, found.text) == ("ru", "когда орлова вышла на свободу")


def test_the_sentence_that_asks_is_the_focus(knowledge: Knowledge) -> None:
    found = query(knowledge, "Добрый день! Я пишу статью о порте. Когда закрыли профсоюз? Спасибо.")
    assert found.focus.startswith("когда закрыли профсоюз")
    assert found.asks is Asks.WHEN
    assert "стат" not in found.content


def test_where_the_sentence_that_asks_says_nothing_all_of_them_do(knowledge: Knowledge) -> None:
    found = query(knowledge, "Суд закрыл профсоюз порта. И как это было?")
    assert found.focus == found.text
    assert {"суд", "профсоюз"} <= set(found.content)


@pytest.mark.parametrize(
    ("message", "start"),
    [
        ("Суд в ст. 402 нашёл повод. За что по ст. 403 судили Орлову? Пишу статью.", "за что по ст 403"),
        ("Закрыли за 2.5 млн. тенге. Сколько стоил профсоюз порта. Спасибо вам большое", "сколько стоил профсоюз"),
        ("А. Б. Иванов спросил. Когда закрыли профсоюз порта, мы так и не поняли. У нас тут спор", "когда закрыли"),
        ("Его закрыли.Почему закрыли профсоюз порта?", "почему закрыли"),
        ("Закрыли, да?! Почему закрыли профсоюз порта", "закрыли да почему закрыли"),
    ],
)
def test_a_full_stop_in_a_sentence_does_not_end_it(knowledge: Knowledge, message: str, start: str) -> None:
    assert query(knowledge, message).focus.startswith(start)


@pytest.mark.parametrize("question", ["Кто из нас прав?", "Is that right?", "это правда, верно?", "am I mistaken?"])
def test_whether_that_is_so_asks_about_what_was_said(knowledge: Knowledge, question: str) -> None:
    found = query(knowledge, f"Суд закрыл профсоюз порта. {question}")
    assert found.focus == found.text


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("когда вышла вера", ["orlova"]),
        ("когда вышла вера петрова", []),
        ("where were they", []),
        ("вера орлова", ["orlova"]),
    ],
)
def test_a_given_name_counts_unless_it_is_somebody_elses(knowledge: Knowledge, question: str, ids: list[str]) -> None:
    assert named(query(knowledge, question)) == ids


def test_a_follow_up_takes_the_case_of_the_context(knowledge: Knowledge) -> None:
    found = query(knowledge, "а когда она вышла?", Context(case_id="orlova"))
    assert (found.leans_on, found.has_pronoun, found.is_vague) == ("orlova", True, False)
    assert found.text.endswith("орлова")


def test_who_asks_is_not_asked_about(knowledge: Knowledge) -> None:
    found = query(knowledge, "Брат сейчас сам сидит, он дал мне список. Когда закрыли профсоюз порта?")
    assert (found.has_pronoun, found.asks_custody, found.wants_several) == (False, False, False)


def test_thanks_for_an_answer_ask_nothing_more(knowledge: Knowledge) -> None:
    assert query(knowledge, "ужас какой, спасибо", Context(case_id="orlova")).is_reaction


def test_a_follow_up_may_be_explained_at_length(knowledge: Knowledge) -> None:
    message = "а кто иск подал? одни говорят акимат, другие что портовые фирмы подстроили"
    assert query(knowledge, message, Context(case_id="portovik")).leans_on == "portovik"


def test_a_person_named_ends_the_leaning_and_a_body_does_not(knowledge: Knowledge) -> None:
    assert query(knowledge, "а когда вышла орлова?", Context(case_id="portovik")).leans_on is None
    assert query(knowledge, "а портовик что сказал?", Context(case_id="orlova")).leans_on == "orlova"


@pytest.mark.parametrize(
    ("question", "vague"),
    [("когда ее отпустили", True), ("when was she released", True), ("когда отпустили орлову", False)],
)
def test_a_pronoun_alone_is_vague(knowledge: Knowledge, question: str, vague: bool) -> None:
    assert query(knowledge, question).is_vague is vague


@pytest.mark.parametrize("question", ["орлова", "расскажи про орлову", "who is orlova", "Orlova?"])
def test_a_name_and_no_more_asks_for_the_whole(knowledge: Knowledge, question: str) -> None:
    assert query(knowledge, question).is_overview


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("who is orlova", True),
        ("who is orlova?? saw her name on a poster about dockers", True),
        ("орлова это кто вообще", True),
        ("who is orlova married to", False),
        ("расскажи про орлову", False),
    ],
)
def test_who_somebody_is(knowledge: Knowledge, question: str, asks: bool) -> None:
    assert query(knowledge, question).asks_who is asks


def test_a_bare_latin_name_takes_the_language_of_the_interface(knowledge: Knowledge) -> None:
    assert query(knowledge, "Orlova", Context(language="ru")).language == "ru"
    assert query(knowledge, "Orlova").language == "en"
