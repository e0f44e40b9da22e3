"""Putting a finished model into its place."""

import shutil
from pathlib import Path


def move(finished: Path, out: Path) -> None:
    """Replace each file at one stroke: a reader finds the old one or the new, never half of one."""
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(finished.iterdir()):
        beside = out / f".{path.name}.new"
        shutil.copyfile(path, beside)
        beside.replace(out / path.name)
