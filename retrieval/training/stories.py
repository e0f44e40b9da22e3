"""Invented case files: from them a model learns to tell what is asked from what it is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from knowledge.schema import Language, Text
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


# The endings of the files that sharpen the compact encoder, and of those that teach its cross-encoder: to what it has
# learnt from, the encoder's vectors lie better than to anything else, and the cross-encoder must not rely on that.
SHARPENING, CROSSING = "stories", "crossing"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, its language, and the number of the claim that answers it: None for one asked in vain."""

    question: str
    language: Language
    claim: int | None


@dataclass(frozen=True, slots=True)
class Story:
    """An invented case file: its claims, and what is asked of it, the questions of one claim after those of another."""

    told: tuple[Text, ...]
    asked: tuple[Asked, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """What its claims answer."""
        return tuple(each.question for each in self.asked if each.claim is not None)

    @property
    def nothing(self) -> tuple[str, ...]:
        """What is asked in vain."""
        return tuple(each.question for each in self.asked if each.claim is None)

    @property
    def texts(self) -> tuple[tuple[str, int], ...]:
        """Every text that states or asks for a claim, with the claim's number."""
        return tuple(
            (text, number)
            for number, told in enumerate(self.told)
            for text in (told.en, told.ru, *(each.question for each in self.asked if each.claim == number))
        )


def read_stories(of: str, folder: Path = OWN_CORPUS) -> list[Story]:
    """The stories of our files of that ending; DataError names a malformed line."""
    return [story for path in sorted(folder.glob(f"*.{of}.jsonl")) for story in _of_file(path)]


def _of_file(path: Path) -> Iterator[Story]:
    lines = [_line(path, *each) for each in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)]
    for _, group in groupby(lines, key=lambda line: line.story):
        told = list(group)
        claims = [line for line in told if isinstance(line, _Claim)]
        answered = [each for number, claim in enumerate(claims) for each in _asked(claim.questions, number)]
        vain = [each for line in told if isinstance(line, _Vain) for each in _asked(line.nothing, None)]
        yield Story(tuple(Text(en=claim.en, ru=claim.ru) for claim in claims), (*answered, *vain))


def _asked(questions: _Questions, claim: int | None) -> Iterator[Asked]:
    yield from (Asked(text, "en", claim) for text in questions.en)
    yield from (Asked(text, "ru", claim) for text in questions.ru)


def _line(path: Path, number: int, line: str) -> _Claim | _Vain:
    try:
        return _LINE.validate_json(line)
    except ValidationError as error:
        raise DataError(f"{path}, line {number}: is neither a claim of a story nor what is asked in vain") from error
