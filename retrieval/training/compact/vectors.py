"""The vectors of the shipped case files, which travel with the compact encoder."""

from rich.console import Console
from rich.progress import Progress

from knowledge.loader import load
from retrieval.compact import VECTORS
from retrieval.encoders import COMPACT, Model, load_encoders
from retrieval.index import Index
from retrieval.names import NameMatcher


def remember(console: Console) -> None:
    """Encode what the last file does not hold, and write it anew."""
    knowledge, encoders = load(), load_encoders(Model(COMPACT))
    with Progress(console=console) as progress:
        task = progress.add_task("encoding")
        index = Index.open(
            None,
            knowledge,
            NameMatcher.from_knowledge(knowledge),
            encoders,
            lambda done, total: progress.update(task, completed=done, total=total),
        )
    index.remembered().save(VECTORS, encoders.texts.fingerprint)
    console.log(f"wrote {VECTORS}: {VECTORS.stat().st_size / 1e6:.1f} MB")
