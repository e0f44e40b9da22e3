"""The cross-encoder that travels with the package, on what nobody has taught it."""

from pathlib import Path

import numpy as np
import pytest

from retrieval.compact import COMPACT_CROSS, CompactEncoder
from retrieval.cross import CrossEncoder
from retrieval.errors import EncoderError
from tests.conftest import needs_onnx

pytestmark = needs_onnx

JAILED = "On 4 May 2031 the district court sentenced the baker Toma Brill to three years in prison."
FINED = "The bakery was fined 90 crowns in 2030 because the ovens had no guards."
ARRESTED = "Officers took Brill from his flat at dawn on 2 February 2031."


@pytest.fixture(scope="module")
def cross() -> CrossEncoder:
    return CrossEncoder.load(COMPACT_CROSS, CompactEncoder.load().half_read)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("how long did the baker get", JAILED),
        ("how much did the firm have to pay", FINED),
        ("when did they pick him up", ARRESTED),
    ],
)
def test_the_claim_that_answers_comes_first(cross: CrossEncoder, question: str, right: str) -> None:
    claims = [JAILED, FINED, ARRESTED]
    logits = cross.logits(question, claims)
    assert claims[logits.index(max(logits))] == right


def test_a_near_miss_is_less_likely_to_be_answered(cross: CrossEncoder) -> None:
    [answered] = cross.logits("how many years did the baker get", [JAILED])
    [missed] = cross.logits("what was the judge called who sentenced the baker", [JAILED])
    assert answered > missed + 1


def test_a_claim_does_not_hang_on_those_beside_it(cross: CrossEncoder) -> None:
    alone = cross.logits("when did they pick him up", [ARRESTED])
    among = cross.logits("when did they pick him up", [JAILED * 2, ARRESTED, FINED])
    assert alone[0] == pytest.approx(among[1], abs=1e-2)


def test_of_no_claims_nothing_is_said(cross: CrossEncoder) -> None:
    assert cross.logits("when", []) == []


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="reinstall the package"):
        CrossEncoder.load(tmp_path / "cross.onnx", CompactEncoder.load().half_read)


def test_a_question_just_encoded_is_half_read_as_it_would_be_by_itself() -> None:
    encoder = CompactEncoder.load()
    texts = ["when did they pick him up", "how much did the firm have to pay for it", "fined"]
    by_themselves = [encoder.half_read(text) for text in texts]
    encoder.encode_questions(texts)
    for text, alone in zip(texts, by_themselves, strict=True):
        np.testing.assert_allclose(encoder.half_read(text), alone, atol=0.02)
