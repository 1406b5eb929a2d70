"""Pictures are enlarged in a dialog: by mouse, finger and keyboard, front and back, with the lights on and off."""

from __future__ import annotations

import re
from collections.abc import Callable

from axe import findings
from pages import PHONE, WIDE, ServedSite, in_atelier, right_to_left, until
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
    assert findings(page, within="dialog[open]") == []
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
    assert findings(page, within="dialog[open]") == []
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


@in_atelier
def test_two_fingers_bring_it_nearer_and_turn_nothing(site: ServedSite, visit: Visit) -> None:
    """While it is near by pinching, a finger moves what is shown; the true size says that it is none now."""
    phone = visit(site, PIN, PHONE, has_touch=True, is_mobile=True)
    fingers = phone.context.new_cdp_session(phone)

    def pinch(factor: float) -> None:
        near = phone.evaluate("visualViewport.scale")
        fingers.send(
            "Input.synthesizePinchGesture", {"x": 180 / near, "y": 300 / near, "scaleFactor": factor}
        )

    place = opened(phone).locator("output")
    pinch(2.5)
    until(phone, lambda: phone.evaluate("visualViewport.scale") > 1.5)
    expect(place).to_have_text("1 / 8")
    expect(phone.get_by_role("dialog")).to_have_class(re.compile("zoomed-pinched"))
    assert phone.locator(".zoomed-near").count() == 0, "two fingers are no press"
    before = phone.evaluate("visualViewport.pageLeft")
    swipe(phone, -150)
    until(phone, lambda: phone.evaluate("visualViewport.pageLeft") > before)
    expect(place).to_have_text("1 / 8")
    expect(phone.locator(".true-state")).to_have_text("Enlarged with two fingers: not the true size now.")
    pinch(0.2)
    until(phone, lambda: phone.evaluate("visualViewport.scale") < 1.01)
    swipe(phone, -150)
    expect(place).to_have_text("2 / 8")
    phone.keyboard.press("+")
    expect(phone.locator(".zoomed-near")).to_have_count(1)
    assert findings(phone, within="dialog[open]") == []


@in_atelier
def test_from_right_to_left(site: ServedSite, visit: Visit) -> None:
    """What comes next lies to the left: for a finger, for the arrow keys, and for the buttons."""
    phone = visit(site, PIN, PHONE, rewrite=right_to_left, has_touch=True, is_mobile=True)
    dialog = opened(phone)
    place = dialog.locator("output")
    for across, at in ((150, 2), (150, 3), (-150, 2)):
        swipe(phone, across)
        expect(place).to_have_text(f"{at} / 8")
    for key, at in (("ArrowLeft", 3), ("ArrowRight", 2)):
        phone.keyboard.press(key)
        expect(place).to_have_text(f"{at} / 8")
    after, before = (dialog.get_by_role("button", name=f"{name} picture") for name in ("Next", "Previous"))
    boxes = after.bounding_box(), before.bounding_box()
    assert boxes[0] and boxes[1] and boxes[0]["x"] < boxes[1]["x"] and after.inner_text() == "←"
    after.tap()
    expect(place).to_have_text("3 / 8")
    phone.keyboard.press("Escape")
    phone.get_by_label("Beside").select_option("card")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert findings(phone, within="#true-size") == []


@in_atelier
def test_with_the_colours_of_the_reader(site: ServedSite, visit: Visit) -> None:
    """With forced colours each tool keeps telling what is chosen, without a word that cannot be read."""
    page = visit(site, PIN, forced_colors="active")
    marks = page.locator("[data-collect='moon-moth'] .marks").first
    marks.get_by_role("button", name="Have", exact=True).click()
    look = "one => { const { borderColor, borderWidth } = getComputedStyle(one); return borderColor + borderWidth }"
    dot = "one => getComputedStyle(one, '::before').backgroundColor"
    for told in (look, dot):
        said = [marks.get_by_role("button", name=n, exact=True).evaluate(told) for n in ("Have", "Want")]
        assert said[0] != said[1]
    page.get_by_label("Beside").select_option("EUR-1")
    coin = page.locator(".coin").evaluate(
        "one => [one.querySelector('circle'), one.querySelector('text')].map((part) => getComputedStyle(part).fill)"
    )
    assert coin[0] != coin[1]
    dialog = opened(page)
    dialog.get_by_role("button", name="Lights off").click()
    pressed = dialog.get_by_role("button", name="Lights off").evaluate(
        "one => { const { color, backgroundColor } = getComputedStyle(one); return [color, backgroundColor] }"
    )
    assert contrast(*pressed) >= 4.5, pressed
    page.goto(site.address + "board/#add=moon-moth,barn-owl")
    pins = page.locator(".board-pin")
    expect(pins).to_have_count(2)
    pins.first.focus()
    ring = "one => { const { outlineColor, boxShadow } = getComputedStyle(one); return [outlineColor, boxShadow] }"
    colour, shadow = pins.first.evaluate(ring)
    assert colour == "rgb(255, 255, 255)" and shadow.startswith("rgb(0, 0, 0)"), "seen on any ground"
    page.get_by_role("radio", name="Felt").check()
    page.goto(site.address + "search/?plating=gold")
    expect(page.get_by_role("button", name="Take back: Gold")).to_be_visible()
    page.locator(".search-facet[data-field=colours] summary").click()
    dots = page.locator(".search-terms .search-dot circle")
    expect(dots.nth(1)).to_be_visible()
    fills = dots.evaluate_all("all => all.map((one) => getComputedStyle(one).fill)")
    assert len(set(fills)) == len(fills) > 1


def contrast(*colours: str) -> float:
    """Return the contrast of two colours as browsers tell them."""
    light = []
    for colour in colours:
        channels = [int(one) / 255 for one in re.findall(r"\d+", colour)[:3]]
        red, green, blue = (
            one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels
        )
        light.append(0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    return max(light) / min(light)


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
