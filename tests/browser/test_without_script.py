"""The site without any script: nothing is missing but convenience."""

from __future__ import annotations

from collections.abc import Callable

from pages import ServedSite
from playwright.sync_api import Page, expect


def test_a_picture_is_a_link_to_its_largest_file(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Where no script enlarges it, a picture opens as a file."""
    page = visit(site, "pins/moon-moth/", java_script_enabled=False)
    page.locator("a.zoom").first.click()
    page.wait_for_url("**/assets/**.jpg")


def test_every_pin_is_reached_by_plain_links(site: ServedSite, visit: Callable[..., Page]) -> None:
    """The list of all pins and its pages lead to each pin of the site."""
    page = visit(site, "pins/", java_script_enabled=False)
    seen: set[str] = set()
    while True:
        links = page.locator("main article a").evaluate_all("all => all.map((one) => one.href)")
        seen |= {link.split("pins/")[-1].partition("/")[0] for link in links}
        following = page.locator("main a[rel=next]")
        if not following.count():
            break
        following.click()
        page.wait_for_url("**/page/**")
    data = [path.parent.name for path in site.folder.glob("pins/*/index.json")]
    assert seen == set(data)


def test_the_menu_is_there(site: ServedSite, visit: Callable[..., Page]) -> None:
    """On a phone without script the whole menu is there to be used."""
    page = visit(site, "", (360, 740), java_script_enabled=False)
    for name in ("Pins", "Series", "Stories", "Search"):
        expect(page.locator("header").get_by_role("link", name=name, exact=True)).to_be_visible()
