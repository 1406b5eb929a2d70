"""A visitor's board: pins at their true relative size, moved by mouse, touch, keys and buttons, kept, shared, saved."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

from axe import findings
from pages import PHONE, REFUSED, WIDE, ServedSite, in_atelier, right_to_left
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

Visit = Callable[..., Page]
PLACE = "pinsite board /"


def kept(page: Page) -> list[tuple[str, float, float, float]]:
    """Return what lies on the board that the browser keeps, from back to front."""
    told = json.loads(page.evaluate(f"localStorage.getItem('{PLACE}')") or '{"pins":[]}')
    return [(one["key"], one["x"], one["y"], one["turn"]) for one in told["pins"]]


def lay(page: Page, *pins: tuple[str, int, int, int], ground: str = "cork") -> None:
    """Let the browser keep a board, and show the page anew."""
    board = {"ground": ground, "pins": [{"key": k, "x": x, "y": y, "turn": t} for k, x, y, t in pins]}
    page.evaluate("([place, text]) => localStorage.setItem(place, text)", [PLACE, json.dumps(board)])
    page.reload()
    ready(page)


def ready(page: Page) -> None:
    """Wait until the pins are drawn."""
    expect(page.locator("#board[data-ready]")).to_be_visible()


def box(pin: Locator) -> dict[str, float]:
    """Return where something is on the screen."""
    found = pin.bounding_box()
    assert found is not None
    return dict(found)


def test_pins_are_dragged_and_moved_by_keys_and_buttons(site: ServedSite, visit: Visit) -> None:
    """From the page of a pin to the board; each way of moving tells where the pin is; all of it is kept."""
    page = visit(site, "pins/moon-moth/")
    page.get_by_role("link", name="Lay it on a board").click()
    ready(page)
    assert kept(page) == [("moon-moth", 30, 30, 0)]
    lay(page, ("moon-moth", 60, 60, 0), ("barn-owl", 60, 60, 0))
    moth, owl = (page.get_by_role("button", name=name) for name in ("Moon Moth:", "Barn Owl:"))
    # 40 x 36 mm beside 27 x 42 mm on a board of 240.
    wide = box(page.locator(".board-field"))["width"]
    sizes = [round(box(pin)[side] * 240 / wide) for pin in (moth, owl) for side in ("width", "height")]
    assert sizes == [40, 36, 27, 42]
    at = box(owl)
    page.mouse.move(at["x"] + 9, at["y"] + at["height"] / 2)
    page.mouse.down()
    page.mouse.move(at["x"] + 9 + wide / 4, at["y"] + at["height"] / 2, steps=3)
    page.mouse.up()
    assert kept(page) == [("moon-moth", 60, 60, 0), ("barn-owl", 120, 60, 0)]
    expect(page.get_by_role("status")).to_have_text(
        "Barn Owl: 120 mm from the left, 60 mm from the top, turned by 0 degrees"
    )
    moth.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    assert kept(page)[0] == ("moon-moth", 62, 70, 0)
    expect(page.locator(".board-pin:focus")).to_have_accessible_name(
        "Moon Moth: 62 mm from the left, 70 mm from the top, turned by 0 degrees"
    )
    for name in ("To the left", "Up", "Turn to the left", "To the front"):
        page.get_by_role("button", name=name, exact=True).click()
    assert kept(page) == [("barn-owl", 120, 60, 0), ("moon-moth", 60, 68, 345)]
    page.get_by_role("radio", name="Lanyard").check()
    page.reload()
    ready(page)
    expect(page.get_by_role("radio", name="Lanyard")).to_be_checked()
    for (width, height), scheme in ((WIDE, "light"), (PHONE, "dark")):
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.locator(".board-pin").last.focus()
        assert findings(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Delete")
    assert [one[0] for one in kept(page)] == ["barn-owl"]
    page.get_by_role("button", name="Clear the board").click()
    assert kept(page) == []
    expect(page.locator(".board-empty")).to_be_visible()
    assert findings(page, within="#board") == []
    page.get_by_role("button", name="Bring back the board before").click()
    assert [one[0] for one in kept(page)] == ["barn-owl"]


@in_atelier
def test_a_finger_drags(site: ServedSite, visit: Visit) -> None:
    """On a phone a pin follows the finger, in a page that reads from right to left, too."""
    page = visit(site, "board/", PHONE, rewrite=right_to_left, has_touch=True, is_mobile=True)
    touch = page.context.new_cdp_session(page)
    # Where the machine is busy, a finger that has not moved yet is taken for a long press, and the touch is cancelled.
    for _ in range(3):
        lay(page, ("moon-moth", 60, 60, 0))
        at, wide = box(page.locator(".board-pin")), box(page.locator(".board-field"))["width"]
        x, y = at["x"] + at["width"] / 2, at["y"] + at["height"] / 2
        for kind, moved in (("touchStart", 0), ("touchMove", wide / 8), ("touchMove", wide / 4)):
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x + moved, "y": y}]})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        if kept(page)[0][1:3] != (60, 60):
            break
    expect(page.get_by_role("status")).to_contain_text("Moon Moth: 120 mm")
    assert kept(page)[0][1:3] == (120, 60)
    # A tap that follows a gesture so shortly may be taken for a part of it.
    page.get_by_role("button", name="To the right", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Moon Moth: 122 mm")
    page.get_by_role("button", name="Moon Moth:").press("ArrowRight")
    expect(page.get_by_role("status")).to_contain_text("Moon Moth: 124 mm")
    assert kept(page)[0][1:3] == (124, 60)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@in_atelier
def test_a_board_is_shared_and_saved_as_a_picture(site: ServedSite, visit: Visit) -> None:
    """The link holds all of it; the stranger's own board stays until it is taken over; the picture shows the pins."""
    page = visit(site, "board/")
    lay(page, ("moon-moth", 120, 90, 0), ("moon-moth:gold", 60, 60, 15), ground="felt")
    page.wait_for_function("document.getElementById('board-link').value.includes('#board=d')")
    link = page.get_by_label("Link", exact=True).input_value()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a picture").click()
    expect(page.get_by_role("status")).to_have_text("The picture is being saved.")
    assert findings(page, within="#board") == []
    picture = Image.open(io.BytesIO(Path(download.value.path()).read_bytes())).convert("RGB")
    assert picture.size == (2400, 1800)
    # In the middle of the moth is no felt, at the edge of the board is nothing else.
    body, felt = (picture.resize((24, 18)).getpixel(at) for at in ((12, 9), (22, 16)))
    assert felt[1] > felt[0] and body[0] > body[1], (felt, body)
    stranger = visit(site, "board/")
    lay(stranger, ("barn-owl", 50, 50, 0))
    stranger.goto(link)
    expect(stranger.get_by_role("heading", name="A board that somebody shared")).to_be_visible()
    expect(stranger.locator(".board-pin")).to_have_count(2)
    assert stranger.locator(".board-pin:enabled").count() == 0
    assert kept(stranger) == [("barn-owl", 50, 50, 0)]
    assert findings(stranger) == []
    stranger.get_by_role("button", name="Take it over").click()
    expect(stranger.get_by_role("status")).to_contain_text("It is your board now")
    assert kept(stranger) == [("moon-moth", 120, 90, 0), ("moon-moth:gold", 60, 60, 15)]
    stranger.get_by_role("button", name="Bring back the board before").click()
    assert kept(stranger) == [("barn-owl", 50, 50, 0)]
    stranger.goto(link[:-9])
    expect(stranger.get_by_role("status")).to_contain_text("is broken")


