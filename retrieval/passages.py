"""Pieces of text that lead back to a claim: its text and its example questions, in both languages."""

from dataclasses import dataclass

from knowledge.base import Knowledge
from knowledge.schema import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of text in the index; `is_question` tells an example question from a claim's text."""

    text: str
    language: Language
    claim_id: str
    is_question: bool


def passages(knowledge: Knowledge) -> list[Passage]:
    """Every passage of the knowledge, in a fixed order."""
    return [
        passage
        for claim in knowledge.claims.values()
        for language in LANGUAGES
        for passage in (
            Passage(claim.text.in_language(language), language, claim.id, is_question=False),
            *(
                Passage(question, language, claim.id, is_question=True)
                for question in claim.questions.in_language(language)
            ),
        )
    ]
