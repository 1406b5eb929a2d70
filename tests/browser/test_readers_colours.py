"""More contrast, or colours of the reader's own: what is drawn is still seen, and axe finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from axe import findings
from pages import PAGES, ServedSite
from PIL import Image
from playwright.sync_api import Locator, Page

#: What is drawn and not written, by page.
_DRAWN = {
    "pin with variants": (".counter :is(.field, .bar)", ".swatch", ".mark[aria-pressed=true]"),
    "editions": (".counter-small .bar", "select"),
    "search": ("input[type=search]", "button[type=submit]"),
}
_OUTLINE = """() => { const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
  return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor; }"""
_FOCUSED = 12


def test_drawings_are_seen_in_the_readers_own_colours(site: ServedSite, visit: Callable[..., Page]) -> None:
    """With forced colours counters, swatches, toggles and fields stand out from the ground, and the focus is seen."""
    for kind, drawings in _DRAWN.items():
        page = visit(site, PAGES[kind], forced_colors="active", contrast="more", color_scheme="dark")
        if kind == "pin with variants":
            page.locator("[data-mark]").first.click()
        assert findings(page) == [], kind
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        for drawing in drawings:
            assert _stands_out(page.locator(drawing).first), f"{kind}: {drawing} on {ground}"
        for _ in range(_FOCUSED):
            page.keyboard.press("Tab")
            assert page.evaluate(_OUTLINE) not in (False, ground), kind


def test_more_contrast_is_more(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Who asks for more contrast gets seven to one in all text, light and dark."""
    for kind in ("home", "pin with variants", "search", "story"):
        page = visit(site, PAGES[kind], contrast="more")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert findings(page, ("color-contrast-enhanced",)) == [], f"{kind}, {scheme}"


def _stands_out(drawing: Locator) -> bool:
    """Tell whether what is drawn there is lighter or darker than its ground, three to one."""
    drawing.scroll_into_view_if_needed()
    picture = Image.open(BytesIO(drawing.screenshot())).convert("RGB")
    lights = sorted({_luminance(colour) for _, colour in picture.getcolors(picture.width * picture.height)})
    return (lights[-1] + 0.05) / (lights[0] + 0.05) >= 3


def _luminance(colour: tuple[int, int, int]) -> float:
    linear = [
        (part / 255 / 12.92) if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
