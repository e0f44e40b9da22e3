"""For all tests: the quick encoder; and where everything can be installed, a skipped test is a failure."""

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

from retrieval.encoders import COMPACT, STATIC, Encoders, Model, load_encoders


def pytest_configure() -> None:
    # The compact encoder takes minutes to read the case files: only tests that are about it ask for it.
    os.environ["EMBEDDING_MODEL"] = "static"


needs_onnx = pytest.mark.skipif(
    find_spec("onnxruntime") is None, reason="ONNX Runtime is not installed: pip install 'solidarity-bot[compact]'"
)


@pytest.fixture(scope="session", params=[STATIC, pytest.param(COMPACT, marks=needs_onnx)])
def shipped_encoders(request: pytest.FixtureRequest) -> Encoders:
    """Each of the bundled ones."""
    return load_encoders(Model(request.param))


@pytest.fixture(scope="session")
def shipped_index(shipped_encoders: Encoders, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for their index, so that no text is encoded twice."""
    return tmp_path_factory.mktemp("index")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _forbids_skips() and (skipped := len(terminalreporter.stats.get("skipped", []))):
        terminalreporter.write_line(f"SOLIDARITY_NO_SKIPS is set and {skipped} tests were skipped", red=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if _forbids_skips() and isinstance(reporter, pytest.TerminalReporter) and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _forbids_skips() -> bool:
    return bool(os.environ.get("SOLIDARITY_NO_SKIPS"))
