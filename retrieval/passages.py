"""Pieces of text that lead back to a claim: its text and its example questions, in both languages."""

from dataclasses import dataclass

from knowledge.base import Knowledge
from knowledge.schema import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of text in the index."""

    text: str
    language: Language
    claim_id: str


def passages(knowledge: Knowledge) -> list[Passage]:
    """Every passage of the knowledge, in a fixed order."""
    return [
        passage
        for claim in knowledge.claims.values()
        for language in LANGUAGES
        for passage in (
            Passage(claim.text.in_language(language), language, claim.id),
            *(Passage(question, language, claim.id) for question in claim.questions.in_language(language)),
        )
    ]
