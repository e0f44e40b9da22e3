"""Where everything can be installed, a skipped test is a failure."""

import os

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _forbids_skips() and (skipped := len(terminalreporter.stats.get("skipped", []))):
        terminalreporter.write_line(f"SOLIDARITY_NO_SKIPS is set and {skipped} tests were skipped", red=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if _forbids_skips() and isinstance(reporter, pytest.TerminalReporter) and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _forbids_skips() -> bool:
    return bool(os.environ.get("SOLIDARITY_NO_SKIPS"))
