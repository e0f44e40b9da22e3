import numpy as np
import pytest

from knowledge.base import Knowledge
from retrieval.answer import Context
from retrieval.coverage import Coverage, Known, cover
from retrieval.dictionary import Dictionary
from retrieval.lexicon import Lexicon
from retrieval.names import NameMatcher
from retrieval.passages import passages
from retrieval.reading import Reader, read
from tests.retrieval.conftest import HashedEncoder

SENTENCE = 0


def covered(knowledge: Knowledge, encoder: HashedEncoder, question: str, row: int = SENTENCE) -> Coverage:
    lexicon = Lexicon.from_passages(passages(knowledge))
    reader = Reader.of(knowledge, NameMatcher.from_knowledge(knowledge), lexicon, Dictionary(), encoder.knows)
    query = read(question, Context(), reader)
    known = Known(encoder.encode(lexicon.surfaces), 0.0)
    [found] = cover(query, encoder.encode(query.content), [row], lexicon, known)
    return found


def test_a_claims_own_words_cover(knowledge: Knowledge, encoder: HashedEncoder) -> None:
    found = covered(knowledge, encoder, "was orlova sentenced")
    assert (found.share, found.missing, found.strange, found.private) == (1, 0, 0, 0)


def test_a_word_that_no_claim_has_is_strange(knowledge: Knowledge, encoder: HashedEncoder) -> None:
    found = covered(knowledge, encoder, "was orlova sentenced in a helicopter")
    assert 0 < found.share < 1
    assert found.missing == 1
    assert found.strange == pytest.approx(1, abs=0.2)


def test_a_private_matter_is_told_only_by_its_very_word(knowledge: Knowledge, encoder: HashedEncoder) -> None:
    assert covered(knowledge, encoder, "does orlova have a husband").private == 1


def test_a_question_without_content_asks_for_nothing_more(knowledge: Knowledge, encoder: HashedEncoder) -> None:
    assert covered(knowledge, encoder, "орлова") == Coverage(1.0, 0, 0.0, 0)


def test_likeness_is_measured_from_unrelated_words() -> None:
    known = Known(np.array([[1, 0], [0.6, 0.8]], dtype=np.float32), level=0.6)
    alike = known.alike(np.array([0, 1], dtype=np.int32), np.array([[1, 0]], dtype=np.float32))
    assert alike.ravel().tolist() == pytest.approx([1, 0], abs=1e-6)
