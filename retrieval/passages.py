"""Pieces of text that lead back to a claim: its text and its example questions, in both languages."""

from dataclasses import dataclass

from knowledge.base import Knowledge
from knowledge.schema import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of text in the index; `is_statement` for a claim's own text, else an example question."""

    text: str
    language: Language
    claim_id: str
    is_statement: bool = False


def passages(knowledge: Knowledge) -> list[Passage]:
    """Every passage of the knowledge, claim by claim, in a fixed order."""
    return [
        passage
        for claim in knowledge.claims.values()
        for language in LANGUAGES
        for passage in (
            Passage(claim.text.in_language(language), language, claim.id, is_statement=True),
            *(Passage(question, language, claim.id) for question in claim.questions.in_language(language)),
        )
    ]
