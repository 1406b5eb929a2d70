"""axe finds nothing: WCAG 2.2 A and AA and best practices, light and dark, wide and narrow, with and without script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe import BY_COLOUR, BY_WIDTH, findings, without_scripts
from pages import PAGES, PHONE, WIDE, ServedSite
from playwright.sync_api import Page, expect

_WITH_SCRIPT = ("home", "pins", "pin with variants", "pin in production", "series", "story", "page", "editions",
                "narrowed editions", "preorders", "search", "not found")  # fmt: skip
_WITHOUT = ("home", "pin with variants", "search")


def _look(
    page: Page, size: tuple[int, int], scheme: str, rules: tuple[str, ...] = (), within: str = ""
) -> list[str]:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    return findings(page, rules, within)


def _look_at_all(page: Page, within: str = "") -> dict[str, list[str]]:
    """Look once with every rule, and then with those alone that the next width or the other colours can change.

    `within` is the part of a page that is in another state than where the whole of it is looked at.
    """
    seen = {
        "wide, light": _look(page, WIDE, "light", within=within),
        "wide, dark": _look(page, WIDE, "dark", BY_COLOUR, within),
        "phone, dark": _look(page, PHONE, "dark", BY_WIDTH, within),
        "phone, light": _look(page, PHONE, "light", BY_COLOUR, within),
    }
    return {where: found for where, found in seen.items() if found}


@pytest.mark.parametrize("kind", _WITH_SCRIPT)
def test_axe_finds_nothing(site: ServedSite, visit: Callable[..., Page], kind: str) -> None:
    """A page has no finding on a wide screen and on a phone, in light and in dark."""
    assert _look_at_all(visit(site, PAGES[kind])) == {}


@pytest.mark.parametrize("kind", _WITHOUT)
def test_axe_finds_nothing_without_script(site: ServedSite, visit: Callable[..., Page], kind: str) -> None:
    """A page without its scripts has no finding either."""
    assert _look_at_all(visit(site, PAGES[kind], rewrite=without_scripts)) == {}


def test_axe_finds_nothing_in_a_number_that_is_led_to(site: ServedSite, visit: Callable[..., Page]) -> None:
    """A page that is opened at a number shows it: all else of the page is as it is without one."""
    page = visit(site, PAGES["a number"])
    expect(page.locator("li :target")).to_have_count(1)
    assert _look_at_all(page, "li:has(:target)") == {}


def test_axe_finds_nothing_in_an_enlarged_picture(site: ServedSite, visit: Callable[..., Page]) -> None:
    """The dialog of the enlarged picture has no finding."""
    page = visit(site, PAGES["pin with variants"])
    page.locator("a.zoom").first.click()
    page.get_by_role("dialog").wait_for()
    assert _look_at_all(page, "dialog[open]") == {}


def test_axe_finds_nothing_in_what_words_mean(site: ServedSite, visit: Callable[..., Page]) -> None:
    """The meanings of an edition's words have no finding when they are open, nor has a number that was found."""
    page = visit(site, PAGES["pin with variants"])
    page.locator(".meanings summary").first.click()
    page.get_by_label("Find a number").first.fill("AP2")
    page.get_by_role("button", name="Show").first.click()
    assert _look_at_all(page, ".counter, form.find, .numbers-proofs") == {}


def test_axe_would_find_something(site: ServedSite, visit: Callable[..., Page]) -> None:
    """The oracle is awake: a picture without its alternative text is found."""
    page = visit(site, PAGES["home"])
    page.locator("main img").first.evaluate("one => one.removeAttribute('alt')")
    assert any(finding.startswith("image-alt") for finding in findings(page))
