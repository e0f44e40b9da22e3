"""Our own pair files: enough, well-formed, varied, in the promised shares, and nothing of the cases in them."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from bm25s.stopwords import STOPWORDS_EN_PLUS, STOPWORDS_RUSSIAN

from knowledge.loader import load
from knowledge.schema import Kind
from retrieval.tokens import is_cyrillic, stem, words
from retrieval.training.data import OWN_CORPUS, DataError, Pair, own_pairs

PROBE = OWN_CORPUS.parent / "probe.tsv"
KINDS = ("parallel", "question_passage", "rewording")
# Of running newspaper text about nine in ten four-word sequences come only once; of text from templates, one in two.
DISTINCT_FOUR_GRAMS = 0.8


def is_russian(text: str) -> bool:
    return any(map(is_cyrillic, words(text)))


def texts(pairs: Iterable[Pair]) -> list[str]:
    return list(dict.fromkeys(text for pair in pairs for text in pair))


def stems(text: str) -> set[str]:
    known = {*STOPWORDS_EN_PLUS, *STOPWORDS_RUSSIAN}
    language = "ru" if is_russian(text) else "en"
    return {stem(word, language) for word in words(text) if word not in known and len(word) > 3}


@pytest.mark.parametrize(("kind", "least"), [("parallel", 3000), ("question_passage", 3000), ("rewording", 150)])
def test_there_are_enough_and_none_twice(kind: str, least: int) -> None:
    pairs = own_pairs(OWN_CORPUS, kind)
    assert len(pairs) >= least
    assert [pair for pair, times in Counter(pairs).items() if times > 1] == []


def test_parallel_pairs_are_english_and_russian() -> None:
    pairs = own_pairs(OWN_CORPUS, "parallel")
    assert [pair for pair in pairs if is_russian(pair[0]) or not is_russian(pair[1])] == []


def test_half_of_the_questions_are_russian_and_a_quarter_crosses() -> None:
    pairs = own_pairs(OWN_CORPUS, "question_passage")
    russian = sum(is_russian(question) for question, _ in pairs) / len(pairs)
    across = sum(is_russian(question) != is_russian(passage) for question, passage in pairs) / len(pairs)
    assert 0.45 <= russian <= 0.6
    assert across >= 0.25


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("russian", [True, False], ids=["ru", "en"])
def test_four_grams_are_distinct(kind: str, russian: bool) -> None:
    spoken = [words(text) for text in texts(own_pairs(OWN_CORPUS, kind)) if is_russian(text) is russian]
    grams = Counter(row[start : start + 4] for row in spoken for start in range(len(row) - 3))
    assert len(grams) / grams.total() >= DISTINCT_FOUR_GRAMS


def names_of_the_cases() -> tuple[str, ...]:
    """How names of the real cases begin, for they are inflected."""
    people = [case for case in load().cases.values() if case.kind is Kind.PERSON]
    names = {word for case in people for name in (case.name.ru, case.name.en) for word in words(name)[-1:]}
    names |= {
        "казахстан",
        "kazakhstan",
        "актау",
        "aktau",
        "шымкент",
        "shymkent",
        "жанаозен",
        "zhanaozen",
        "кнпрк",
        "knprk",
    }
    return tuple(name[:6] for name in names)


def test_nothing_of_the_cases_is_in_it() -> None:
    lines = [line for path in [*OWN_CORPUS.glob("*.tsv"), PROBE] for line in path.read_text("utf-8").splitlines()]
    roots = names_of_the_cases()
    assert [line for line in lines if any(word.startswith(roots) for word in words(line))] == []


def test_the_probe_shares_no_content_word() -> None:
    rows = [line.split("\t") for line in PROBE.read_text(encoding="utf-8").splitlines()]
    assert len({row[0] for row in rows}) == 60
    assert len(rows) == 120
    for _, english, russian, english_question, russian_question in rows:
        assert stems(english) & stems(english_question) == set()
        assert stems(russian) & stems(russian_question) == set()


def test_the_probe_is_not_in_the_corpus() -> None:
    own = {text for kind in KINDS for text in texts(own_pairs(OWN_CORPUS, kind))}
    assert {cell for line in PROBE.read_text("utf-8").splitlines() for cell in line.split("\t")} & own == set()


def test_a_malformed_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "01.parallel.tsv").write_text("one\tодин\nno tab here\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"01\.parallel\.tsv, line 2: needs 2 non-empty cells"):
        own_pairs(tmp_path, "parallel")
