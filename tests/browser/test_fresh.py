"""A cached page meets newer numbers: what it shows is put right, said, and nothing else happens."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from axe import findings
from pages import PHONE, WIDE, ServedSite, in_atelier, in_vitrine
from playwright.sync_api import Page, Route, expect

DAY = "2026-12-24"
Told = dict[str, Any]


def sell(told: Told, id: str, count: int, variant: str = "", day: str = DAY) -> None:
    """Sell copies in the data, as a newer file would tell."""
    pin = told["editions"][id]
    part = pin["variants"][variant] if variant else pin
    part["claimed"] += count
    part["available"] -= count
    part["sold_out"] = not part["available"]
    part["as_of"] = pin["as_of"] = told["as_of"] = day


@pytest.fixture
def older(site: ServedSite, visit: Callable[..., Page]) -> Callable[..., Page]:
    """Return what opens a page that is older than the numbers the host has now; `change` makes them newer."""

    def go(
        path: str, change: Callable[[Told], None], size: tuple[int, int] = WIDE, **settings: object
    ) -> Page:
        told = json.loads((site.folder / "editions.json").read_text("utf-8"))
        change(told)
        page = visit(site, "404.html", size, **settings)
        page.route("**/editions.json", lambda route: route.fulfill(json=told))
        page.goto(site.address + path, wait_until="load")
        return page

    return go


def counter(page: Page, key: str) -> Any:
    """Return the counter of an edition."""
    return page.locator(f'.counter[data-edition="{key}"]')


@in_atelier
def test_a_counter_is_put_right(older: Callable[..., Page]) -> None:
    """Words, bar and date of the pin change; those of its variant stay; the page says so once, politely."""
    page = older("pins/moon-moth/", lambda told: sell(told, "moon-moth", 2))
    told = page.locator("#fresh")
    expect(told).to_have_attribute("aria-live", "polite")
    expect(told).to_have_text("Numbers on this page were updated, as of December 24, 2026.")
    own = counter(page, "moon-moth")
    expect(own.locator(".counter-words")).to_have_text("44 of 100 claimed, 54 available")
    expect(own.locator(".as-of time").last).to_have_text("December 24, 2026")
    expect(own.locator(".as-of time").last).to_have_attribute("datetime", DAY)
    expect(counter(page, "moon-moth:gold").locator(".counter-words")).to_have_text(
        "15 of 30 claimed, 14 available"
    )


@in_vitrine
def test_what_is_still_so_is_not_written_anew(older: Callable[..., Page]) -> None:
    """Where the counts are those of the page, no number is formatted, which takes a phone long; a newer one is."""
    watch = """(name) => { const made = Intl[name]; window.asked = 0;
        Intl[name] = function (...words) { window.asked += 1; return new made(...words); }; }"""
    for sold in (0, 2):
        page = older("404.html", lambda told, sold=sold: sell(told, "moon-moth", sold))
        page.add_init_script(f"({watch})('NumberFormat')")
        with page.expect_response("**/editions.json"):
            page.goto(page.url.replace("404.html", "pins/moon-moth/"), wait_until="load")
        page.wait_for_timeout(100)
        assert (page.evaluate("window.asked") > 0) is (sold > 0)


@in_atelier
def test_what_the_small_file_does_not_tell_keeps_its_day(older: Callable[..., Page]) -> None:
    """Places and grades stay as they were counted, and say when that was."""
    page = older("pins/moon-moth/", lambda told: sell(told, "moon-moth", 2))
    own = counter(page, "moon-moth")
    expect(own.locator(".places + .as-of time")).to_have_attribute("datetime", "2026-11-20")
    expect(own.locator(".grades + .as-of time")).to_have_attribute("datetime", "2026-11-20")
    expect(own.locator(".place-sold dd")).to_have_text("42")


def test_dots_and_bars_follow(site: ServedSite, older: Callable[..., Page]) -> None:
    """The field of dots is drawn as a fresh build draws it; a bar has the new value."""
    page = older("pins/moon-moth/", lambda told: sell(told, "moon-moth", 2))
    expect(page.locator("#fresh")).not_to_be_empty()
    own = counter(page, "moon-moth")
    if own.locator("svg.field").count():
        drawn = own.locator(".dot-claimed").get_attribute("d")
        assert drawn == "M4 4h192.01M4 12h144.01"
        assert own.locator(".dot-away").get_attribute("d") == "M156 12h0.01"
        assert own.locator(".dot-free").get_attribute("d") == "M164 12h32.01M4 20h192.01M4 28h184.01"
        assert own.locator(".dot-lost").get_attribute("d") == "M196 28h0.01"
    else:
        assert own.locator("meter").evaluate("one => [one.value, one.max]") == [44, 100]


def test_sold_out_is_said_everywhere(older: Callable[..., Page]) -> None:
    """On the page of the pin, on cards and in the register; the price leaves the card."""

    def last(told: Told) -> None:
        sell(told, "sun-moth", told["editions"]["sun-moth"]["available"])

    page = older("pins/sun-moth/", last)
    expect(page.locator(".offer-line .status").first).to_have_text("Sold out")
    expect(counter(page, "sun-moth").locator(".left")).to_have_text("none left")
    page.goto(page.url.replace("pins/sun-moth/", "series/night-garden/"))
    card = page.locator("article.card", has=page.get_by_role("link", name="Sun Moth"))
    expect(card.locator(".status")).to_have_text("Sold out")
    expect(card.locator(".card-price")).to_be_hidden()
    expect(page.locator("#fresh")).to_have_text("Numbers on this page were updated, as of December 24, 2026.")
    page.goto(page.url.replace("series/night-garden/", "editions/page/2/"))
    row = page.locator("li.entry", has=page.get_by_role("link", name="Sun Moth"))
    expect(row.locator(".status")).to_have_text("Sold out")
    expect(row.locator(".counter-words")).to_contain_text("none left")


def test_available_again_takes_the_badge_away(older: Callable[..., Page]) -> None:
    """A card says nothing of a pin that is simply there."""
    page = older("series/night-garden/", lambda told: sell(told, "barn-owl", -20))
    expect(page.locator("#fresh")).not_to_be_empty()
    card = page.locator("article.card", has=page.get_by_role("link", name="Barn Owl"))
    expect(card).to_have_count(1)
    expect(card.locator(".status")).to_have_count(0)


@in_vitrine
def test_search_results_are_put_right(older: Callable[..., Page]) -> None:
    """Cards that come later are corrected when they come."""
    page = older("search/?q=barn", lambda told: sell(told, "barn-owl", -20))
    expect(page.locator("#fresh")).not_to_be_empty()
    card = page.locator("article.card", has=page.get_by_role("link", name="Barn Owl"))
    expect(card).to_have_count(1)
    expect(card.locator(".status")).to_have_count(0)


@in_atelier
def test_it_speaks_german(older: Callable[..., Page]) -> None:
    """Numbers and days as that language writes them, words from the page."""
    page = older("de/pins/moon-moth/", lambda told: sell(told, "moon-moth", 2))
    expect(page.locator("#fresh")).to_have_text(
        "Zahlen auf dieser Seite wurden aktualisiert, Stand: 24. Dezember 2026."
    )
    expect(counter(page, "moon-moth").locator(".counter-words")).to_have_text(
        "44 von 100 vergeben, noch 54 da"
    )


@in_vitrine
def test_numbers_that_are_not_newer_change_nothing(older: Callable[..., Page]) -> None:
    """Neither the same numbers nor older ones; nothing is said."""
    page = older("pins/moon-moth/", lambda told: None)
    page.wait_for_timeout(300)
    expect(page.locator("#fresh")).to_be_empty()
    old = older("pins/moon-moth/", lambda told: sell(told, "moon-moth", -5, day="2026-01-01"))
    old.wait_for_timeout(300)
    expect(old.locator("#fresh")).to_be_empty()
    expect(counter(old, "moon-moth").locator(".counter-words")).to_have_text(
        "42 of 100 claimed, 56 available"
    )


def _no_answer(route: Route) -> None:
    route.abort()


def _nonsense(route: Route) -> None:
    route.fulfill(body="<!doctype html>", content_type="text/html")


@in_atelier
@pytest.mark.parametrize("answer", [_no_answer, _nonsense])
def test_without_an_answer_the_page_stays_as_it_is(
    site: ServedSite, browser: Any, answer: Callable[[Route], None]
) -> None:
    """Offline, or with a host that answers nonsense, nothing is said and no script fails."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.route("**/editions.json", answer)
    page.goto(site.address + "pins/moon-moth/", wait_until="load")
    page.wait_for_timeout(300)
    assert faults == []
    expect(page.locator("#fresh")).to_be_empty()
    expect(counter(page, "moon-moth").locator(".counter-words")).to_have_text(
        "42 of 100 claimed, 56 available"
    )
    context.close()


@in_vitrine
def test_a_page_opened_as_a_file_asks_nobody(site: ServedSite, browser: Any) -> None:
    """There is nobody to ask; the page is right as of its date."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site.folder / "pins/moon-moth/index.html").as_uri())
    page.wait_for_timeout(300)
    assert not any(url.endswith("editions.json") for url in asked)
    context.close()


@in_atelier
def test_a_page_without_numbers_asks_nobody(site: ServedSite, browser: Any) -> None:
    """Only a page that shows numbers or statuses reads the file."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.address + "plating/", wait_until="networkidle")
    assert not any(url.endswith("editions.json") for url in asked)
    page.goto(site.address + "pins/moon-moth/", wait_until="networkidle")
    assert sum(url.endswith("editions.json") for url in asked) == 1
    context.close()


def test_axe_finds_nothing_on_a_corrected_page(older: Callable[..., Page]) -> None:
    """Also after the script has put numbers right."""
    page = older("pins/moon-moth/", lambda told: sell(told, "moon-moth", 56), PHONE, color_scheme="dark")
    expect(page.locator("#fresh")).not_to_be_empty()
    assert findings(page) == []
