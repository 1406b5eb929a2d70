"""What a sheet of paper shows of a page that nobody has scrolled through."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from pages import WIDE, ServedSite, until
from playwright.sync_api import Page

_WITHOUT = "[...document.images].filter((one) => !one.complete || !one.naturalWidth).length"
_LAZY = "document.querySelectorAll('img[loading=lazy]').length"
_APPLE = "Object.defineProperty(navigator, 'vendor', { get: () => 'Apple Computer, Inc.' })"


def _sheets(page: Page) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(page.pdf(format="A4"))


def _words(sheet: pypdfium2.PdfPage) -> str:
    return sheet.get_textpage().get_text_bounded()  # type: ignore[no-any-return]


def test_pictures_below_the_screen_are_printed(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Who prints without scrolling has all pictures: none is left empty, none is a silhouette."""
    page = visit(site, "pins/moon-moth/", WIDE)
    assert page.evaluate(_WITHOUT) > 8, "nothing is lazy: the test tells nothing"
    sheets = _sheets(page)
    assert page.evaluate(_WITHOUT) == 0
    kinds = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    shown = sum(1 for sheet in sheets for _ in sheet.get_objects(filter=kinds, max_depth=8))
    assert shown >= page.evaluate("document.images.length")


def test_printing_loads_what_apples_engine_would_leave_empty(
    site: ServedSite, visit: Callable[..., Page]
) -> None:
    """There lazy pictures begin with the printing; in other engines, which do so themselves, nothing is touched."""
    page = visit(site, "pins/moon-moth/", WIDE)
    lazy = page.evaluate(_LAZY)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(_LAZY) == lazy
    page.context.add_init_script(_APPLE)
    page.reload(wait_until="load")
    assert page.evaluate(_WITHOUT) > 8
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    until(page, lambda: page.evaluate(_WITHOUT) == 0)


@pytest.mark.parametrize("path", ["", "pins/", "series/", "editions/"])
def test_no_heading_and_no_foot_stands_alone(site: ServedSite, visit: Callable[..., Page], path: str) -> None:
    """What a heading stands above begins on its sheet, and the last sheet is not the foot alone."""
    page = visit(site, path, WIDE)
    headings = page.locator(".band > h2").all_inner_texts()
    words = [_words(sheet).split() for sheet in _sheets(page)]
    assert len(words[-1]) > 14 or len(words) == 1
    for heading in headings:
        for sheet in words:
            assert sheet[-len(heading.split()) :] != heading.split()


def test_the_list_of_pins_is_one_sheet(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Two dozen pins and the foot have room on one."""
    assert len(_sheets(visit(site, "pins/", WIDE))) == 1


def test_title_and_picture_open_the_first_sheet(site: ServedSite, visit: Callable[..., Page]) -> None:
    """The home page's large picture stands below its title, and a story begins below its own."""
    for path in ("", "stories/the-two-forty-ones/"):
        first = _sheets(visit(site, path, WIDE))[0]
        assert any(True for _ in first.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=8))
    assert "Sixty pins, sixty cards" in " ".join(_words(first).split())


def test_pictures_stand_at_the_edge_of_their_words(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Mounts have a ground on a screen only: without it a picture would hang in the air beside its title."""
    page = visit(site, "pins/", WIDE)
    page.emulate_media(media="print")
    card = page.locator(".card").first
    edges = [card.locator(part).bounding_box() for part in ("img", ".card-title")]
    assert all(edges)
    assert abs(edges[0]["x"] - edges[1]["x"]) < 0.5  # type: ignore[index]
