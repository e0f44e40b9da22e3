import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.inputs import MAX_QUESTION, Input, classify, clean


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("how long did he get", Input.QUESTION),
        ("сколько?", Input.QUESTION),
        ("2017", Input.QUESTION),
        ("<b>where</b> is <script>", Input.QUESTION),
        ("where\x00 is\x07 she", Input.QUESTION),
        ("👍 где она", Input.QUESTION),
        ("қайда?", Input.QUESTION),
        ("", Input.EMPTY),
        (" \n\t ", Input.EMPTY),
        ("\x00\x01\x02", Input.UNREADABLE),
        ("\u200b\u202e\u2066", Input.UNREADABLE),
        ("👍👍🏽❤️", Input.SYMBOLS),
        ("?!…", Input.SYMBOLS),
        ("👨‍👩‍👧", Input.SYMBOLS),
        ("أين هي الآن", Input.RIGHT_TO_LEFT),
        ("איפה היא עכשיו", Input.RIGHT_TO_LEFT),
        ("where is أين", Input.QUESTION),
        ("a" * MAX_QUESTION, Input.QUESTION),
        ("a" * (MAX_QUESTION + 1), Input.TOO_LONG),
        ("слово " * 1000, Input.TOO_LONG),
    ],
)
def test_each_text_has_its_kind(text: str, kind: Input) -> None:
    assert classify(text) is kind


def test_cleaning_leaves_what_can_be_read() -> None:
    assert clean("  where\x00is\u202e she\n\nnow\u200b ") == "where is she now"


@given(st.text())
def test_any_text_has_a_kind_and_a_question_has_words(text: str) -> None:
    assert classify(text) is not Input.QUESTION or any(char.isalnum() for char in clean(text))
