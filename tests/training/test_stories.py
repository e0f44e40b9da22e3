"""Our invented case files: enough, whole, varied, nothing of the real ones in them, nothing of what measures them."""

from collections import Counter
from pathlib import Path

import pytest

from retrieval.tokens import words
from retrieval.training.data import OWN_CORPUS, DataError
from retrieval.training.stories import Story, read_stories
from tests.training.test_corpus import DISTINCT_FOUR_GRAMS, PROBE, is_russian, names_of_the_cases


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    return read_stories(OWN_CORPUS)


def test_every_story_has_its_claims_in_both_languages_and_its_near_misses(stories: list[Story]) -> None:
    assert len(stories) >= 90
    for story in stories:
        # A claim in both languages, and three questions in each.
        assert Counter(story.claims) == dict.fromkeys(range(12), 8)
        assert len(story.texts) == len(story.claims)
        assert sum(map(is_russian, story.texts)) == len(story.texts) / 2
        assert len(story.nothing) == 16


def test_no_question_is_there_twice(stories: list[Story]) -> None:
    for story in stories:
        assert [text for text, times in Counter(story.texts + story.nothing).items() if times > 1] == []


@pytest.mark.parametrize("russian", [True, False], ids=["ru", "en"])
def test_four_grams_are_distinct(stories: list[Story], russian: bool) -> None:
    texts = {text for story in stories for text in story.texts + story.nothing if is_russian(text) is russian}
    grams = Counter(row[start : start + 4] for row in map(words, texts) for start in range(len(row) - 3))
    assert len(grams) / grams.total() >= DISTINCT_FOUR_GRAMS


def test_nothing_of_the_cases_or_of_the_probe_is_in_them(stories: list[Story]) -> None:
    texts = {text for story in stories for text in story.texts + story.nothing}
    roots = names_of_the_cases()
    assert [text for text in texts if any(word.startswith(roots) for word in words(text))] == []
    assert {cell for line in PROBE.read_text("utf-8").splitlines() for cell in line.split("\t")} & texts == set()


def test_a_malformed_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "01.stories.jsonl").write_text('{"story": "A1", "claim": "c01", "en": "One."}\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"01\.stories\.jsonl, line 1: is neither a claim of a story"):
        read_stories(tmp_path)
