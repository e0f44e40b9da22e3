"""Questions from the shell: one for a person to read, or many as JSON lines."""

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, StrictInt, StrictStr, ValidationError

from handlers.answer_view import render
from handlers.markup import Plain
from handlers.texts import Texts
from retrieval.answer import Abstention, Answer, Cited, Context
from retrieval.retriever import Retriever


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of JSON questions that cannot be read, and why."""

    number: int
    why: str

    def __str__(self) -> str:
        return f'line {self.number}: {self.why}: write {{"id": "1", "question": "…"}}'


class QuestionLine(BaseModel):
    """One line read; `previous` are the questions asked before in the same conversation, oldest first."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: StrictStr | StrictInt
    question: str
    previous: str | list[str] | None = None

    @property
    def earlier(self) -> Sequence[str]:
        if self.previous is None:
            return ()
        return [self.previous] if isinstance(self.previous, str) else self.previous


class Asker:
    """Asks a retriever and tells what it found."""

    def __init__(self, retriever: Retriever, texts: Texts) -> None:
        self._retriever = retriever
        self._texts = texts

    def text(self, question: str) -> str:
        """The answer for a person to read."""
        return render(self._retriever.ask(question), self._texts, Plain())

    def found(self, question: str, earlier: Sequence[str] = ()) -> Answer | Abstention:
        """The result of a question asked after others."""
        context = Context()
        for one in earlier:
            context = self._retriever.ask(one, context).leaves(context)
        return self._retriever.ask(question, context)

    def lines(self, lines: Iterable[str]) -> Iterator[str | BadLine]:
        """One JSON line for each JSON line, or what is wrong with it; the lines after a bad one are answered."""
        for number, line in enumerate(lines, start=1):
            if line.strip():
                asked = _read(number, line.removeprefix("\ufeff"))
                yield asked if isinstance(asked, BadLine) else json.dumps(self._told(asked), ensure_ascii=False)

    def _told(self, asked: QuestionLine) -> dict[str, Any]:
        start = time.perf_counter()
        found = self.found(asked.question, asked.earlier)
        spent = time.perf_counter() - start
        case = found.case
        return {
            "id": asked.id,
            "lang": found.language,
            "kind": "answer" if isinstance(found, Answer) else "abstention",
            "reason": None if isinstance(found, Answer) else found.reason.value,
            "text": render(found, self._texts, Plain()),
            "claims": [claim.id for claim in found.claims] if isinstance(found, Answer) else [],
            "sources": [_source(cited, found) for cited in found.sources] if isinstance(found, Answer) else [],
            "case": case.id if case else None,
            "disputed": isinstance(found, Answer) and found.dispute is not None,
            "ms": round(spent * 1000, 2),
        }


def _read(number: int, line: str) -> QuestionLine | BadLine:
    try:
        return QuestionLine.model_validate_json(line)
    except ValidationError as error:
        [first, *_] = error.errors(include_url=False, include_input=False)
        field = str(first["loc"][0]) if first["loc"] else "JSON"
        return BadLine(number, f"{field}: {first['msg']}")


def _source(cited: Cited, answer: Answer) -> dict[str, Any]:
    source = cited.source
    return {
        "id": cited.id,
        "publisher": source.publisher.in_language(answer.language),
        "title": source.title,
        "date": str(source.date),
        "url": source.url,
    }
