import pytest

from handlers.callbacks import (
    MAX_ANSWER_SOURCES,
    AnswerSources,
    AskAgain,
    AskExample,
    AskSuggestion,
    CaseList,
    CasePage,
    CaseSources,
    ChooseCase,
    ChooseLanguage,
    OpenCase,
    digest,
)
from knowledge.base import Knowledge
from retrieval.compose import compose

LONGEST_ID = "x" * 40


@pytest.mark.parametrize(
    "data",
    [
        OpenCase(language="ru", case_id=LONGEST_ID),
        CasePage(language="ru", case_id=LONGEST_ID, page=999),
        CaseSources(language="ru", case_id=LONGEST_ID, page=999),
        CaseSources(language="ru", case_id=LONGEST_ID),
        CaseList(language="ru", page=999),
        CaseList(language="ru"),
        ChooseCase(language="ru", case_id=LONGEST_ID),
        AskAgain(language="ru", case_id=LONGEST_ID),
        AskAgain(language="ru"),
        AskExample(language="en", number=3),
        AskSuggestion(language="en", digest="abcd"),
        AnswerSources(language="en", digests="abcd" * MAX_ANSWER_SOURCES),
        ChooseLanguage(language="en", greeting=True),
    ],
    ids=lambda data: type(data).__name__,
)
def test_every_button_fits_and_reads_back(data: OpenCase) -> None:
    packed = data.pack()
    assert len(packed.encode()) <= 64
    assert type(data).unpack(packed) == data


def test_sources_come_back_with_the_numbers_of_the_answer(knowledge: Knowledge) -> None:
    answer = compose(knowledge, "en", ["orlova.sentence"])
    assert AnswerSources.of(answer).find(knowledge.sources) == answer.sources


def test_a_source_that_is_gone_leaves_the_other_numbers_alone(knowledge: Knowledge) -> None:
    answer = compose(knowledge, "en", ["orlova.sentence"])
    left = {"gazeta-2018": knowledge.sources["gazeta-2018"]}
    assert [cited.number for cited in AnswerSources.of(answer).find(left)] == [2]


def test_a_suggestion_finds_its_claim(knowledge: Knowledge) -> None:
    claim = knowledge.claims["orlova.release"]
    assert AskSuggestion.of(claim, "ru").find(knowledge.claims) == claim
    assert AskSuggestion(language="ru", digest="????").find(knowledge.claims) is None


def test_digests_are_four_plain_letters() -> None:
    assert len(digest("any-id")) == 4
    assert ":" not in digest("any-id")
