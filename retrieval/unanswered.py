"""What people ask and no case file answers: questions that compete with the claims for what is asked."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from knowledge.base import Knowledge
from knowledge.schema import LANGUAGES

_FILE = Path(__file__).parent / "unanswered.yaml"


@dataclass(frozen=True, slots=True)
class InVain:
    """A question and the case that it is asked of in vain; without a case, it is of any."""

    question: str
    case_id: str | None = None


def of_any_case() -> tuple[InVain, ...]:
    """What case files commonly leave out, language by language."""
    listed: dict[str, list[str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(InVain(question) for language in LANGUAGES for question in listed[language])


def unanswered(knowledge: Knowledge) -> tuple[InVain, ...]:
    """Every such question: first those asked of any case, then case by case."""
    cases = knowledge.cases.values()
    return (*of_any_case(), *(InVain(question, case.id) for case in cases for question in case.unanswered.every))


def unanswered_mark() -> str:
    """What tells one list from another: an index that was built with another one is built anew."""
    return hashlib.sha256(_FILE.read_bytes()).hexdigest()


def spans(in_vain: Sequence[InVain], start: int = 0) -> dict[str | None, NDArray[np.intp]]:
    """The places of the questions of each case, the first of all at `start`; under None, of those asked of any."""
    found: dict[str | None, NDArray[np.intp]] = {}
    for case_id, group in groupby(in_vain, key=lambda asked: asked.case_id):
        found[case_id] = np.arange(start, start + len(list(group)))
        start += len(found[case_id])
    return found
