"""The encoders side by side: `python -m benchmarks.encoders [MODEL ...]`, models by hub name or path.

For both bundled encoders and each named one: how many paraphrases of the field probe it finds (R@1 over 60 passages, no
content word shared), how it answers the question sets, and what building the index and a question cost on one thread.
"""

import sys
import time
from pathlib import Path

import faiss
import numpy as np
from rich.console import Console
from rich.table import Table

from knowledge.loader import load
from retrieval.answer import Abstention, Answer, Context
from retrieval.encoders import COMPACT, STATIC, Encoder, Model, load_encoders
from retrieval.evaluate import read_questions, run, score
from retrieval.retriever import Retriever
from retrieval.training.heldout import Task, probe

_SETS = ("tests/questions/dev.jsonl", "tests/questions/test.jsonl")


def main() -> None:
    """Measure each and print the table, the bundled encoders first."""
    faiss.omp_set_num_threads(1)
    ways = [task.name.removeprefix("field probe, ") for task in probe()]
    table = Table("encoder", *ways, "set", "right first", "right abstentions", "wrong facts", "index", "a question")
    for name in (STATIC, COMPACT, *sys.argv[1:]):
        encoders = load_encoders(Model(name))
        found = [f"{_first(encoders.texts, task):.2f}" for task in probe()]
        started = time.perf_counter()
        retriever = Retriever.open(load(), encoders)
        built = f"{time.perf_counter() - started:.0f} s"
        for file in _SETS:
            table.add_row(name, *found, Path(file).stem, *_answers(retriever, Path(file)), built, _cost(retriever))
    Console(width=200).print(table)


def _first(encoder: Encoder, task: Task) -> float:
    similarity = encoder.encode_questions(task.queries) @ encoder.encode(task.answers).T
    return float((similarity.argmax(axis=1) == np.array(task.right)).mean())


def _answers(retriever: Retriever, file: Path) -> tuple[str, str, str]:
    def ask(question: str, previous: str | None) -> Answer | Abstention:
        context = retriever.ask(previous).leaves(Context()) if previous else Context()
        return retriever.ask(question, context)

    counts = score("all", list(run(read_questions(file), ask)))
    return (
        f"{counts.first / counts.answerable:.1%}",
        f"{counts.abstained / counts.unanswerable:.1%}",
        f"{counts.wrong / counts.total:.1%}",
    )


def _cost(retriever: Retriever) -> str:
    spent = []
    for asked in read_questions(Path(_SETS[0])):
        started = time.perf_counter()
        retriever.ask(asked.question)
        spent.append((time.perf_counter() - started) * 1000)
    return f"{np.median(spent):.1f} ms"


if __name__ == "__main__":
    main()
