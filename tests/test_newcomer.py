"""A newcomer's case: written by docs/curating.md alone, asked twenty questions, and nothing trained or fitted anew.

The case, its people and its places are invented.
"""

import shutil
from pathlib import Path

import pytest
import yaml

from knowledge.loader import CONTENT, load
from retrieval.answer import Abstention, Answer, Context
from retrieval.encoders import Encoders
from retrieval.evaluate import read_questions
from retrieval.retriever import Retriever

NEWCOMER = Path(__file__).parent / "newcomer"
LEAST_RIGHT = 17


@pytest.fixture(scope="module")
def retriever(tmp_path_factory: pytest.TempPathFactory, shipped_encoders: Encoders, shipped_index: Path) -> Retriever:
    """The shipped case files and the new one among them."""
    folder = tmp_path_factory.mktemp("content") / "content"
    shutil.copytree(CONTENT, folder)
    shutil.copy(NEWCOMER / "cases" / "nord.yaml", folder / "cases")
    added = (NEWCOMER / "sources.yaml").read_text(encoding="utf-8")
    sources = (folder / "sources.yaml").read_text(encoding="utf-8")
    (folder / "sources.yaml").write_text(f"{sources}\n{added}", encoding="utf-8")
    return Retriever.open(load(folder), shipped_encoders, shipped_index)


def test_at_least_seventeen_of_twenty_are_right(retriever: Retriever) -> None:
    asked = read_questions(NEWCOMER / "questions.jsonl")
    assert len(asked) == 20
    wrong = []
    for question in asked:
        context = retriever.ask(question.previous).leaves(Context()) if question.previous else Context()
        found = retriever.ask(question.question, context)
        right = isinstance(found, Abstention) if not question.claims else _answers(found, question.claims)
        if not right:
            wrong.append(question.id)
    assert len(asked) - len(wrong) >= LEAST_RIGHT, wrong


def test_no_question_repeats_an_example() -> None:
    case = yaml.safe_load((NEWCOMER / "cases" / "nord.yaml").read_text(encoding="utf-8"))
    examples = {line.casefold() for claim in case["claims"] for lines in claim["questions"].values() for line in lines}
    asked = {question.question.casefold().strip("?") for question in read_questions(NEWCOMER / "questions.jsonl")}
    assert asked & examples == set()


def _answers(found: Answer | Abstention, claims: tuple[str, ...]) -> bool:
    return isinstance(found, Answer) and found.claims[0].id in claims
