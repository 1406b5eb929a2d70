"""Everything can be reached, seen and used with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages import PHONE, WIDE, ServedSite
from playwright.sync_api import Page, expect

# Where the focus is, whether it can be seen there, and whether that place is on the screen.
_STOP = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const drawn = [one, ...['::before', '::after'].map((part) => [one, part]), one.closest('article, li, label')].flat(0)
    .filter(Boolean).some((what) => {
      const style = Array.isArray(what) ? getComputedStyle(...what) : getComputedStyle(what);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
    });
  const box = one.getBoundingClientRect();
  const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0;
  window.stops = window.stops || [];
  const again = window.stops.includes(one);
  window.stops.push(one);
  return { name: (one.innerText || one.getAttribute('aria-label') || one.id || one.outerHTML).slice(0, 60), drawn, seen,
           again, positive: one.tabIndex > 0 };
}"""
_MOST = 250


@pytest.mark.parametrize("path", ["", "pins/moon-moth/", "editions/", "search/"])
def test_every_stop_of_the_focus_is_seen(site: ServedSite, visit: Callable[..., Page], path: str) -> None:
    """From the top to the end, each stop shows its focus, is on the screen, and comes once."""
    page = visit(site, path, PHONE if path == "" else WIDE)
    stops = []
    for _ in range(_MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop is None or stop["again"]:
            break
        stops.append(stop)
    names = [stop["name"] for stop in stops]
    wanted = page.locator("a[href], button, input, select, summary").filter(visible=True).count()
    assert len(stops) >= wanted, names
    assert [stop for stop in stops if not (stop["drawn"] and stop["seen"]) or stop["positive"]] == []


def test_the_skip_link_comes_first_and_works(site: ServedSite, visit: Callable[..., Page]) -> None:
    """The first stop is a link that is then seen and leads past the menu."""
    page = visit(site, "pins/moon-moth/")
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.get_attribute("href") == "#main"
    expect(link).to_be_in_viewport(ratio=0.9)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_picture_is_enlarged_and_put_back(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Enter opens the picture, the focus stays within, arrows turn, Escape closes, the focus is where it was."""
    page = visit(site, "pins/moon-moth/")
    link = page.locator("a.zoom").first
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert dialog.evaluate("one => one.contains(document.activeElement)")
    for _ in range(8):
        page.keyboard.press("Tab")
        # Between the last and the first stop the browser's own bar has the focus, never the page behind.
        assert page.evaluate("document.activeElement.matches('body, dialog, dialog *')")
    dialog.get_by_role("button", name="Close").focus()
    first = dialog.locator("img").get_attribute("alt")
    page.keyboard.press("ArrowRight")
    expect(dialog.locator("img")).not_to_have_attribute("alt", first or "")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert link.evaluate("one => one === document.activeElement")


def test_an_enlarged_picture_has_buttons(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Each thing that the dialog does has a button with a name, on a phone too."""
    page = visit(site, "pins/moon-moth/", PHONE)
    page.locator("a.zoom").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Next picture").click()
    expect(dialog).to_contain_text("2 / ")
    dialog.get_by_role("button", name="Previous picture").click()
    expect(dialog).to_contain_text("1 / ")
    dialog.get_by_role("button", name="Enlarge").click()
    expect(dialog.locator(".zoomed-near")).to_be_visible()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
