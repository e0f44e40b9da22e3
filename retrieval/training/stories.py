"""Invented case files: from them a model learns to tell what is asked from what it is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from retrieval.training.data import OWN_CORPUS, DataError


class _Questions(BaseModel):
    model_config = ConfigDict(extra="forbid")
    en: list[str]
    ru: list[str]


class _Claim(BaseModel):
    """A claim and what it answers."""

    model_config = ConfigDict(extra="forbid")
    story: str
    claim: str
    en: str
    ru: str
    questions: _Questions


class _Vain(BaseModel):
    """What is asked of a story and no claim of it answers."""

    model_config = ConfigDict(extra="forbid")
    story: str
    nothing: _Questions


_LINE: TypeAdapter[_Claim | _Vain] = TypeAdapter(_Claim | _Vain)


@dataclass(frozen=True, slots=True)
class Story:
    """`claims[i]` numbers the claim that `texts[i]` states or asks for; `nothing` is asked in vain."""

    texts: tuple[str, ...]
    claims: tuple[int, ...]
    nothing: tuple[str, ...]
    # Of the texts those that ask.
    questions: tuple[str, ...]


def read_stories(folder: Path = OWN_CORPUS) -> list[Story]:
    """The stories of every file of ours; DataError names a malformed line."""
    return [story for path in sorted(folder.glob("*.stories.jsonl")) for story in _of_file(path)]


def _of_file(path: Path) -> Iterator[Story]:
    lines = [_line(path, *each) for each in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)]
    for _, group in groupby(lines, key=lambda line: line.story):
        told = list(group)
        claims = [line for line in told if isinstance(line, _Claim)]
        texts = [[claim.en, claim.ru, *claim.questions.en, *claim.questions.ru] for claim in claims]
        yield Story(
            texts=tuple(text for of_claim in texts for text in of_claim),
            claims=tuple(number for number, of_claim in enumerate(texts) for _ in of_claim),
            questions=tuple(text for claim in claims for text in (*claim.questions.en, *claim.questions.ru)),
            nothing=tuple(
                text for line in told if isinstance(line, _Vain) for text in (*line.nothing.en, *line.nothing.ru)
            ),
        )


def _line(path: Path, number: int, line: str) -> _Claim | _Vain:
    try:
        return _LINE.validate_json(line)
    except ValidationError as error:
        raise DataError(f"{path}, line {number}: is neither a claim of a story nor what is asked in vain") from error
