"""One question on its way to an answer: `python -m benchmarks.walk "за что закрыли кнпрк" [static | compact]`.

Prints how it was read, and for the best claims every signal, what it adds to the score, and the probability.
"""

import sys

from rich.console import Console
from rich.table import Table

from knowledge.loader import load
from retrieval.answer import MAX_CLAIMS, Context
from retrieval.confidence import evidence
from retrieval.encoders import Model, load_encoders
from retrieval.retriever import Retriever
from retrieval.signals import values


def main() -> None:
    """Print the walk."""
    console = Console()
    encoders = load_encoders(Model("".join(sys.argv[2:])))
    retriever = Retriever.open(load(), encoders)
    query, hits = retriever.finder.find(sys.argv[1], Context())
    console.print(f"language {query.language}, kind {query.asks}, text {query.text!r}")
    names = [mention.entity.id for mention in query.mentions]
    console.print(f"names {names}, without them {query.nameless!r}, asks about {query.content}")
    table = Table("signal", *(hit.claim_id for hit in hits[:MAX_CLAIMS]))
    for name, weight in encoders.weights.ranking.items():
        told = (values(hit.signals)[name] for hit in hits[:MAX_CLAIMS])
        table.add_row(name, *(f"{value:.2f} x {weight:.2f} = {value * weight:.2f}" for value in told))
    table.add_row("score", *(f"{hit.score:.2f}" for hit in hits[:MAX_CLAIMS]))
    console.print(table)
    console.print({name: round(value, 2) for name, value in evidence(query, hits).items()})
    console.print(f"probability {hits[0].chance:.2f}, threshold {encoders.weights.threshold}")


if __name__ == "__main__":
    main()
