"""Catalogues that are too large for one page, or for one file of all numbers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from axe import findings
from pages import PHONE, ServedSite
from playwright.sync_api import Page, expect
from served import served
from support.builds import Studio
from support.catalogues import append_ledger, ledger_row, write_pin

from pinsite.views import freshness


@pytest.fixture
def large(studio: Studio) -> Iterator[ServedSite]:
    """Return a site with an owl of 300 numbers, in a pin and a variant."""
    edition = {"type": "limited", "size": 300, "numbered": "stamped", "proofs": {"AP": 3}}
    write_pin(
        studio.root, "owl", edition=edition, variants=[{"id": "gold", "title": "Gold", "edition": edition}]
    )
    append_ledger(
        studio.root,
        ledger_row("2026-03-01", "owl", "sold", copies="7;250"),
        ledger_row("2026-03-01", "owl", "sold", variant="gold", copies="9"),
    )
    studio.build()
    with served(studio.output) as address:
        yield ServedSite(studio.output, address)


@pytest.mark.parametrize("mark", ["250", "copy-250", "gold-9", "AP2"])
def test_an_address_of_a_number_leads_to_the_page_that_has_it(
    large: ServedSite, visit: Callable[..., Page], mark: str
) -> None:
    """Who writes `pins/owl/#250` need not know that the register is a page of its own."""
    page = visit(large, f"pins/owl/#{mark}")
    page.wait_for_url(f"**/pins/owl/register/**#{mark}")
    expect(page.locator(f"#copy-{mark.removeprefix('copy-')}")).to_be_in_viewport()


def test_an_address_of_something_else_stays(large: ServedSite, visit: Callable[..., Page]) -> None:
    """Neither a heading nor a number that nobody has leads away."""
    page = visit(large, "pins/owl/#variants")
    page.wait_for_timeout(200)
    assert page.url.endswith("pins/owl/#variants")


def test_the_page_of_numbers_is_sound(large: ServedSite, visit: Callable[..., Page]) -> None:
    """axe finds nothing on it, it has what it promises, and nothing sticks out of a small screen."""
    page = visit(large, "pins/owl/register/", PHONE)
    assert findings(page) == []
    expect(page.locator(".numbers li")).to_have_count(606)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    page.get_by_label("Find a number").first.fill("250")
    page.get_by_role("button", name="Show").first.click()
    expect(page.locator("#copy-250")).to_be_in_viewport()


def test_with_many_editions_a_pin_asks_for_its_own_data_alone(
    studio: Studio, visit: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file of all numbers is not read; lists ask for nothing; the page of a pin is put right in every language."""
    monkeypatch.setattr(freshness, "TOGETHER", 1)
    studio.build(clean=True)
    assert 'id="fresh"' not in studio.page("pins/index.html")
    assert 'data-source="../../pins/moon-moth/index.json"' in studio.page("pins/moon-moth/index.html")
    told = json.loads(studio.page("pins/moon-moth/index.json"))
    told["edition"] |= {"claimed": 5, "available": 95, "as_of": "2026-12-24"}
    with served(studio.output) as address:
        page = visit(ServedSite(studio.output, address), "404.html")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.route("**/pins/moon-moth/index.json", lambda route: route.fulfill(json=told))
        page.goto(f"{address}de/pins/moon-moth/", wait_until="networkidle")
        expect(page.locator(".counter-words").first).to_have_text("5 von 100 vergeben, noch 95 da")
        assert not any(url.endswith("editions.json") for url in asked)
