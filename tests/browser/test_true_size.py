"""A pin has its true size on a screen that was measured with a card, and on paper; else the page says so."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from axe import findings
from pages import PHONE, REFUSED, WIDE, ServedSite, in_vitrine, until
from playwright.sync_api import Page, expect

PIN = "pins/moon-moth/"
MM = (40.0, 36.0)  # as its record says
CARD = 85.6
#: Pixels of CSS in a millimetre, as browsers have it.
USUAL = 96 / 25.4
GUESS = "Only a guess at the true size: this screen has not been measured."
TRUE = "True size on this screen."
#: What lies beside the pin: the choice, its millimetres, and how they are told.
KNOWN = (
    ("JPY-100", 22.6, "22.6\u202fmm"),
    ("EUR-1", 23.25, "23.25\u202fmm"),
    ("GBP-1", 23.43, "23.43\u202fmm"),
    ("USD-0.25", 24.26, "24.26\u202fmm"),
    ("card", CARD, "85.6 × 53.98\u202fmm"),
)
#: Browsers that keep nothing.
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
#: Objects in a PDF.
LINE, PICTURE = 2, 3
UNKEPT = "This browser keeps nothing: measured until you leave this page."
Visit = Callable[..., Page]


def width(page: Page, number: int = 0) -> float:
    """Return how many pixels the pin, or what lies beside it, is across."""
    box = page.locator("#true-size .cut").nth(number).bounding_box()
    assert box is not None
    return box["width"]


def says(page: Page, text: str) -> None:
    expect(page.locator(".true-state")).to_have_text(text)


def metrics(page: Page, size: tuple[int, int], ratio: float, screen: tuple[int, int]) -> None:
    """Give the page another window, ratio and screen, as zooming or moving to another screen does."""
    session = page.context.new_cdp_session(page)
    changed = {"width": size[0], "height": size[1], "deviceScaleFactor": ratio, "mobile": False}
    session.send("Emulation.setDeviceMetricsOverride",
                 {**changed, "screenWidth": screen[0], "screenHeight": screen[1]})  # fmt: skip


def measure(page: Page, more: int = 20) -> float:
    """Measure the screen with the keyboard alone; return how many pixels a millimetre has from then on."""
    opener = page.get_by_role("button", name="Measure this screen")
    opener.focus()
    page.keyboard.press("Enter")
    slider = page.get_by_role("slider", name="Size of the outline")
    expect(slider).to_be_focused()
    for _ in range(more):
        page.keyboard.press("+")
    page.keyboard.press("ArrowLeft")
    long = float(slider.input_value())
    outline = page.locator(".measure-card").bounding_box()
    assert outline and max(outline["width"], outline["height"]) == pytest.approx(long, abs=0.1)
    assert max(outline.values()) and outline["width"] / outline["height"] == pytest.approx(
        CARD / 53.98, rel=0.001
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="It fits")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()
    return long / CARD


def test_a_screen_is_measured_once_and_with_the_keyboard_alone(site: ServedSite, visit: Visit) -> None:
    """Before, the size is called a guess; after, it is true, also zoomed, on every page, until forgotten."""
    page = visit(site, PIN)
    says(page, GUESS)
    assert width(page) == pytest.approx(MM[0] * USUAL, abs=0.1)
    scale = measure(page)
    assert scale == pytest.approx((USUAL * CARD + 19.5) / CARD, abs=0.01)
    says(page, TRUE)
    assert findings(page, within="#true-size") == []
    assert width(page) == pytest.approx(MM[0] * scale, abs=0.1)
    page.goto(site.address + "pins/barn-owl/")
    says(page, TRUE)
    page.goto(site.address + "de/" + PIN)
    says(page, "Wahre Größe auf diesem Bildschirm.")
    assert width(page) == pytest.approx(MM[0] * scale, abs=0.1)
    page.goto(site.address + PIN)
    screen = page.evaluate("[screen.width, screen.height]")
    metrics(page, (640, 450), 2, screen)
    says(page, TRUE)
    until(page, lambda: width(page) == pytest.approx(MM[0] * scale / 2, abs=0.1))
    metrics(page, WIDE, 1, (2560, 1440))
    says(page, "Another screen than the one that was measured: only a guess at the true size.")
    metrics(page, WIDE, 1, screen)
    page.locator("#true-size-title").hover()
    says(page, TRUE)
    page.get_by_role("button", name="Measure this screen").click()
    assert findings(page) == []
    page.emulate_media(color_scheme="dark", forced_colors="active")
    metrics(page, PHONE, 1, screen)
    assert findings(page) == []
    page.get_by_role("button", name="Forget this screen").click()
    says(page, GUESS)
    page.reload()
    says(page, GUESS)


def test_something_known_lies_beside_it(site: ServedSite, visit: Visit) -> None:
    """A coin, a card and another pin have the scale of the pin, are named with their size, and are remembered."""
    page = visit(site, PIN, locale="ja-JP")
    chosen = page.get_by_label("Beside")
    chosen.scroll_into_view_if_needed()
    first = chosen.locator("optgroup").first
    expect(first).to_have_attribute("label", "Japanese Yen")
    stage = page.get_by_role("group", name="Side by side")
    for option, across, said in KNOWN:
        chosen.select_option(option)
        assert width(page, 1) / width(page) == pytest.approx(across / MM[0], rel=0.002)
        expect(stage).to_contain_text(said)
        if option == "EUR-1":
            assert findings(page, within="#true-size") == []
    assert findings(page) == []
    chosen.select_option(label="Sun Moth")
    expect(stage.get_by_role("link", name="Sun Moth")).to_be_visible()
    assert width(page, 1) / width(page) == pytest.approx(40 / MM[0], rel=0.002)
    page.reload()
    expect(stage.get_by_role("link", name="Sun Moth")).to_be_visible()
    page.emulate_media(color_scheme="dark")
    assert findings(page) == []
    chosen.select_option("find")
    field = page.get_by_role("searchbox", name="Find a pin")
    expect(page.locator(".true-find button")).to_have_count(8)
    field.fill("astrolabes")
    expect(page.locator(".true-find [role=status]")).to_have_text(re.compile("^Astrolabe"))
    assert findings(page) == []
    field.press("Tab")
    page.keyboard.press("Enter")
    expect(chosen).to_be_focused()
    expect(field).to_be_hidden()
    expect(stage.get_by_role("link", name="Astrolabe")).to_have_attribute("href", "../../pins/astrolabe/")
    expect(page.locator("#true-size .cut")).to_have_count(2)
    chosen.select_option("find")
    field.fill("zyzzyva")
    expect(page.locator(".true-find [role=status]")).to_have_text("Nothing found.")
    assert findings(page, within="#true-size") == []
    page.route("**/pins/barn-owl/**", lambda route: route.abort("aborted"))
    chosen.select_option(label="Barn Owl")
    says(page, f"{GUESS} It could not be loaded.")
    chosen.select_option(label="nothing")
    expect(page.locator("#true-size .cut")).to_have_count(1)


@in_vitrine
@pytest.mark.parametrize("trouble", [pytest.param(REFUSED, id="refused"), pytest.param(FULL, id="full")])
def test_a_browser_that_keeps_nothing(site: ServedSite, visit: Visit, trouble: str) -> None:
    """The tool works for the page, and says that it is for the page."""
    page = visit(site, PIN)
    page.add_init_script(trouble)
    page.reload()
    scale = measure(page, 7)
    says(page, f"{TRUE} {UNKEPT}")
    page.get_by_label("Beside").select_option("EUR-2")
    assert width(page) == pytest.approx(MM[0] * scale, abs=0.1)
    page.reload()
    says(page, GUESS)


def test_on_a_phone_the_card_stands_upright(site: ServedSite, visit: Visit) -> None:
    """A card is wider than a phone; what is touched is large enough, and nothing makes the page scroll sideways."""
    page = visit(site, PIN, PHONE, has_touch=True, is_mobile=True, device_scale_factor=3)
    page.get_by_label("Beside").select_option("card")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Measure this screen").tap()
    outline = page.locator(".measure-card").bounding_box()
    assert outline and outline["height"] > outline["width"] and outline["x"] + outline["width"] <= PHONE[0]
    page.get_by_role("button", name="Larger").tap()
    page.get_by_role("button", name="Turn the outline").tap()
    turned = page.locator(".measure-card").bounding_box()
    assert turned and turned["width"] > turned["height"]
    for one in (
        page.locator("dialog[open] :is(button, input), #true-size :is(button, select, a)")
        .filter(visible=True)
        .all()
    ):
        box = one.bounding_box()
        assert box and box["width"] >= 24 and box["height"] >= 24, one.inner_text()
    page.get_by_role("button", name="It fits").tap()
    says(page, TRUE)


def test_without_script_it_is_called_about_true(site: ServedSite, visit: Visit) -> None:
    """The pin has the millimetres of the browser; nothing that needs a script is offered."""
    page = visit(site, PIN, java_script_enabled=False)
    assert width(page) == pytest.approx(MM[0] * USUAL, abs=0.1)
    says(page, "About true size: screens differ. Printed without scaling, it is exact.")
    expect(page.get_by_role("button", name="Measure this screen")).to_be_hidden()
    expect(page.get_by_label("Beside")).to_be_hidden()


def on_paper(file: Path, kind: int) -> list[tuple[float, float]]:
    """Return width and height in millimetres of the pictures, or of the lines, of a PDF."""
    boxes = []
    for sheet in pdfium.PdfDocument(file):
        for one in sheet.get_objects(filter=[kind], max_depth=12):
            left, bottom, right, top = one.get_bounds()
            boxes.append(((right - left) / 72 * 25.4, (top - bottom) / 72 * 25.4))
    return boxes


def test_on_paper_it_is_exact(site: ServedSite, visit: Visit, tmp_path: Path) -> None:
    """In the PDF the metal, a coin, a card and the line to check by have their millimetres."""
    page = visit(site, PIN)
    measure(page, 60)
    # What is too wide for the sheet must not shrink it.
    page.locator(".pin-body").evaluate("""one => {
      const wide = document.createElement('p');
      wide.textContent = 'wide';
      wide.style.setProperty('inline-size', '400mm');
      one.append(wide);
    }""")
    box, mm, whole = page.locator(".cut").first.evaluate("""one => [
      one.getAttribute('viewBox').split(' ').map(Number), one.dataset.mm.split(' ').map(Number),
      ['width', 'height'].map((side) => Number(one.querySelector('image').getAttribute(side)))]""")
    assert mm == list(MM)
    wanted = (whole[0] / box[2] * mm[0], whole[1] / box[3] * mm[1])
    for option, size in (("EUR-1", (23.25, 23.25)), ("card", (CARD, 53.98))):
        page.get_by_label("Beside").select_option(option)
        page.pdf(path=tmp_path / "pin.pdf", format="A4")
        pictures, lines = on_paper(tmp_path / "pin.pdf", PICTURE), on_paper(tmp_path / "pin.pdf", LINE)
        assert [one for one in pictures if one == pytest.approx(wanted, abs=0.1)], (wanted, pictures)
        assert [one for one in lines if one == pytest.approx(size, abs=0.2)], (option, lines)
        assert [one for one in lines if one[0] == pytest.approx(50, abs=0.25) and one[1] < 4], lines
