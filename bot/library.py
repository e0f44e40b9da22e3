"""Opens what questions are answered from: knowledge, encoder and index."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from bot.settings import Settings
from knowledge.cache import load_cached
from retrieval.encoders import Model, load_encoders
from retrieval.retriever import Retriever


def open_retriever(settings: Settings) -> Retriever:
    """The retriever of these settings; shows a progress bar on standard error while it builds the index."""
    knowledge = load_cached(settings.content_dir, settings.index_dir)
    encoders = load_encoders(
        Model(
            settings.embedding_model,
            settings.embedding_question_prompt or None,
            settings.embedding_passage_prompt or None,
        )
    )
    with _progress() as progress:
        bar = _Bar(progress)
        return Retriever.open(knowledge, encoders, settings.index_dir, bar.advance)


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True))


class _Bar:
    """Appears with the first step, so that opening a stored index shows nothing."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task: TaskID | None = None

    def advance(self, done: int, total: int) -> None:
        if self._task is None:
            self._task = self._progress.add_task("Building the index")
        self._progress.update(self._task, completed=done, total=total)
