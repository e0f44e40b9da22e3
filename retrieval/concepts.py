"""What the words of the field come to: «скрутили», "nabbed" and "was taken into custody" are all an arrest.

A static encoder knows a word's topic, not that two idioms name one event. This is the vocabulary of what happens to
unions and their people, in official words and in slang; it knows nothing of any case.
"""

import hashlib
import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from knowledge.schema import Claim
from retrieval.tokens import words


class Concept(StrEnum):
    """What can happen, or be asked about."""

    ARREST = "arrest"
    SENTENCE = "sentence"
    IMPRISONMENT = "imprisonment"
    RELEASE = "release"
    CHARGE = "charge"
    COURT = "court"
    MONEY = "money"
    BAN = "ban"
    HUNGER = "hunger strike"
    STRIKE = "strike"
    DISMISSAL = "dismissal"
    DISSOLUTION = "dissolution"
    REGISTRATION = "registration"
    SUSPENSION = "suspension"
    ATTACK = "attack"
    DEATH = "death"
    PRIZE = "prize"
    OFFICE = "office"
    DEMAND = "demand"
    COMPLAINT = "complaint"
    INVESTIGATION = "investigation"
    APPEAL = "appeal"
    PROTEST = "protest"
    LAW = "law"
    MEMBERS = "members"
    GUILT = "guilt"
    HEALTH = "health"
    CAUSE = "cause"


_VOCABULARY = Path(__file__).parent / "vocabulary.yaml"
# Said in one example question of so many, a concept belongs to what the claim answers.
_EXAMPLES = 8

Flags = NDArray[np.bool_]


def vocabulary_mark() -> str:
    """What tells one vocabulary from another: an index that was built with another one is built anew."""
    return hashlib.sha256(_VOCABULARY.read_bytes()).hexdigest()


def concepts(text: str) -> Flags:
    """Which concepts a text speaks of, in the order of `Concept`."""
    level = " ".join(words(text))
    return np.array([pattern.search(level) is not None for pattern in _patterns()])


def concepts_of(claim: Claim) -> Flags:
    """Which concepts a claim answers: those of its statement, and those that its example questions repeat."""
    said = concepts(claim.text.ru) | concepts(claim.text.en)
    examples = [concepts(question) for question in claim.questions.every]
    if not examples:
        return said
    repeated: Flags = np.mean(examples, axis=0) >= 1 / _EXAMPLES
    return said | repeated


def shared(asked: Flags, answered: Sequence[Flags] | Flags) -> NDArray[np.float32]:
    """For each claim, which share of the concepts asked about it answers; 0 where none is asked about."""
    held = np.asarray(answered, dtype=np.float32) @ asked.astype(np.float32)
    return np.asarray(held / max(int(asked.sum()), 1), dtype=np.float32)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """One expression for each concept; spaces around a bar only part the lines of the file."""
    written: dict[str, str] = yaml.safe_load(_VOCABULARY.read_text(encoding="utf-8"))
    return tuple(re.compile(rf"\b(?:{written[name.lower()].replace(' | ', '|')})\b") for name in Concept.__members__)
