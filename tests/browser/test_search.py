"""Search: words and choices together, told aloud, kept in the address."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from pages import ServedSite
from playwright.sync_api import Page, expect


def _found(page: Page) -> list[str]:
    return page.locator("#found article a").all_inner_texts()


def test_words_narrow_the_pins(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Typing finds at once, without regard to accents and case; how many there are is told."""
    page = visit(site, "search/")
    told = page.get_by_role("status")
    expect(told).to_contain_text(re.compile(r"\d+"))
    everything = _found(page)
    assert len(everything) > 20
    page.get_by_role("searchbox").press_sequentially("MÓTH moon")
    expect(told).to_contain_text(re.compile(r": [1-9]\d?$"))
    assert "Moon Moth" in _found(page)
    assert len(_found(page)) < len(everything)
    assert told.get_attribute("aria-live") == "polite"


def test_nothing_found_is_told(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Where nothing is found, that is said, and clearing shows everything again."""
    page = visit(site, "search/")
    page.get_by_role("searchbox").fill("zyzzyva")
    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    assert _found(page) == []
    page.get_by_role("button", name="Clear").press("Enter")
    expect(page.locator("#found article").nth(20)).to_be_attached()
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_choices_by_keyboard_and_the_address(site: ServedSite, visit: Callable[..., Page]) -> None:
    """A choice is made with the keyboard, narrows the words, stands in the address and survives a reload."""
    page = visit(site, "search/")
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"\d+"))
    page.get_by_role("searchbox").fill("night")
    words_alone = _found(page)
    plating = page.get_by_role("combobox", name="Plating")
    plating.focus()
    page.keyboard.press("c")
    expect(plating).to_have_value("copper")
    both = _found(page)
    assert both
    assert set(both) < set(words_alone)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["night"], "plating": ["copper"]}
    page.reload()
    expect(plating).to_have_value("copper")
    expect(page.get_by_role("searchbox")).to_have_value("night")
    assert _found(page) == both


def test_a_result_leads_to_its_pin(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Results are links to pins, in the language of the page too."""
    page = visit(site, "de/search/")
    page.get_by_role("searchbox").fill("Mondspinner")
    page.locator("#found article a").first.click()
    page.wait_for_url("**/de/pins/moon-moth/**")


def test_without_script_the_page_says_where_to_go(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Without script there is no form that does nothing; links lead to all pins, and from there to every term."""
    page = visit(site, "search/", java_script_enabled=False)
    assert page.locator("main form:visible").count() == 0
    page.locator("main a[href*='pins/']").click()
    page.wait_for_url("**/pins/**")
    assert page.locator("main a[href*='/plating/']").count() > 3
