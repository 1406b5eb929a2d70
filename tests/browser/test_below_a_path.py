"""The site below a path of its host, knowing its own address."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from markup import broken_links
from pages import ServedSite, scroll_through
from playwright.sync_api import Page, expect


@pytest.mark.parametrize(
    "path", ["", "pins/", "pins/moon-moth/", "stories/the-two-forty-ones/", "de/editions/"]
)
def test_a_page_works_below_a_path(site_below: ServedSite, visit: Callable[..., Page], path: str) -> None:
    """Everything that a page needs is fetched from below the path, and is there."""
    page = visit(site_below, path)
    scroll_through(page)
    assert page.locator("link[rel=canonical]").get_attribute("href") == site_below.address + path
    languages = page.locator("link[rel=alternate][hreflang]").evaluate_all(
        "all => all.map((one) => one.hreflang)"
    )
    assert sorted(languages) == ["de", "en", "x-default"]


def test_folders_are_linked_without_their_file(site_below: ServedSite, visit: Callable[..., Page]) -> None:
    """On a host, addresses end in a slash."""
    page = visit(site_below, "")
    page.locator("main article a").first.click()
    page.wait_for_url(re.compile(re.escape(site_below.address) + r"pins/[a-z-]+/$"))
    assert not re.search(r'href="[^"]*index\.html', site_below.text("pins/"))


def test_search_works_below_a_path(site_below: ServedSite, visit: Callable[..., Page]) -> None:
    """Search finds its data, and its results lead to pins below the path."""
    page = visit(site_below, "search/?q=moth")
    expect(page.locator("#found article a").first).to_be_visible()
    page.locator("#found article a").first.click()
    page.wait_for_url(re.compile(re.escape(site_below.address) + r"pins/[a-z-]+/$"))


def test_an_address_that_is_not_there(site_below: ServedSite, visit: Callable[..., Page]) -> None:
    """The page for a wrong address is whole at any depth, and leads back."""
    page = visit(site_below, "pins/")
    page.route(
        "**/nowhere/**",
        lambda route: route.fulfill(body=site_below.text("404.html"), content_type="text/html"),
    )
    page.goto(site_below.address + "pins/nowhere/at/all/")
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 0
    page.locator("main a").last.click()
    page.wait_for_url(site_below.address + "**")
    assert page.locator("h1").count() == 1


def test_links_of_a_site_below_a_path(site_below: ServedSite) -> None:
    """No page but the one for wrong addresses, whose links begin at the host, leads to a file that is not there."""
    assert [
        one for one in broken_links(site_below.folder) if not one.startswith("404.html: /shop/pins/")
    ] == []


def test_addresses_in_files_are_whole(site_below: ServedSite) -> None:
    """The sitemap names every page that is to be found, by its whole address, and robots.txt names the sitemap."""
    tree = ElementTree.parse(site_below.folder / "sitemap.xml")
    listed = {one.text or "" for one in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert site_below.address + "pins/moon-moth/" in listed
    for address in listed:
        page = site_below.folder / address.removeprefix(site_below.address)
        assert address.startswith(site_below.address)
        assert (page / "index.html").is_file(), address
    assert f"Sitemap: {site_below.address}sitemap.xml" in (site_below.folder / "robots.txt").read_text(
        "utf-8"
    )
    feed = json.loads((site_below.folder / "feed.json").read_text("utf-8"))
    assert feed["feed_url"] == site_below.address + "feed.json"
    assert all(item["url"].startswith(site_below.address) for item in feed["items"])
