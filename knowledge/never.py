"""Finds what never.yaml forbids: wordings that are wrong or have been overtaken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.schema import Never, Wording

# Also splits at an abbreviation's full stop: a shorter sentence can only make a rule stricter.
_SENTENCE = re.compile(r"[^.!?]+")


@dataclass(frozen=True)
class _Compiled:
    """One wording, its expressions compiled when they are first needed."""

    wording: Wording

    @cached_property
    def about(self) -> re.Pattern[str]:
        return re.compile(self.wording.about, re.IGNORECASE)

    @cached_property
    def unless(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self.wording.unless})\b", re.IGNORECASE)

    @cached_property
    def said(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{pattern})" for pattern in self.wording.expressions), re.IGNORECASE)

    def is_said_in(self, sentence: str) -> bool:
        return bool(self.about.search(sentence) and not self.unless.search(sentence) and self.said.search(sentence))


class NeverRules:
    """All rules, ready to be tried on many texts."""

    def __init__(self, rules: Sequence[Never]) -> None:
        self._rules = [(rule, [_Compiled(wording) for wording in rule.wordings]) for rule in rules]

    def broken_by(self, text: str) -> list[Never]:
        """The rules that a text breaks."""
        sentences = _SENTENCE.findall(text)
        return [
            rule
            for rule, wordings in self._rules
            if any(wording.is_said_in(sentence) for sentence in sentences for wording in wordings)
        ]
