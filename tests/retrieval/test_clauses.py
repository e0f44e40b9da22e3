import pytest

from retrieval.clauses import clauses


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("сколько впаяли орловой и за что", ["сколько впаяли орловой", "за что"]),
        ("When was Orlova arrested, and why?", ["When was Orlova arrested", "why?"]),
        ("кто и когда закрыл портовик", ["кто", "когда закрыл портовик"]),
        ("сколько дали орловой и петрову", ["сколько дали орловой и петрову"]),
    ],
)
def test_a_question_is_cut_where_another_begins(question: str, parts: list[str]) -> None:
    assert clauses(question) == parts
