import numpy as np
import pytest

from knowledge.base import Knowledge
from retrieval.concepts import Concept, concepts, concepts_of, shared


def told(text: str) -> set[Concept]:
    return {concept for concept, said in zip(Concept, concepts(text), strict=True) if said}


@pytest.mark.parametrize(
    ("official", "slang", "concept"),
    [
        ("когда его задержали", "когда его скрутили", Concept.ARREST),
        ("when was he detained", "when did they pick him up", Concept.ARREST),
        ("к какому сроку её приговорили", "сколько ей впаяли", Concept.SENTENCE),
        ("what was the sentence", "how long did they put her away for", Concept.SENTENCE),
        ("когда освободили", "когда откинулся", Concept.RELEASE),
        ("was she released", "did they let her go", Concept.RELEASE),
        ("какой ущерб взыскали", "сколько бабла он должен", Concept.MONEY),
        ("объявил голодовку", "отказалась от еды", Concept.HUNGER),
        ("went on hunger strike", "refused to eat", Concept.HUNGER),
        ("кого уволили", "кого вышвырнули", Concept.DISMISSAL),
        ("who was dismissed", "who got sacked", Concept.DISMISSAL),
        ("когда ликвидировали", "когда прикрыли", Concept.DISSOLUTION),
        ("may he hold office", "is she allowed to lead a union again", Concept.BAN),
        ("на него напали", "его избили", Concept.ATTACK),
    ],
)
def test_official_words_and_slang_come_to_the_same(official: str, slang: str, concept: Concept) -> None:
    assert concept in told(official)
    assert concept in told(slang)


@pytest.mark.parametrize("text", ["", "какая погода в Актау", "the price of oil", "🔥", "закат над судном"])
def test_other_words_come_to_nothing(text: str) -> None:
    assert told(text) == set()


def test_every_concept_has_expressions() -> None:
    assert len(concepts("")) == len(Concept)


def test_a_claim_answers_what_it_says_and_what_its_examples_repeat(knowledge: Knowledge) -> None:
    flags = concepts_of(knowledge.claims["orlova.release"])
    assert Concept.RELEASE in {concept for concept, held in zip(Concept, flags, strict=True) if held}


def test_the_share_of_what_is_asked() -> None:
    asked = concepts("arrested and fined")
    both, one, none = (concepts(text) for text in ("arrested and fined", "arrested", "the weather"))
    assert shared(asked, np.array([both, one, none])).tolist() == [1, 0.5, 0]
    assert shared(concepts("hello"), np.array([both])).tolist() == [0]
