"""The one browser of a run, for every test that wants a page.

Where no browser can be had, these tests are skipped and the end of the run says so; with `CI` set that is a failure.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from support.chromium import launch


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Return Playwright, started."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Return the one browser of the session."""
    found = launch(playwright)
    if found is None:
        told = "no Chromium was found, and none could be installed"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    yield found
    found.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one loud block that no browser test ran."""
    if not any(_is_ours(report) for report in terminalreporter.stats.get("skipped", [])):
        return
    terminalreporter.section("THE BROWSER TESTS DID NOT RUN", sep="!", red=True, bold=True)
    terminalreporter.line(
        "No Chromium was found, and none could be installed: nothing was tested in a browser."
    )
    terminalreporter.line("Install Chromium or Chrome, or run `python -m playwright install chromium`,")
    terminalreporter.line("or name a browser in the environment: PINSITE_CHROMIUM=/path/to/chrome")


def _is_ours(report: object) -> bool:
    return isinstance(report, pytest.TestReport) and "no Chromium was found" in str(report.longrepr)
