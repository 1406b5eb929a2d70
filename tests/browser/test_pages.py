"""Every kind of page, in both themes, on a wide screen and on the smallest phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from markup import broken_links, read_text
from pages import PAGES, ServedSite, scroll_through, until
from playwright.sync_api import Browser, Page, Route, expect

_WIDER_THAN_THE_SCREEN = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const beyond = (one) => one.getBoundingClientRect().right > room + 1 || one.getBoundingClientRect().left < -1;
  return [...document.querySelectorAll('body *')].filter(beyond)
    .slice(0, 5).map((one) => `${one.tagName} ${one.className} ${Math.round(one.getBoundingClientRect().right)}`)
    .concat(`the page is ${document.documentElement.scrollWidth} wide, the screen ${room}`);
}"""
_PICTURES = """() => [...document.images].map((one) => {
  const named = ['width', 'height', 'alt'].filter((name) => !one.hasAttribute(name));
  const lost = one.complete && one.naturalWidth ? [] : ['not loaded'];
  const { width, height } = one.getBoundingClientRect();
  const hidden = !one.checkVisibility();
  const shape = Number(one.getAttribute('width')) / Number(one.getAttribute('height'));
  const squeezed = !hidden && getComputedStyle(one).objectFit === 'fill' && Math.abs(width / height / shape - 1) > .03
    ? [`drawn ${width} x ${height}`] : [];
  return [one.currentSrc || one.src, [...named, ...(hidden ? [] : lost), ...squeezed]];
}).filter(([, wrong]) => wrong.length)"""


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_loads_quietly_and_fits(site: ServedSite, visit: Callable[..., Page], path: str) -> None:
    """No error, no request to another host, every picture is there and in shape, nothing is wider than the screen.

    That holds from 320 pixels to 4K, from left to right and from right to left.
    """
    page = visit(site, path)
    scroll_through(page)
    assert page.evaluate(_PICTURES) == []
    for direction in ("ltr", "rtl"):
        page.evaluate(f"document.documentElement.dir = '{direction}'")
        for width in (3840, 1280, 360, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(_WIDER_THAN_THE_SCREEN) == [], f"at {width} px, {direction}"


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_is_built_of_landmarks(site: ServedSite, path: str) -> None:
    """One h1, one main, one header and footer; the language is told; without an address there is no canonical."""
    text = site.text(path)
    markup = read_text(text)
    assert {tag: markup.tags.count(tag) for tag in ("h1", "main", "title")} == {
        "h1": 1,
        "main": 1,
        "title": 1,
    }
    assert text.count('<header class="site-header"') == text.count('<footer class="site-footer"') == 1
    lang = "de" if path.startswith("de/") else "en"
    assert re.search(rf'<html lang="{lang}" dir="ltr"', text)
    assert all("aria-label" in nav for nav in re.findall(r"<nav[^>]*>", text))
    assert not re.search(r'rel="canonical"|property="og:url"|<link[^>]*hreflang', text)


@pytest.mark.parametrize("path", ["", "pins/", "pins/moon-moth/", "series/night-garden/"])
def test_the_first_picture_is_eager_and_the_rest_wait(site: ServedSite, path: str) -> None:
    """One picture of a page is fetched first; each of the others waits until it is near."""
    pictures = re.findall(r"<img[^>]*>", site.text(path))
    assert [index for index, picture in enumerate(pictures) if 'loading="lazy"' not in picture] == [0]
    assert 'fetchpriority="high"' in pictures[0]


def test_a_picture_is_offered_in_formats_and_widths(site: ServedSite, visit: Callable[..., Page]) -> None:
    """AVIF before JPEG; each width is told with the sizes at which it is shown."""
    page = visit(site, "pins/moon-moth/")
    assert page.locator("picture source[type='image/avif'][srcset][sizes]").count() > 3
    assert page.locator("main img").first.evaluate("one => one.currentSrc").endswith(".avif")


def test_an_old_address_leads_on(site: ServedSite, visit: Callable[..., Page]) -> None:
    """An alias is a page that goes on to the pin by itself."""
    page = visit(site, "pins/luna-moth/")
    page.wait_for_url("**/pins/moon-moth/index.html")
    assert page.locator("h1").inner_text() == "Moon Moth"


def test_languages_lead_to_each_other(site: ServedSite, visit: Callable[..., Page]) -> None:
    """A pin in English links to the same pin in German, and back."""
    page = visit(site, "pins/moon-moth/")
    page.locator("nav a[hreflang=de]").click()
    page.wait_for_url("**/de/pins/moon-moth/**")
    assert page.locator("h1").inner_text() == "Mondspinner"
    page.locator("nav a[hreflang=en]").click()
    page.wait_for_url(f"{site.address}pins/moon-moth/**")


def test_every_page_links_to_pages_that_are_there(site: ServedSite) -> None:
    """No link, picture, style or script of any page leads to a file that is not there; no fragment to nothing."""
    assert broken_links(site.folder) == []


def test_a_page_is_painted_in_pieces_and_is_whole(
    site: ServedSite, visit: Callable[..., Page], browser: Browser
) -> None:
    """What is above is painted while the parser waits at a breath; one that never comes takes nothing away."""
    held: list[Route] = []
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.route("**/assets/breath-*.js", lambda route: held.append(route))
    page.goto(f"{site.address}pins/moon-moth/", wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    # The page's own rules forbid what Playwright's waiting does.
    painted = "performance.getEntriesByName('first-contentful-paint').length"
    assert any(page.evaluate(painted) or page.wait_for_timeout(20) for _ in range(1000))
    expect(page.locator(".register-numbers")).to_have_count(0)

    def is_parsed() -> bool:
        while held:
            held.pop().abort()
        return bool(page.evaluate("document.readyState") != "loading")

    until(page, is_parsed)
    whole = visit(site, "pins/moon-moth/", java_script_enabled=False)
    elements = "document.querySelectorAll('main :not(option, optgroup, script, template)').length"
    assert page.locator(".site-footer").is_visible()
    assert page.evaluate(elements) >= whole.evaluate(elements) > 1000
    page.close()
