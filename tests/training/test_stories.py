"""Our invented case files: enough, whole, varied, nothing of the real ones in them, nothing of what measures them."""

from collections import Counter
from pathlib import Path

import pytest

from knowledge.schema import LANGUAGES
from retrieval.tokens import words
from retrieval.training.data import DataError
from retrieval.training.stories import CROSSING, SHARPENING, Story, read_stories
from tests.training.test_corpus import DISTINCT_FOUR_GRAMS, PROBE, is_russian, names_of_the_cases


@pytest.fixture(scope="module", params=[SHARPENING, CROSSING])
def stories(request: pytest.FixtureRequest) -> list[Story]:
    return read_stories(request.param)


def all_texts(story: Story) -> list[str]:
    return [*(text for told in story.told for text in (told.en, told.ru)), *(each.question for each in story.asked)]


def test_every_story_has_its_claims_and_its_near_misses_in_both_languages(stories: list[Story]) -> None:
    assert len(stories) >= 90
    for story in stories:
        asked = Counter((each.claim, each.language) for each in story.asked)
        # Three questions for a claim in each language.
        of_claims = {(claim, language): 3 for claim in range(12) for language in LANGUAGES}
        assert {key: times for key, times in asked.items() if key[0] is not None} == of_claims
        assert min(asked[None, language] for language in LANGUAGES) >= 8
        assert [each for each in story.asked if is_russian(each.question) != (each.language == "ru")] == []
        assert [told for told in story.told if is_russian(told.en) or not is_russian(told.ru)] == []


def test_the_texts_of_a_claim_are_it_and_what_asks_for_it(stories: list[Story]) -> None:
    first = stories[0]
    of_first = [text for text, number in first.texts if number == 0]
    assert of_first[:2] == [first.told[0].en, first.told[0].ru]
    assert of_first[2:] == list(first.questions[:6])
    assert Counter(number for _, number in first.texts) == dict.fromkeys(range(12), 8)
    assert set(first.nothing) & set(first.questions) == set()


def test_no_question_is_there_twice(stories: list[Story]) -> None:
    for story in stories:
        assert [text for text, times in Counter(all_texts(story)).items() if times > 1] == []


@pytest.mark.parametrize("russian", [True, False], ids=["ru", "en"])
def test_four_grams_are_distinct(stories: list[Story], russian: bool) -> None:
    texts = {text for story in stories for text in all_texts(story) if is_russian(text) is russian}
    grams = Counter(row[start : start + 4] for row in map(words, texts) for start in range(len(row) - 3))
    assert len(grams) / grams.total() >= DISTINCT_FOUR_GRAMS


def test_nothing_of_the_cases_or_of_the_probe_is_in_them(stories: list[Story]) -> None:
    texts = {text for story in stories for text in all_texts(story)}
    roots = names_of_the_cases()
    assert [text for text in texts if any(word.startswith(roots) for word in words(text))] == []
    assert {cell for line in PROBE.read_text("utf-8").splitlines() for cell in line.split("\t")} & texts == set()


def test_a_malformed_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "01.stories.jsonl").write_text('{"story": "A1", "claim": "c01", "en": "One."}\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"01\.stories\.jsonl, line 1: is neither a claim of a story"):
        read_stories(SHARPENING, tmp_path)
