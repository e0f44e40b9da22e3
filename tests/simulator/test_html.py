"""Telegram's HTML, asserted by text and byte offset."""

import pytest

from bot.simulator.errors import ApiError
from bot.simulator.text.entities import FormattedText
from bot.simulator.text.formatting import MESSAGE, formatted
from bot.simulator.text.html import parse_html
from bot.simulator.text.markup import MarkupError


def parsed(raw: str) -> tuple[str, list[tuple[str, int, int]]]:
    text = formatted(raw, "HTML", [], MESSAGE)
    return text.text, [(entity.kind, entity.offset, entity.length) for entity in text.entities]


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        ("ж<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a<br>", 'Unsupported start tag "br" at byte offset 1'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<", "Unclosed start tag at byte offset 0"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
    ],
)
def test_bad_markup_is_refused_in_telegrams_words(raw: str, complaint: str) -> None:
    with pytest.raises(MarkupError) as caught:
        parse_html(raw)
    assert str(caught.value) == complaint
    with pytest.raises(ApiError) as refused:
        formatted(raw, "html", [], MESSAGE)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


@pytest.mark.parametrize(
    ("raw", "text", "entities"),
    [
        ("<b>ж</b>", "ж", [("bold", 0, 1)]),
        ("👍<i>x</i>", "👍x", [("italic", 2, 1)]),
        ("<strong>a</strong><em>b</em><ins>c</ins><del>d</del>", "abcd",
         [("bold", 0, 1), ("italic", 1, 1), ("underline", 2, 1), ("strikethrough", 3, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<b>a</b><b>b</b>", "ab", [("bold", 0, 2)]),
        ("<tg-spoiler>a</tg-spoiler>b", "ab", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<code><b>a</b></code>", "a", [("code", 0, 1)]),
        ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("&lt;b&gt; &amp;amp; &quot;&nbsp;&copy;", '<b> &amp; "&nbsp;&copy;', []),
        ("&#1078;&#x436;", "жж", []),
        ("&ltd; &lt &#0; &#xD800;", "&ltd; < &#0; &#xD800;", [("hashtag", 14, 6)]),
        ("see example.org, @someone and #tag /cases", "see example.org, @someone and #tag /cases",
         [("url", 4, 11), ("mention", 17, 8), ("hashtag", 30, 4), ("bot_command", 35, 6)]),
    ],
)  # fmt: skip
def test_markup_becomes_text_and_entities(raw: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    assert parsed(raw) == (text, entities)


def test_links_come_back_as_telegram_stores_them() -> None:
    found = formatted('<a href="https://Example.org">a</a> <a href="ftp://x.org">b</a>', "HTML", [], MESSAGE)
    assert (found.text, [one.as_json() for one in found.entities]) == (
        "a b",
        [{"type": "text_link", "offset": 0, "length": 1, "url": "https://example.org/"}],
    )


def test_a_link_keeps_its_query() -> None:
    found = parse_html('<a href="https://x.org/?a=1&copy=2&amp;b=3">x</a>')
    assert found.entities[0].extra == {"url": "https://x.org/?a=1&copy=2&b=3"}


def test_code_in_pre_gives_its_language() -> None:
    for raw in ('<pre><code class="language-py">x</code></pre>', '<code class="language-py"><pre>x</pre></code>'):
        assert [one.as_json() for one in parse_html(raw).entities] == [
            {"type": "pre", "offset": 0, "length": 1, "language": "py"}
        ]


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        ("a.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("я*b", "Can't find end of Bold entity at byte offset 2"),
        ("_b", "Can't find end of Italic entity at byte offset 0"),
        ("`b", "Can't find end of Code entity at byte offset 0"),
    ],
)
def test_markdown_complains_like_telegram(raw: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refused:
        formatted(raw, "MarkdownV2", [], MESSAGE)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_markdown_becomes_text_and_entities() -> None:
    found = formatted(r"*b* _i_ __u__ ~s~ ||h|| `c` [l](https://e.org/) \.", "MarkdownV2", [], MESSAGE)
    assert found.text == "b i u s h c l ."
    kinds = [(one.kind, one.offset) for one in found.entities]
    assert kinds == [
        ("bold", 0), ("italic", 2), ("underline", 4), ("strikethrough", 6), ("spoiler", 8), ("code", 10),
        ("text_link", 12),
    ]  # fmt: skip


def test_more_than_a_hundred_entities_are_cut() -> None:
    found: FormattedText = formatted("<b>a</b> " * 101, "HTML", [], MESSAGE)
    assert (len(found.entities), found.dropped) == (100, 1)
