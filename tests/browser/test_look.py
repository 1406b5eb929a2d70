"""What the eye meets: dark and light, stillness, print, weight, pages opened as files."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pages import PHONE, WIDE, ServedSite, Troubles, scroll_through
from PIL import Image
from playwright.sync_api import Browser, Page

_SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  const watch = new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; }));
  watch.observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 150);
})"""
_BACKGROUND = "getComputedStyle(document.body).backgroundColor"
_LIGHTNESS = """() => {
  const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).map(Number);
  return (.2126 * r + .7152 * g + .0722 * b) / 255;
}"""
_MOVING = """() => [...document.querySelectorAll('*')].flatMap((one) => ['', '::before', '::after'].map((part) => {
  const { animationName, animationDuration, transitionDuration } = getComputedStyle(one, part || undefined);
  const longest = Math.max(...`${animationName === 'none' ? '0s' : animationDuration}, ${transitionDuration}`
    .split(',').map(parseFloat));
  return longest > .001 ? `${one.localName}.${one.className}${part} ${longest}s` : '';
})).filter(Boolean).slice(0, 5)"""


@pytest.mark.parametrize(
    ("path", "size"),
    [
        ("", PHONE),
        ("", WIDE),
        ("pins/moon-moth/", PHONE),
        ("pins/moon-moth/", WIDE),
        ("stories/the-two-forty-ones/", WIDE),
    ],
)
def test_nothing_shifts(
    site: ServedSite, visit: Callable[..., Page], path: str, size: tuple[int, int]
) -> None:
    """While a page loads and is scrolled through, nothing jumps."""
    page = visit(site, path, size)
    scroll_through(page)
    assert page.evaluate(_SHIFTS) == 0


def test_dark_is_dark_and_light_is_light(site: ServedSite, visit: Callable[..., Page]) -> None:
    """The page follows the reader's system."""
    page = visit(site, "", color_scheme="dark")
    assert page.evaluate(_LIGHTNESS) < 0.15
    page.emulate_media(color_scheme="light")
    assert page.evaluate(_LIGHTNESS) > 0.85


@pytest.mark.parametrize("path", ["", "pins/moon-moth/", "search/"])
def test_nothing_moves_for_who_wants_stillness(
    site: ServedSite, visit: Callable[..., Page], path: str
) -> None:
    """With reduced motion there is neither animation nor transition nor smooth scrolling."""
    page = visit(site, path, reduced_motion="reduce")
    assert page.evaluate(_MOVING) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_pin_prints(site: ServedSite, visit: Callable[..., Page]) -> None:
    """On paper a pin's page has black ink on white, no menu, and its pictures; a PDF of a few pages comes out."""
    page = visit(site, "pins/moon-moth/", color_scheme="dark")
    page.emulate_media(media="print")
    # No background at all is as good as a white one.
    assert page.evaluate(_LIGHTNESS) > 0.9 or page.evaluate(_BACKGROUND).endswith(", 0)")
    assert not page.locator(".site-nav").is_visible()
    assert page.locator("main img").first.is_visible()
    pdf = page.pdf()
    assert pdf.startswith(b"%PDF")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 8


@pytest.mark.parametrize("path", ["pins/moon-moth/", "de/pins/storm-in-a-teacup/"])
def test_a_pin_is_light(site: ServedSite, path: str) -> None:
    """A pin's page with its styles and scripts, compressed, is under 60 kB."""
    html = site.text(path)
    linked = re.findall(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"', html)
    assert len(linked) >= 2
    files = [(site.folder / path / one).resolve().read_bytes() for one in linked]
    assert sum(len(gzip.compress(content)) for content in (html.encode(), *files)) < 60_000


def test_a_bar_is_filled_in_its_whole_height(site: ServedSite, visit: Callable[..., Page]) -> None:
    """What is claimed lies on the bar, not half above it: its left end has one colour from top to bottom."""
    page = visit(site, "editions/")
    box = page.locator("meter.bar").first.bounding_box()
    assert box is not None
    around = {"x": box["x"] + 2, "y": box["y"] - 8, "width": 1, "height": box["height"] + 16}
    with Image.open(BytesIO(page.screenshot(clip=around))) as picture:  # type: ignore[arg-type]
        column = [picture.convert("RGB").getpixel((0, y)) for y in range(picture.height)]
    # An edge between two pixels may have a colour of its own; the bar's two colours and the paper would be more.
    assert len({colour for colour in column if column.count(colour) > 1}) == 2


def test_series_stand_side_by_side(site: ServedSite, visit: Callable[..., Page]) -> None:
    """On a wide screen, a list of series leaves no half of it empty."""
    page = visit(site, "series/")
    places = page.locator(".series-card").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().x)"
    )
    assert len({round(x) for x in places}) >= 2


def test_no_line_of_a_card_begins_with_a_point(site: ServedSite, visit: Callable[..., Page]) -> None:
    """In the search, what parts edition and year stays on the line that it ends."""
    page = visit(site, "search/")
    facts = page.locator(".finder .card-facts").first
    facts.wait_for()
    assert "\u00a0· " in (facts.text_content() or "")


def test_price_and_status_stand_apart(site: ServedSite, visit: Callable[..., Page]) -> None:
    """More than a space of the line parts what a pin costs from how it stands."""
    page = visit(site, "pins/")
    state = page.locator(".card-state:has(.card-price):has(.status)").first
    price, status = (state.locator(part).bounding_box() for part in (".card-price", ".status"))
    assert price is not None
    assert status is not None
    assert status["x"] - price["x"] - price["width"] > 6


def test_the_foot_of_a_story_keeps_its_distance(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Series and subjects do not stick to the last line of the text."""
    page = visit(site, "stories/the-two-forty-ones/")
    text, foot = (page.locator(part).bounding_box() for part in (".story > .rich", ".story-foot"))
    assert text is not None
    assert foot is not None
    assert foot["y"] - text["y"] - text["height"] > 20


def test_the_site_works_as_files(site: ServedSite, browser: Browser) -> None:
    """Opened from a folder: home, then a pin, then its series; styles, scripts and pictures are there."""
    context = browser.new_context()
    page = context.new_page()
    troubles = Troubles("file://")
    troubles.listen(page)
    page.goto((site.folder / "index.html").as_uri())
    page.locator("main article a[href*='pins/']").first.click()
    page.wait_for_url("**/pins/*/index.html")
    _is_dressed(page, site.folder)
    page.locator("main a[href*='series/']").first.click()
    page.wait_for_url("**/series/*/index.html")
    _is_dressed(page, site.folder)
    context.close()
    assert troubles.heard == []


def _is_dressed(page: Page, folder: Path) -> None:
    assert page.url.startswith(folder.as_uri())
    page.wait_for_load_state("load")
    assert page.locator("main img").first.evaluate("one => one.decode().then(() => one.naturalWidth)") > 0
    assert page.locator(".skip").evaluate("one => getComputedStyle(one).position") == "absolute"
