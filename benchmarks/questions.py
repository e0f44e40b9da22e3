"""What a question costs: `python -m benchmarks.questions tests/questions/dev.jsonl [static | compact]`.

Prints medians and 95th percentiles in milliseconds of the whole answer, encoder included, on one thread.
"""

import sys
import time
from pathlib import Path

import faiss
import numpy as np

from knowledge.loader import load
from retrieval.encoders import Model, load_encoders
from retrieval.evaluate import read_questions
from retrieval.retriever import Retriever

_ROUNDS = 5


def main() -> None:
    """Ask every question several times and print what it took."""
    faiss.omp_set_num_threads(1)
    start = time.perf_counter()
    retriever = Retriever.open(load(), load_encoders(Model("".join(sys.argv[2:]))))
    print(f"knowledge, encoder and index in memory: {time.perf_counter() - start:.2f} s")
    questions = read_questions(Path(sys.argv[1]))
    for asked in questions:
        retriever.ask(asked.question)
    spent = []
    for _ in range(_ROUNDS):
        for asked in questions:
            start = time.perf_counter()
            retriever.ask(asked.question)
            spent.append((time.perf_counter() - start) * 1000)
    p50, p95, p99 = np.percentile(spent, [50, 95, 99])
    print(f"{len(spent)} questions: median {p50:.2f} ms, p95 {p95:.2f} ms, p99 {p99:.2f} ms")


if __name__ == "__main__":
    main()
