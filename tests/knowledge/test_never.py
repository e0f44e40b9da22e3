"""Each rule of never.yaml against sentences that it must catch and honest ones that it must let pass."""

from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from knowledge.loader import load
from knowledge.never import NeverRules
from knowledge.schema import Wording

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


@pytest.mark.parametrize(("who", "pattern"), [("", "free {who}"), ("Orlova", "free Orlova")])
def test_a_name_and_its_place_in_the_patterns_go_together(who: str, pattern: str) -> None:
    fields = {"about": "Orlova", "unless": "not", "patterns": [pattern]} | ({"who": who} if who else {})
    with pytest.raises(ValidationError, match="write both or neither"):
        Wording.model_validate(fields)
