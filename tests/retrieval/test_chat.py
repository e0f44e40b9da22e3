import pytest

from retrieval.chat import plain, sounding_like


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("скока", "сколько"),
        ("чо", "что"),
        ("када", "когда"),
        ("пачиму", "почему"),
        ("wich", "which"),
        ("whats", "what is"),
    ],
)
def test_chat_spellings_are_read_as_the_usual_ones(typed: str, usual: str) -> None:
    assert plain(typed) == usual


def test_a_misspelt_function_word_is_known_by_its_sound() -> None:
    assert sounding_like("скольким-то") == "скольким-то"
    assert sounding_like("скажыте") == "скажите"
    assert sounding_like("раскажи") == "расскажи"


@pytest.mark.parametrize("word", ["сколько", "кто", "суд", "профсоюз", "забастовка", "where", "union", "колония"])
def test_other_words_stay(word: str) -> None:
    assert plain(word) == word
    assert sounding_like(word) == word
