import pytest

from knowledge.base import Knowledge
from knowledge.loader import load
from retrieval.links import Links
from retrieval.names import NameMatcher


@pytest.fixture
def names(knowledge: Knowledge) -> NameMatcher:
    return NameMatcher.from_knowledge(knowledge)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("сколько дали орловой", ["orlova"]),
        ("ORLOVA sentence", ["orlova"]),
        ("вера орлова и портовик", ["orlova", "portovik"]),
        ("что с портовиком", ["portovik"]),
        ("portovick closed why", ["portovik"]),
        ("погода в городе", []),
    ],
)
def test_finds_names_however_spelt(names: NameMatcher, question: str, named: list[str]) -> None:
    assert [mention.entity.id for mention in names.find(question)] == named


def test_the_full_name_is_one_mention(names: NameMatcher) -> None:
    [mention] = names.find("когда вышла вера орлова")
    assert (sorted(mention.positions), mention.edits) == ([2, 3], 0)


def test_nothing_is_forgiven_in_curated_text(names: NameMatcher) -> None:
    assert [mention.entity.id for mention in names.find("портоввик")] == ["portovik"]
    assert [mention.entity.id for mention in names.find("портввик")] == ["portovik"]
    assert names.find_exact("портввик") == []


def test_people_narrow_and_bodies_weigh(knowledge: Knowledge, names: NameMatcher) -> None:
    links = Links.from_knowledge(knowledge, names)
    allowed, linked = links.narrow(names.find("орлова портовик"), None)
    assert list(knowledge.claims) == ["orlova.sentence", "orlova.sentence-three", "orlova.release", "portovik.closed"]
    assert allowed.tolist() == [True, True, True, False]
    assert linked.tolist() == [0.5, 0.5, 0.5, 0.5]
    allowed, linked = links.narrow(names.find("портовик"), None)
    assert allowed.tolist() == [True] * 4
    assert linked.tolist() == [0, 0, 0, 1]


def test_a_word_is_no_abbreviation_that_it_sounds_like() -> None:
    names = NameMatcher.from_knowledge(load())
    assert names.find("в котором часу его задержали") == []
    assert [mention.entity.id for mention in names.find("what did CAS say")] == ["ilo-supervision#1"]
