import logging
from pathlib import Path

import numpy as np
import pytest

from knowledge.base import Knowledge
from knowledge.loader import load
from retrieval.encoders import Encoders
from retrieval.index import Index, Progress
from retrieval.names import NameMatcher
from retrieval.weights import STATIC_WEIGHTS
from tests import content
from tests.retrieval.conftest import HashedEncoder

# Four claims with two texts and twelve questions each.
PASSAGES = 4 * 14


def opened(folder: Path, knowledge: Knowledge, encoder: HashedEncoder, progress: Progress | None = None) -> Index:
    encoders = Encoders(encoder, encoder, STATIC_WEIGHTS)
    return Index.open(folder, knowledge, NameMatcher.from_knowledge(knowledge), encoders, progress)


def test_is_built_once_and_then_read(tmp_path: Path, knowledge: Knowledge, encoder: HashedEncoder) -> None:
    built = opened(tmp_path / "index", knowledge, encoder)
    assert (len(built.passages), len(built.dense)) == (PASSAGES, PASSAGES)
    encoded = encoder.encoded
    read = opened(tmp_path / "index", knowledge, encoder)
    assert encoder.encoded == encoded
    np.testing.assert_array_equal(read.word_vectors, built.word_vectors)


def test_progress_ends_with_everything(tmp_path: Path, knowledge: Knowledge, encoder: HashedEncoder) -> None:
    steps: list[tuple[int, int]] = []
    index = opened(tmp_path, knowledge, encoder, lambda done, total: steps.append((done, total)))
    names = NameMatcher.from_knowledge(knowledge)
    written = [*(piece.text for piece in index.passages), *(asked.question for asked in index.in_vain)]
    texts = {*written, *map(names.without, written)}
    assert steps[-1] == (len(texts), len(texts))


def test_is_rebuilt_for_other_knowledge(tmp_path: Path, knowledge: Knowledge, encoder: HashedEncoder) -> None:
    opened(tmp_path / "index", knowledge, encoder)
    cases = content.cases()
    del cases["portovik"]
    other = load(content.write(tmp_path / "other", cases))
    assert len(opened(tmp_path / "index", other, encoder).dense) == PASSAGES - 14


def test_what_did_not_change_is_not_encoded_anew(tmp_path: Path, knowledge: Knowledge, encoder: HashedEncoder) -> None:
    opened(tmp_path / "index", knowledge, encoder)
    cases = content.cases()
    cases["orlova"]["claims"][0]["questions"]["en"][0] = "which term did orlova get"
    other = load(content.write(tmp_path / "other", cases))
    steps: list[tuple[int, int]] = []
    again = opened(tmp_path / "index", other, encoder, lambda done, total: steps.append((done, total)))
    # The new question, and the same without the name.
    assert steps == [(2, 2)]
    afresh = opened(tmp_path / "apart", other, encoder)
    np.testing.assert_array_equal(again.close.steps, afresh.close.steps)
    np.testing.assert_array_equal(again.levels, afresh.levels)


def test_is_rebuilt_for_another_encoder(tmp_path: Path, knowledge: Knowledge, encoder: HashedEncoder) -> None:
    opened(tmp_path, knowledge, encoder)
    wider = HashedEncoder(dimension=32)
    wider.fingerprint = "wider"
    assert opened(tmp_path, knowledge, wider).word_vectors.shape[1] == 32


@pytest.mark.parametrize(
    "name",
    [
        "origin.json",
        "passages.faiss",
        "close.npy",
        "lengths.npy",
        "words.npy",
        "bm25-ru/vocab.index.json",
        "bm25-en/data.csc.index.npy",
    ],
)
@pytest.mark.parametrize("damage", [b"", b"\xff\x00garbage"])
def test_a_damaged_file_is_rebuilt(
    tmp_path: Path,
    knowledge: Knowledge,
    encoder: HashedEncoder,
    name: str,
    damage: bytes,
    caplog: pytest.LogCaptureFixture,
) -> None:
    opened(tmp_path, knowledge, encoder)
    (tmp_path / name).write_bytes(damage)
    with caplog.at_level(logging.WARNING):
        assert len(opened(tmp_path, knowledge, encoder).dense) == PASSAGES
    assert "damaged" in caplog.text
    encoded = encoder.encoded
    opened(tmp_path, knowledge, encoder)
    assert encoder.encoded == encoded


def test_a_truncated_vector_file_is_rebuilt(tmp_path: Path, knowledge: Knowledge, encoder: HashedEncoder) -> None:
    opened(tmp_path, knowledge, encoder)
    whole = (tmp_path / "passages.faiss").read_bytes()
    (tmp_path / "passages.faiss").write_bytes(whole[: len(whole) // 2])
    assert len(opened(tmp_path, knowledge, encoder).dense) == PASSAGES


def test_works_where_nothing_can_be_stored(tmp_path: Path, knowledge: Knowledge, encoder: HashedEncoder) -> None:
    (tmp_path / "file").write_text("in the way")
    assert len(opened(tmp_path / "file", knowledge, encoder).dense) == PASSAGES
