"""Pictures are enlarged in a dialog: by mouse, finger and keyboard, front and back, with the lights on and off."""

from __future__ import annotations

from collections.abc import Callable

from axe import findings
from pages import PHONE, WIDE, ServedSite, until
from playwright.sync_api import Locator, Page, expect

PIN = "pins/moon-moth/"
Visit = Callable[..., Page]


def opened(page: Page) -> Locator:
    page.locator("a.zoom").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def swipe(page: Page, across: int, down: int = 0) -> None:
    """Move a finger over the picture."""
    session = page.context.new_cdp_session(page)
    x, y = 180, 300
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 6):
        point = {"x": x + across * step / 5, "y": y + down * step / 5}
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_with_the_keyboard(site: ServedSite, visit: Visit) -> None:
    """Arrows, Home and End turn, plus and minus go near and far, Escape gives the focus back."""
    page = visit(site, PIN)
    link = page.locator("a.zoom").nth(1)
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    total = page.locator("article a.zoom, .variants a.zoom").count()
    place, image, view = dialog.locator("output"), dialog.locator("img"), dialog.locator(".zoomed-view")
    for key, at in (("End", total), ("ArrowRight", 1), ("ArrowLeft", total), ("Home", 1)):
        page.keyboard.press(key)
        expect(place).to_have_text(f"{at} / {total}")
        expect(view).to_have_accessible_name(image.get_attribute("alt") or "")
        expect(dialog.locator(".zoomed-alt")).to_have_text(image.get_attribute("alt") or "")
    fitting = image.bounding_box()
    assert fitting and fitting["height"] <= WIDE[1] and fitting["width"] <= WIDE[0]
    page.keyboard.press("+")
    page.keyboard.press("+")
    page.keyboard.press("+")
    near = image.bounding_box()
    assert near and near["width"] > 2 * min(WIDE)
    expect(dialog.get_by_role("button", name="Enlarge")).to_be_disabled()
    view.focus()
    before = view.evaluate("one => one.scrollLeft")
    page.keyboard.press("ArrowRight")
    until(page, lambda: view.evaluate("one => one.scrollLeft") > before)
    expect(place).to_have_text(f"1 / {total}")
    page.keyboard.press("-")
    page.keyboard.press("-")
    expect(dialog.get_by_role("button", name="Smaller")).to_be_disabled()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_front_and_back_and_the_lights(site: ServedSite, visit: Visit) -> None:
    """A button turns the pin over and back; another turns the lights off, and the room with them."""
    page = visit(site, PIN)
    dialog = opened(page)
    image, over, lights = (
        dialog.locator("img"),
        dialog.get_by_role("button", name="Turn over"),
        dialog.get_by_role("button", name="Lights off"),
    )
    sides = {
        role: page.locator(f".gallery .figure-{role} img").first.get_attribute("alt") or ""
        for role in ("front", "back", "lights-off")
    }
    paper = dialog.evaluate("one => getComputedStyle(one).backgroundColor")
    expect(over).to_have_attribute("aria-pressed", "false")
    over.press("Enter")
    expect(image).to_have_attribute("alt", sides["back"])
    expect(over).to_have_attribute("aria-pressed", "true")
    expect(over).to_be_focused()
    lights.click()
    expect(image).to_have_attribute("alt", sides["lights-off"])
    expect(dialog.locator(".zoomed-caption p").first).to_have_text("Lights off")
    assert dialog.evaluate("one => getComputedStyle(one).backgroundColor") != paper
    assert findings(page) == []
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.emulate_media(color_scheme="dark", forced_colors="active")
    assert findings(page) == []
    lights.click()
    expect(image).to_have_attribute("alt", sides["front"])
    over.focus()
    page.keyboard.press("End")
    expect(over).to_be_hidden()
    assert dialog.evaluate("one => one.contains(document.activeElement)"), (
        "a variant has no back: focus stays"
    )
    page.goto(site.address + "pins/barn-owl/")
    expect(opened(page).get_by_role("button", name="Lights off")).to_be_hidden()


def test_with_a_finger_and_with_the_mouse(site: ServedSite, visit: Visit) -> None:
    """A swipe turns, up and down does not; a press goes near to its place, a drag of the mouse moves it."""
    phone = visit(site, PIN, PHONE, has_touch=True, is_mobile=True)
    dialog = opened(phone)
    place = dialog.locator("output")
    for across, down, at in ((-150, 10, 2), (-150, -20, 3), (120, 0, 2), (20, 0, 2), (60, 200, 2)):
        swipe(phone, across, down)
        expect(place).to_have_text(f"{at} / 8")
    for button in dialog.get_by_role("button").filter(visible=True).all():
        box = button.bounding_box()
        assert box and min(box["width"], box["height"]) >= 24 and box["x"] + box["width"] <= PHONE[0]
    page = visit(site, PIN)
    view = opened(page).locator(".zoomed-view")
    box = view.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.4)
    page.mouse.click(box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.4)
    before = view.evaluate("one => [one.scrollLeft, one.scrollTop]")
    assert before[1] > 0
    page.mouse.move(600, 400)
    page.mouse.down()
    page.mouse.move(560, 340, steps=4)
    page.mouse.up()
    after = view.evaluate("one => [one.scrollLeft, one.scrollTop]")
    assert after[1] > before[1] and page.locator(".zoomed-near").count() == 1
    page.mouse.click(600, 400)
    expect(page.locator(".zoomed-near")).to_have_count(0)


def test_nothing_moves_for_those_who_asked(site: ServedSite, visit: Visit) -> None:
    """A pin is turned over with a movement only where movement is welcome."""
    moving = "one => getComputedStyle(one).animationName"
    for wish, name in (("reduce", "none"), ("no-preference", "turned")):
        page = visit(site, PIN, reduced_motion=wish)
        dialog = opened(page)
        dialog.get_by_role("button", name="Turn over").click()
        assert dialog.locator("img").evaluate(moving) == name
