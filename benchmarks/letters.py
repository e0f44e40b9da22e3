"""What a letter costs: `python -m benchmarks.letters`. Every open letter in both languages, each format on its own."""

import statistics
import time
from collections.abc import Callable

from knowledge.letters import Letters
from knowledge.loader import load
from knowledge.rendering import RenderedLetter, Renderer
from knowledge.schema import LANGUAGES
from knowledge.sender import Sender
from knowledge.typesetting.docx import docx
from knowledge.typesetting.eml import eml
from knowledge.typesetting.page import pdf, pictures

_ROUNDS = 5
_SENDER = Sender("Anna Ozola", "Riga, Latvia", "Dockers' Union", "I work in a port myself. " * 20)


def main() -> None:
    """Print median and 95th percentile for each format, in milliseconds."""
    knowledge = load()
    letters, renderer, day = Letters(knowledge), Renderer(knowledge), knowledge.as_of
    rendered = [
        renderer.render(standing, standing.letter.addressees[0], language, _SENDER, day, str(seed))
        for standing in letters.open_on(day)
        for language in LANGUAGES
        for seed in range(_ROUNDS)
    ]
    formats: dict[str, Callable[[RenderedLetter], object]] = {"pdf": pdf, "picture": pictures, "docx": docx, "eml": eml}
    for name, make in formats.items():
        costs = sorted(_milliseconds(make, letter) for letter in rendered)
        p95 = costs[int(len(costs) * 0.95)]
        print(f"{name}: {len(costs)} letters, median {statistics.median(costs):.1f} ms, p95 {p95:.1f} ms")


def _milliseconds(make: Callable[[RenderedLetter], object], letter: RenderedLetter) -> float:
    started = time.perf_counter()
    make(letter)
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
