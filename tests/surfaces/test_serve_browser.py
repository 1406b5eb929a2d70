"""A real browser reloads by itself, and tells of problems at the foot of the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from pinsite.serve import Preview, Wanted

GOOD, BAD = "title: Moon Moth\n", "title: Moth\nplatting: <b>gold\n"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_the_page_follows_the_author(tmp_path: Path, page: Page) -> None:
    """A mistake shows the bar, as text, and keeps the page; its repair reloads the page without the bar."""
    (tmp_path / "pinsite.yaml").write_text("title: Night Garden\n")
    (tmp_path / "pins").mkdir()
    pin = tmp_path / "pins/moon-moth.yaml"
    pin.write_text(GOOD)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    preview = Preview(Wanted(tmp_path, port=0, improve=False))
    try:
        page.goto(preview.open().url + "pins/moon-moth/")
        bar = page.get_by_role("status").and_(page.locator("#pinsite-bar"))
        pin.write_text(BAD)
        bar.locator("summary").click(timeout=40_000)
        assert bar.locator("summary").inner_text().startswith("1 problem: ")
        assert "did you mean `plating`" in bar.locator("pre").inner_text()
        assert bar.locator("b").count() == 0
        assert page.locator("h1").inner_text() == "Moon Moth"
        with page.expect_event("load", timeout=40_000):
            pin.write_text("title: Sun Moth\n")
        assert page.locator("h1").inner_text() == "Sun Moth"
        assert bar.locator("summary").count() == 0
    finally:
        preview.close()
    assert complaints == []
