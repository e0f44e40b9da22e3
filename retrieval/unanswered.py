"""What people ask of anybody and no case file answers: questions that compete with the claims for what is asked."""

import hashlib
from pathlib import Path

import yaml

from knowledge.schema import LANGUAGES

_FILE = Path(__file__).parent / "unanswered.yaml"


def unanswered() -> tuple[str, ...]:
    """The questions, language by language."""
    listed: dict[str, list[str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(question for language in LANGUAGES for question in listed[language])


def unanswered_mark() -> str:
    """What tells one list from another: an index that was built with another one is built anew."""
    return hashlib.sha256(_FILE.read_bytes()).hexdigest()
