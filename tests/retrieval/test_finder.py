"""A message read in more than one way."""

from pathlib import Path

import pytest

from knowledge.base import Knowledge
from retrieval.answer import Context
from retrieval.dictionary import Dictionary
from retrieval.encoders import Encoders
from retrieval.finder import Finder
from retrieval.index import Index
from retrieval.links import Links
from retrieval.names import NameMatcher
from retrieval.opinions import pooled
from retrieval.places import Places
from retrieval.reading import Reader, read
from retrieval.search import Searcher


@pytest.fixture
def names(knowledge: Knowledge) -> NameMatcher:
    return NameMatcher.from_knowledge(knowledge)


@pytest.fixture
def index(knowledge: Knowledge, names: NameMatcher, encoders: Encoders) -> Index:
    return Index.open(None, knowledge, names, encoders)


@pytest.fixture
def reader(knowledge: Knowledge, names: NameMatcher, index: Index, encoders: Encoders) -> Reader:
    return Reader.of(knowledge, names, index.lexicon, Dictionary(), encoders.words.knows)


@pytest.fixture
def finder(knowledge: Knowledge, encoders: Encoders, index: Index, reader: Reader) -> Finder:
    links = Links.from_knowledge(knowledge, reader.names)
    searcher = Searcher(knowledge, encoders, index, links, Places(Dictionary()))
    return Finder(reader, searcher, encoders.weights)


def test_the_best_three_have_a_chance(finder: Finder) -> None:
    _, hits = finder.find("когда закрыли профсоюз порта", Context())
    assert len(hits) > 3
    assert [hit.chance > 0 for hit in hits] == [True] * 3 + [False] * (len(hits) - 3)


def test_the_sentence_that_asks_and_the_message_are_two_opinions(finder: Finder, reader: Reader) -> None:
    message = "В газете читали про приговор и освобождение. Когда закрыли профсоюз порта?"
    readings = [finder.search(read(message, Context(), reader, whole=whole)) for whole in (False, True)]
    both = pooled([{hit.claim_id: hit.chance for hit in hits[:3]} for hits in readings])
    _, found = finder.find(message, Context())
    told = {hit.claim_id: hit.chance for hit in found if hit.chance}
    assert told == pytest.approx({claim_id: both[claim_id] for claim_id in told})
    assert max(told.values()) == pytest.approx(max(both.values()))
    assert told != pytest.approx({hit.claim_id: hit.chance for hit in readings[0][:3]})


def test_whom_a_pronoun_stands_for_the_other_sentences_may_say(finder: Finder) -> None:
    query, _ = finder.find("Читали про портовиков и их профсоюз. А за что их закрыли?", Context())
    assert not query.is_vague
    vague, _ = finder.find("А за что их закрыли?", Context())
    assert vague.is_vague


def test_a_message_that_is_all_question_is_read_once(finder: Finder, reader: Reader) -> None:
    question = "сколько дали орловой"
    _, found = finder.find(question, Context())
    assert found == finder.search(read(question, Context(), reader))


def test_an_index_is_stored_where_it_is_told(knowledge: Knowledge, encoders: Encoders, tmp_path: Path) -> None:
    Finder.open(knowledge, encoders, tmp_path / "index")
    assert (tmp_path / "index" / "origin.json").exists()
