from knowledge.checks import normalised
from knowledge.loader import load
from retrieval.answer import Abstention, Answer
from retrieval.encoders import Encoders
from retrieval.names import NameMatcher
from retrieval.retriever import Retriever
from retrieval.tokens import is_cyrillic
from retrieval.unanswered import unanswered


def test_every_question_is_there_once_in_both_languages() -> None:
    listed = [normalised(question) for question in unanswered()]
    assert len(set(listed)) == len(listed)
    russian = sum(is_cyrillic(question) for question in listed)
    assert abs(russian - (len(listed) - russian)) <= 10


def test_none_names_anybody_or_is_answered_by_a_case_file() -> None:
    knowledge = load()
    names = NameMatcher.from_knowledge(knowledge)
    assert [question for question in unanswered() if names.find_exact(question)] == []
    claims = knowledge.claims.values()
    examples = {normalised(text) for claim in claims for text in (*claim.questions.ru, *claim.questions.en)}
    assert examples & {normalised(question) for question in unanswered()} == set()


def test_a_claim_that_answers_wins_over_the_list(shipped_encoders: Encoders) -> None:
    retriever = Retriever.open(load(), shipped_encoders)
    judge = retriever.ask("кто судил харькову, как фамилия судьи")
    assert isinstance(judge, Answer)
    assert judge.claims[0].id == "kharkova.judge"
    for question in ("кто был прокурором у харьковой", "which hospital was senyavsky taken to"):
        assert isinstance(retriever.ask(question), Abstention), question
