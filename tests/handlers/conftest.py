from pathlib import Path

import pytest
from aiogram.fsm.storage.memory import MemoryStorage

from handlers.dispatcher import build
from handlers.ports import Supplies
from handlers.texts import Say, Texts
from knowledge.base import Knowledge
from knowledge.loader import load
from tests import content
from tests.handlers.fakes import (
    DeskPublishing,
    HandClock,
    MemoryFollows,
    MemoryLanguages,
    PaperPress,
    ScriptedAnswerer,
    TallyCounts,
)
from tests.handlers.telegram import RecordingSession, Telegram


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts.load()


@pytest.fixture
def ru(texts: Texts) -> Say:
    return texts.speak("ru")


@pytest.fixture
def en(texts: Texts) -> Say:
    return texts.speak("en")


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """Vera Orlova with a disputed term, and the union Portovik."""
    folder: Path = tmp_path_factory.mktemp("content")
    return load(content.write(folder, content.cases()))


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def languages() -> MemoryLanguages:
    return MemoryLanguages()


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage()


@pytest.fixture
def press() -> PaperPress:
    return PaperPress()


@pytest.fixture
def counts() -> TallyCounts:
    return TallyCounts()


@pytest.fixture
def follows() -> MemoryFollows:
    return MemoryFollows()


@pytest.fixture
def publishing(knowledge: Knowledge) -> DeskPublishing:
    return DeskPublishing(knowledge)


@pytest.fixture
def answerer(knowledge: Knowledge) -> ScriptedAnswerer:
    answerer = ScriptedAnswerer(knowledge)
    answerer.answers("how long did orlova get", "orlova.sentence")
    answerer.answers("сколько дали орловой", "orlova.sentence", language="ru")
    return answerer


@pytest.fixture
def telegram(
    answerer: ScriptedAnswerer,
    knowledge: Knowledge,
    languages: MemoryLanguages,
    texts: Texts,
    storage: MemoryStorage,
    clock: HandClock,
    press: PaperPress,
    counts: TallyCounts,
    follows: MemoryFollows,
    publishing: DeskPublishing,
) -> Telegram:
    dispatcher = build(
        answerer=answerer,
        knowledge=knowledge,
        languages=languages,
        texts=texts,
        storage=storage,
        clock=clock,
        supplies=Supplies(
            lambda: clock.now.date(), press, counts, follows, publishing, "the union office, office@example.org"
        ),
    )
    return Telegram(dispatcher, RecordingSession())
