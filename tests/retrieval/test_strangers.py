"""Names that the knowledge does not have, by their writing."""

import pytest

from retrieval.strangers import strangers


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
