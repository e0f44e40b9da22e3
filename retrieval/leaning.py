"""Whether a question leans on the case spoken of before."""

from collections.abc import Iterable, Sequence

from knowledge.base import Knowledge
from knowledge.schema import Case, Kind
from retrieval.answer import Context
from retrieval.names import Mention
from retrieval.words import FEMININE, MASCULINE, PRONOUNS

# How Russian surnames end.
_OF_WOMEN = ("а", "я")
_OF_MEN = ("ов", "ев", "ёв", "ин", "ын", "ий", "ой", "ай")

# A follow-up is short: "а когда освободили", "and the damages"; a longer question stands by itself.
_FOLLOW_UP_WORDS = 6


def leaning(
    typed: Sequence[str], asking: int, mentions: Iterable[Mention], context: Context, knowledge: Knowledge
) -> str | None:
    """The case of the context, if the question may need it: by a pronoun that can mean it, or by few words that ask.

    Another person named ends it; a body does not ("did the ILO react?").
    """
    if context.case_id is None or any(mention.entity.is_case and mention.entity.is_person for mention in mentions):
        return None
    case = knowledge.cases[context.case_id]
    if PRONOUNS.intersection(typed):
        return case.id if can_mean(case, typed) else None
    return case.id if asking <= _FOLLOW_UP_WORDS else None


def can_mean(case: Case, typed: Sequence[str]) -> bool:
    """Whether the pronouns of a question can stand for a case: "he" for no woman, "she" for no man."""
    if case.kind is not Kind.PERSON:
        return True
    name = case.name.ru.lower()
    if name.endswith(_OF_WOMEN):
        return not MASCULINE.intersection(typed)
    # A surname that is the same for both («Норд») leaves it open.
    return not (name.endswith(_OF_MEN) and FEMININE.intersection(typed))
