"""A question set scored and printed."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from retrieval.answer import MAX_CLAIMS, Abstention, Answer, Context
from retrieval.evaluate import Outcome, Score, read_questions, run, scores
from retrieval.retriever import Retriever
from retrieval.signals import values


def evaluate(retriever: Retriever, file: Path, *, errors: bool) -> None:
    """Print the scores of a question set, and with `errors` each miss with the claims it led to."""
    console = Console()
    questions = read_questions(file, retriever.knowledge.claims)

    def ask(question: str, previous: str | None) -> Answer | Abstention:
        context = retriever.ask(previous).leaves(Context()) if previous else Context()
        return retriever.ask(question, context)

    progress = track(run(questions, ask), total=len(questions), description="Asking", console=Console(stderr=True))
    outcomes = list(progress)
    if errors:
        _print_errors(console, retriever, [outcome for outcome in outcomes if not outcome.is_right])
    console.print(_table(scores(outcomes)))


def _table(rows: Sequence[Score]) -> Table:
    titles = ("questions", "n", "right first", "in the answer", "claims told", "abstained", "wrong facts")
    table = Table(*titles)
    for row in rows:
        table.add_row(
            row.group,
            str(row.total),
            _rate(row.first, row.answerable),
            _rate(row.in_answer, row.answerable),
            f"{row.told / row.answered:.2f}" if row.answered else "-",
            _rate(row.abstained, row.unanswerable),
            _rate(row.wrong, row.total),
        )
    return table


def _rate(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:.1%}" if whole else "-"


def _print_errors(console: Console, retriever: Retriever, misses: Sequence[Outcome]) -> None:
    for miss in misses:
        asked, found = miss.asked, miss.found
        got = found.reason.value if isinstance(found, Abstention) else ", ".join(miss.told)
        console.print(f"{asked.id} {asked.lang} {asked.kind}:", style="bold", markup=False, end=" ")
        console.print(asked.question, markup=False)
        console.print(f"  wanted {', '.join(asked.claims) or 'an abstention'}; got {got}", markup=False)
        context = retriever.ask(asked.previous).leaves(Context()) if asked.previous else Context()
        _, hits = retriever.finder.find(asked.question, context)
        for hit in hits[:MAX_CLAIMS]:
            told = {"score": hit.score, "probability": hit.chance, **values(hit.signals)}
            scores = ", ".join(f"{name} {value:.2f}" for name, value in told.items())
            console.print(f"    {hit.claim_id}: {scores}", markup=False, highlight=False)
