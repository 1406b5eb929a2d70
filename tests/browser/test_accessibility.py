"""axe finds nothing: WCAG 2.2 A and AA and best practices, light and dark, wide and narrow, with and without script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe import findings, without_scripts
from pages import PAGES, PHONE, WIDE, ServedSite
from playwright.sync_api import Page

_WITH_SCRIPT = ("home", "pins", "pin with variants", "pin in production", "series", "story", "page", "editions",
                "narrowed editions", "preorders", "a number", "search", "not found")  # fmt: skip
_WITHOUT = ("home", "pin with variants", "search")


def _look(page: Page, size: tuple[int, int], scheme: str) -> list[str]:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    return findings(page)


@pytest.mark.parametrize("kind", _WITH_SCRIPT)
def test_axe_finds_nothing(site: ServedSite, visit: Callable[..., Page], kind: str) -> None:
    """A page has no finding on a wide light screen and on a dark phone."""
    page = visit(site, PAGES[kind])
    assert _look(page, WIDE, "light") == []
    assert _look(page, PHONE, "dark") == []


@pytest.mark.parametrize("kind", _WITHOUT)
def test_axe_finds_nothing_without_script(site: ServedSite, visit: Callable[..., Page], kind: str) -> None:
    """A page without its scripts has no finding on a wide dark screen and on a light phone."""
    page = visit(site, PAGES[kind], rewrite=without_scripts)
    assert _look(page, WIDE, "dark") == []
    assert _look(page, PHONE, "light") == []


def test_axe_finds_nothing_in_an_enlarged_picture(site: ServedSite, visit: Callable[..., Page]) -> None:
    """The dialog of the enlarged picture has no finding."""
    page = visit(site, PAGES["pin with variants"])
    page.locator("a.zoom").first.click()
    page.get_by_role("dialog").wait_for()
    assert _look(page, WIDE, "light") == []
    assert _look(page, PHONE, "dark") == []


def test_axe_finds_nothing_in_what_words_mean(site: ServedSite, visit: Callable[..., Page]) -> None:
    """The meanings of an edition's words have no finding when they are open, nor has a number that was found."""
    page = visit(site, PAGES["pin with variants"])
    page.locator(".meanings summary").first.click()
    page.get_by_label("Find a number").first.fill("AP2")
    page.get_by_role("button", name="Show").first.click()
    assert _look(page, WIDE, "light") == []
    assert _look(page, PHONE, "dark") == []


def test_axe_would_find_something(site: ServedSite, visit: Callable[..., Page]) -> None:
    """The oracle is awake: a picture without its alternative text is found."""
    page = visit(site, PAGES["home"])
    page.locator("main img").first.evaluate("one => one.removeAttribute('alt')")
    assert any(finding.startswith("image-alt") for finding in findings(page))
