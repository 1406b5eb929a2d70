"""Every kind of page, in both themes, on a wide screen and on the smallest phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages import PAGES, ServedSite, scroll_through
from playwright.sync_api import Page

_WIDER_THAN_THE_SCREEN = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > room + 1)
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
    """No error, no request to another host, every picture is there and in shape, nothing is wider than the screen."""
    page = visit(site, path)
    scroll_through(page)
    assert page.evaluate(_PICTURES) == []
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(_WIDER_THAN_THE_SCREEN) == [], f"at {width} px"


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_is_built_of_landmarks(site: ServedSite, visit: Callable[..., Page], path: str) -> None:
    """One h1, one main, one header and footer; the language is told; without an address there is no canonical."""
    page = visit(site, path, java_script_enabled=False)
    counts = {name: page.locator(name).count() for name in ("h1", "main", "body > header", "body > footer", "title")}
    assert counts == dict.fromkeys(counts, 1)
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == ("de" if path.startswith("de/") else "en", "ltr")
    assert page.title().strip()
    assert page.locator("h1").inner_text().strip()
    assert page.locator("nav:not([aria-label]):not([aria-labelledby])").count() == 0
    assert page.locator("link[rel=canonical], meta[property='og:url'], link[hreflang]").count() == 0


def test_the_first_picture_is_eager_and_the_rest_wait(site: ServedSite, visit: Callable[..., Page]) -> None:
    """One picture of a page is fetched first; each of the others waits until it is near."""
    for path in ("", "pins/", "pins/moon-moth/"):
        page = visit(site, path, java_script_enabled=False)
        hasty = page.locator("img:not([loading=lazy])")
        assert hasty.count() == 1
        assert hasty.get_attribute("fetchpriority") == "high"


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
    from links import broken_links

    assert broken_links(site.folder) == []
