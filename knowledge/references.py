"""What one file names of another."""

from knowledge.errors import Problem

_HOMES = {"source": "sources.yaml", "addressee": "letters/addressees.yaml", "name": "letters/names.yaml"}


def unknown(path: str, field: str, kind: str, wanted: str) -> Problem:
    """That there is no such thing, and in which file it would stand."""
    home = _HOMES.get(kind, f"cases/{wanted.partition('.')[0]}.yaml")
    return Problem(path, field, f"there is no {kind} {wanted}: correct the id or add it", home)
