"""Each rule of never.yaml against sentences that it must catch and honest ones that it must let pass."""

from pathlib import Path

import pytest
import yaml

from knowledge.loader import load
from knowledge.never import NeverRules

EXAMPLES: dict[str, dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("never_examples.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def rules() -> NeverRules:
    return NeverRules(load().never)


def test_every_rule_has_examples() -> None:
    assert {rule.id for rule in load().never} == set(EXAMPLES)


@pytest.mark.parametrize(
    ("rule_id", "sentence"), [(rule_id, text) for rule_id, texts in EXAMPLES.items() for text in texts["bad"]]
)
def test_a_stale_or_wrong_sentence_is_caught(rules: NeverRules, rule_id: str, sentence: str) -> None:
    assert rule_id in {rule.id for rule in rules.broken_by(sentence)}


@pytest.mark.parametrize("sentence", [text for texts in EXAMPLES.values() for text in texts["good"]])
def test_an_honest_sentence_passes(rules: NeverRules, sentence: str) -> None:
    assert rules.broken_by(sentence) == []
