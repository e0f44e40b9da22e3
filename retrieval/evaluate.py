"""How well a question set is answered: right first, right in the answer, right abstentions, wrong answers."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.schema import Language
from retrieval.answer import Abstention, Answer
from retrieval.errors import QuestionSetError

Ask = Callable[[str, str | None], Answer | Abstention]


class Asked(BaseModel):
    """One line of a question set; without `claims` the right result is an abstention.

    Any of `claims` in the answer's first place is right; `previous` is the question asked before.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    question: str
    lang: Language
    kind: str
    claims: tuple[str, ...] = ()
    previous: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question."""

    asked: Asked
    found: Answer | Abstention

    @property
    def told(self) -> tuple[str, ...]:
        """The claims of the answer, then the other readings that it shows of a dispute."""
        if not isinstance(self.found, Answer):
            return ()
        return tuple(dict.fromkeys(claim.id for claim in (*self.found.claims, *self.found.readings)))

    @property
    def is_first(self) -> bool:
        return bool(self.told) and self.told[0] in self.asked.claims

    @property
    def is_in_answer(self) -> bool:
        return any(claim_id in self.asked.claims for claim_id in self.told)

    @property
    def is_right(self) -> bool:
        """Right claim first, or rightly unanswered."""
        return self.is_first if self.asked.claims else not self.told

    @property
    def is_wrong_fact(self) -> bool:
        """An answer in which nothing is what was asked for: worse than none."""
        return bool(self.told) and not self.is_in_answer


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over a group of questions; rates are shares of the questions that they concern.

    `told`: how many claims all the `answered` questions got; what is right in the answer must be weighed against it.
    """

    group: str
    answerable: int
    first: int
    in_answer: int
    unanswerable: int
    abstained: int
    wrong: int
    answered: int
    told: int

    @property
    def total(self) -> int:
        return self.answerable + self.unanswerable


def read_questions(path: Path, claims: Container[str] | None = None) -> list[Asked]:
    """A question set, one JSON object a line; QuestionSetError names the first bad line.

    With `claims` also one that wants a claim which is not among these, and could never be answered right.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise QuestionSetError(f"{path}: is not UTF-8 text: save it as UTF-8") from None
    asked = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked.append(Asked.model_validate_json(line))
        except ValidationError as error:
            [first, *_] = error.errors(include_url=False, include_input=False)
            field = ".".join(map(str, first["loc"])) or "line"
            raise QuestionSetError(f"{path}:{number}: {field}: {first['msg']}") from None
        if claims is not None and (unknown := [id for id in asked[-1].claims if id not in claims]):
            raise QuestionSetError(f"{path}:{number}: claims: there is no claim {unknown[0]}: correct the id")
    if not asked:
        raise QuestionSetError(f"{path}: has no questions: write one JSON object a line")
    return asked


def run(questions: Iterable[Asked], ask: Ask) -> Iterator[Outcome]:
    """Ask each question, after its previous one where there is one."""
    return (Outcome(asked, ask(asked.question, asked.previous)) for asked in questions)


def score(group: str, outcomes: Sequence[Outcome]) -> Score:
    """Count one group."""
    answerable = [outcome for outcome in outcomes if outcome.asked.claims]
    unanswerable = [outcome for outcome in outcomes if not outcome.asked.claims]
    return Score(
        group=group,
        answerable=len(answerable),
        first=sum(outcome.is_first for outcome in answerable),
        in_answer=sum(outcome.is_in_answer for outcome in answerable),
        unanswerable=len(unanswerable),
        abstained=sum(outcome.is_right for outcome in unanswerable),
        wrong=sum(outcome.is_wrong_fact for outcome in outcomes),
        answered=sum(bool(outcome.told) for outcome in outcomes),
        told=sum(len(outcome.told) for outcome in outcomes),
    )


def scores(outcomes: Sequence[Outcome]) -> list[Score]:
    """All together, then by language, then by kind of question."""
    groups = {"all": list(outcomes)}
    for outcome in outcomes:
        groups.setdefault(outcome.asked.lang, []).append(outcome)
    for outcome in sorted(outcomes, key=lambda outcome: outcome.asked.kind):
        groups.setdefault(outcome.asked.kind, []).append(outcome)
    return [score(group, members) for group, members in groups.items()]
