from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.markup import Html, Marked
from handlers.split import MAX_BYTES, split
from tests.handlers.telegram import Balanced

HTML = Html()


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_a_text_that_fits_is_one_part() -> None:
    assert split(Marked("<b>short</b>\n\ntext")) == ("<b>short</b>\n\ntext",)


def test_the_cut_is_at_a_paragraph_end() -> None:
    first, second = "One sentence. " * 3, "Another one. " * 3
    assert split(Marked(f"{first}\n\n{second}"), 60) == (first.strip(), second.strip())


def test_a_blank_line_is_a_better_end_than_a_line() -> None:
    assert split(Marked("one\ntwo\nthree\n\nfour\nfive"), 20) == ("one\ntwo\nthree", "four\nfive")


def test_a_blank_line_far_up_is_no_end() -> None:
    assert split(Marked("A\n\nlong enough\nand more of it"), 20) == ("A\n\nlong enough", "and more of it")


def test_a_long_paragraph_is_cut_at_a_sentence_end() -> None:
    assert split(Marked("First one. Second one. Third one."), 25) == ("First one. Second one.", "Third one.")


def test_a_long_sentence_is_cut_at_a_word_end() -> None:
    assert split(Marked("many words without an end"), 12) == ("many words", "without an", "end")


def test_a_long_word_is_cut_where_the_room_ends() -> None:
    assert split(Marked("x" * 25), 10) == ("x" * 10, "x" * 10, "x" * 5)


def test_tags_are_closed_and_opened_again() -> None:
    quoted = HTML.quote(Marked(f"{HTML.bold(Marked('one'))}\ntwo\nthree"), expandable=True)
    assert split(quoted, 8) == (
        "<blockquote expandable><b>one</b>\ntwo</blockquote>",
        "<blockquote expandable>three</blockquote>",
    )


def test_a_link_keeps_its_address_in_both_parts() -> None:
    assert split(HTML.link(Marked("one two"), "https://a.example"), 4) == (
        '<a href="https://a.example">one</a>',
        '<a href="https://a.example">two</a>',
    )


def test_an_escaped_character_counts_once_and_is_never_cut() -> None:
    assert split(HTML.text("&" * 10), 5) == ("&amp;" * 5, "&amp;" * 5)


def test_characters_outside_the_basic_plane_count_twice() -> None:
    assert split(Marked("😀" * 5), 4) == ("😀😀", "😀😀", "😀")


def test_a_hundred_entities_are_the_limit() -> None:
    parts = split(Marked("\n".join(HTML.bold(Marked("x")) for _ in range(250))))
    assert [Balanced(part).entities for part in parts] == [100, 100, 50]


def test_long_addresses_do_not_overflow_the_raw_text() -> None:
    link = HTML.link(Marked("x"), "https://a.example/" + "p" * 1000)
    parts = split(Marked("\n".join([link] * 90)))
    assert len(parts) > 1
    assert all(len(part.encode()) <= MAX_BYTES for part in parts)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["text", "bold", "italic", "quote"]), st.text(max_size=80)), max_size=12),
    st.integers(min_value=8, max_value=60),
)
def test_nothing_is_lost_and_every_part_is_whole(pieces: list[tuple[str, str]], limit: int) -> None:
    html = Marked("\n".join(mark(how, text) for how, text in pieces))
    parts = split(html, limit)
    assert all(units(Balanced(part).visible) <= limit for part in parts)
    assert "".join("".join(Balanced(part).visible for part in parts).split()) == "".join(Balanced(html).visible.split())


def mark(how: str, text: str) -> Marked:
    inner = HTML.text(text.replace("\x00", "").replace("\r", ""))
    if how == "bold":
        return HTML.bold(inner)
    if how == "italic":
        return HTML.italic(inner)
    return HTML.quote(inner) if how == "quote" else inner
