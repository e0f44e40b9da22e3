from pathlib import Path

from knowledge.checks import normalised
from knowledge.loader import load
from retrieval.answer import Abstention, Answer, Context
from retrieval.encoders import Encoders
from retrieval.names import NameMatcher
from retrieval.retriever import Retriever
from retrieval.tokens import is_cyrillic
from retrieval.unanswered import InVain, of_any_case, spans
from tests import content


def test_every_question_is_there_once_in_both_languages() -> None:
    asked = [each.question for each in of_any_case()]
    listed = [normalised(question) for question in asked]
    assert len(set(listed)) == len(listed)
    russian = sum(is_cyrillic(question) for question in listed)
    assert abs(russian - (len(listed) - russian)) <= 10


def test_none_names_anybody_or_is_answered_by_a_case_file() -> None:
    knowledge = load()
    names = NameMatcher.from_knowledge(knowledge)
    asked = [each.question for each in of_any_case()]
    assert [question for question in asked if names.find_exact(question)] == []
    claims = knowledge.claims.values()
    examples = {normalised(text) for claim in claims for text in claim.questions.every}
    assert examples & {normalised(question) for question in asked} == set()


def test_a_question_asked_in_vain_counts_against_its_own_case_only(tmp_path: Path, encoders: Encoders) -> None:
    cases = content.cases()
    cases["portovik"]["unanswered"] = {"en": ["who painted the union banner"]}
    knowledge = load(content.write(tmp_path, cases))
    _, hits = Retriever.open(knowledge, encoders).finder.find("who painted the union banner", Context())
    found = {hit.case_id: hit.unanswered for hit in hits}
    assert found["portovik"] > 0.99
    assert found["orlova"] < found["portovik"] - 0.2
    # The list of what no case file answers is one for all.
    assert {hit.of_any for hit in hits} == {found["orlova"]}


def test_places_follow_one_another_case_by_case() -> None:
    asked = (InVain("why"), InVain("who", "orlova"), InVain("when", "orlova"))
    assert {case_id: places.tolist() for case_id, places in spans(asked, start=5).items()} == {
        None: [5],
        "orlova": [6, 7],
    }


def test_a_claim_that_answers_wins_over_the_list(shipped_encoders: Encoders) -> None:
    retriever = Retriever.open(load(), shipped_encoders)
    judge = retriever.ask("кто был судьёй у харьковой")
    assert isinstance(judge, Answer)
    assert judge.claims[0].id == "kharkova.judge"
    for question in ("кто был прокурором у харьковой", "which hospital was senyavsky taken to"):
        assert isinstance(retriever.ask(question), Abstention), question
