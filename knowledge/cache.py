"""Checked knowledge kept as JSON: reading it back takes a fraction of the time that YAML takes."""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from knowledge.base import Knowledge
from knowledge.letter import Correspondence
from knowledge.loader import fingerprint, load
from knowledge.schema import Case, Model, Source

_FILE = "knowledge.json"


class _Kept(Model):
    """What the file holds; the wordings of never.yaml serve the checks alone and are left out."""

    fingerprint: str
    sources: dict[str, Source]
    cases: dict[str, Case]
    correspondence: Correspondence


_KEPT = TypeAdapter(_Kept)


def load_cached(content: Path, folder: Path) -> Knowledge:
    """The knowledge of a content folder, from `folder` when it was checked and kept there before.

    InvalidKnowledge when it has to be read anew and has problems.
    """
    kept = _read(folder / _FILE)
    if kept is not None and content.is_dir() and kept.fingerprint == fingerprint(content):
        return Knowledge(kept.sources, kept.cases, (), kept.fingerprint, kept.correspondence)
    knowledge = load(content)
    _write(
        folder,
        _Kept(
            fingerprint=knowledge.fingerprint,
            sources=dict(knowledge.sources),
            cases=dict(knowledge.cases),
            correspondence=knowledge.correspondence,
        ),
    )
    return knowledge


def _read(path: Path) -> _Kept | None:
    try:
        return _KEPT.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _write(folder: Path, kept: _Kept) -> None:
    """Keeping is a convenience: where nothing can be written, the content is read anew each time."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _FILE).write_bytes(_KEPT.dump_json(kept))
    except OSError:
        return
