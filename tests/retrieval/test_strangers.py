"""Names that the knowledge does not have, by their writing."""

import pytest

from retrieval.strangers import may_name, strangers


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("who led the strike in Gdansk", {"gdansk"}),
        ("сколько человек погибло на Костенко?", {"костенко"}),
        ("how many died at marikana", {"marikana"}),
        ("что случилось в марикане", {"марикане"}),
        ("Where was the court? Who spoke?", set()),
        ("who was fined in Jan and who on Monday", set()),
        ("who was kept in prison", set()),
        ("WHO LED THE STRIKE", set()),
        ("Who Led The Longest Strike", set()),
    ],
)
def test_a_capital_or_a_preposition_of_place_tells(question: str, found: set[str]) -> None:
    assert strangers(question, is_word=lambda word: word in {"prison", "the"}) == found


@pytest.mark.parametrize(
    ("question", "may"),
    [
        ("when was maria released from prison", True),
        ("how much was mr trump fined", True),
        ("how long did navalny get", True),
        ("how long did the welder get", False),
        ("how long were the men outside", False),
    ],
)
def test_a_word_where_a_name_would_stand_may_be_one(question: str, may: bool) -> None:
    unknown = frozenset(["maria", "trump", "navalny", "welder", "outside"]) & frozenset(question.split())
    assert may_name(question.split(), unknown, lambda word: word != "navalny") is may