@in_atelier
def test_the_storage_and_the_script_may_be_missing(site: ServedSite, visit: Visit) -> None:
    """Refused and full storage, damaged content and no script are said plainly; two tabs follow one another."""
    page = visit(site, "board/", java_script_enabled=False)
    assert page.locator("main :is(button, input, select):visible").count() == 0
    assert page.locator("main noscript a").count() == 2
    page = visit(site, "board/")
    page.evaluate("place => localStorage.setItem(place, '{broken')", PLACE)
    page.reload()
    ready(page)
    expect(page.get_by_role("alert").locator("p:visible")).to_contain_text("put aside")
    assert page.evaluate("place => localStorage.getItem(`${place} (damaged)`)", PLACE) == "{broken"
    lay(page, ("moon-moth", 60, 60, 0))
    there = page.context.new_page()
    there.goto(site.address + "board/")
    ready(there)
    page.get_by_role("button", name="Moon Moth:").press("ArrowLeft")
    expect(there.get_by_role("button", name="Moon Moth: 58 mm")).to_be_visible()
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    page.get_by_role("button", name="Moon Moth:").press("ArrowLeft")
    expect(page.get_by_role("button", name="Moon Moth: 56 mm")).to_be_visible()
    expect(page.get_by_role("alert").locator("p:visible")).to_contain_text("storage is full")
    assert findings(page, within="#board") == []
    stranger = visit(site, "404.html")
    stranger.add_init_script(REFUSED)
    stranger.goto(site.address + "board/#add=moon-moth")
    ready(stranger)
    expect(stranger.get_by_role("alert").locator("p:visible")).to_contain_text("does not let the site keep")
    stranger.get_by_role("button", name="Moon Moth:").press("ArrowRight")
    expect(stranger.get_by_role("button", name="Moon Moth: 32 mm")).to_be_visible()
    stranger.get_by_role("radio", name="Felt").check()
    expect(stranger.get_by_role("button", name="Moon Moth: 32 mm")).to_be_visible()
    stranger.get_by_role("button", name="Clear the board").click()
    expect(stranger.locator(".board-pin")).to_have_count(0)


@in_atelier
def test_opened_as_files_the_tools_say_what_they_cannot(site: ServedSite, browser: Browser) -> None:
    """Marks, coins and the gallery work; what the catalogue would have to tell is missing, and is said to be."""
    page = browser.new_page(viewport={"width": WIDE[0], "height": WIDE[1]}, reduced_motion="reduce")
    pin, board, mine = (
        (site.folder / path / "index.html").as_uri() for path in ("pins/moon-moth", "board", "collection")
    )
    page.goto(pin)
    page.locator("[data-collect='moon-moth']").get_by_role("button", name="Have", exact=True).first.click()
    page.reload()
    marked = page.locator("[data-collect='moon-moth']").get_by_role("button", name="Have", exact=True)
    expect(marked.first).to_have_attribute("aria-pressed", "true")
    beside = page.get_by_label("Beside")
    beside.scroll_into_view_if_needed()
    expect(beside.locator("[data-fetched]")).to_have_count(0)
    beside.select_option("EUR-1")
    expect(page.locator("#true-size .cut")).to_have_count(2)
    page.locator("a.zoom").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Turn over").click()
    expect(page.get_by_role("dialog").locator("output")).not_to_have_text(re.compile("^1 /"))
    page.goto(mine)
    expect(page.locator("#owned .owned-title")).to_have_text("Moon Moth")
    expect(page.locator(".collect-said")).to_contain_text("data could not be read")
    page.goto(board + "#add=moon-moth")
    ready(page)
    said = page.locator(".board-said")
    expect(said).to_contain_text("data could not be read")
    expect(page.locator(".board-empty")).to_be_visible()
    page.get_by_role("button", name="Save as a picture").click()
    expect(said).to_contain_text("does not let this page make a picture")
    page.close()
