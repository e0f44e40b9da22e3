"""The question sets: well-formed, and kept apart from the questions in the case files."""

from collections import Counter
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from knowledge.checks import normalised
from knowledge.loader import load
from knowledge.schema import QuestionList
from retrieval.evaluate import Asked, read_questions

FOLDER = Path(__file__).parent / "questions"
SETS = ("dev", "test")
# Above this likeness (0 to 100, by edited letters) two questions differ in little more than an ending.
NEAR_COPY = 90


@pytest.fixture(scope="module")
def sets() -> dict[str, list[Asked]]:
    return {name: read_questions(FOLDER / f"{name}.jsonl") for name in SETS}


@pytest.fixture(scope="module")
def listed() -> list[str]:
    """The example questions, and those that no claim of their case answers."""
    knowledge = load()
    lists: list[QuestionList] = [claim.questions for claim in knowledge.claims.values()]
    lists += [case.unanswered for case in knowledge.cases.values()]
    return [normalised(question) for questions in lists for question in questions.every]


def test_there_are_enough(sets: dict[str, list[Asked]]) -> None:
    asked = [question for name in SETS for question in sets[name]]
    assert sum(bool(question.claims) for question in asked) >= 350
    assert sum(not question.claims for question in asked) >= 150
    assert min(Counter(question.lang for question in asked).values()) >= 100


def test_they_name_claims_that_exist(sets: dict[str, list[Asked]]) -> None:
    claims = load().claims
    wanted = {claim_id for name in SETS for question in sets[name] for claim_id in question.claims}
    assert wanted - set(claims) == set()


def test_ids_and_questions_are_unique(sets: dict[str, list[Asked]]) -> None:
    asked = [question for name in SETS for question in sets[name]]
    assert Counter(question.id for question in asked).most_common(1)[0][1] == 1
    texts = Counter((normalised(question.question), question.previous) for question in asked)
    assert texts.most_common(1)[0][1] == 1


@pytest.mark.parametrize("name", SETS)
def test_none_is_a_near_copy_of_a_question_in_the_case_files(
    sets: dict[str, list[Asked]], listed: list[str], name: str
) -> None:
    copies = []
    for question in sets[name]:
        # A follow-up is understood by what was said before: alone it says too little to be a copy.
        if question.previous is None and len(text := normalised(question.question)) > 0:
            found = process.extractOne(text, listed, scorer=fuzz.ratio, score_cutoff=NEAR_COPY)
            copies += [(question.id, found[0])] if found else []
    assert copies == []
