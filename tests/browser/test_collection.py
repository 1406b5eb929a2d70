"""A visitor's collection: marks on pins, kept in the browser alone, and what can be made of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from zlib import crc32

import pytest
from axe import findings
from pages import PHONE, REFUSED, WIDE, ServedSite, in_atelier, until
from playwright.sync_api import Locator, Page, Route, expect

Visit = Callable[..., Page]

PIN = "pins/moon-moth/"
PLACE = "pinsite collection /"

_FULL = """
  const set = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    if (window.roomAgain) return set.call(this, key, value);
    throw new DOMException('full', 'QuotaExceededError');
  };
"""


def kept(page: Page) -> dict[str, str]:
    """Return the marks that the browser keeps, by key."""
    text = page.evaluate(f"localStorage.getItem('{PLACE}')")
    return {key: entry["marks"] for key, entry in json.loads(text or '{"entries":{}}')["entries"].items()}


def seed(page: Page, marks: dict[str, str], title: str = "") -> None:
    """Let the browser keep marks, and show the page anew."""
    entries = {key: {"marks": one, "title": title, "part": "", "series": ""} for key, one in marks.items()}
    text = json.dumps({"version": 1, "entries": entries})
    page.evaluate("([place, text]) => localStorage.setItem(place, text)", [PLACE, text])
    page.reload()


def mark(box: Page | Locator, name: str) -> Locator:
    """Return a button."""
    return box.get_by_role("button", name=name, exact=True)


def trouble(page: Page) -> Locator:
    """Return what is told of the storage."""
    return page.get_by_role("alert").locator("p:visible")


def ready(page: Page) -> Page:
    """Wait until the page of the collection knows its pins."""
    expect(page.locator("#collection[data-ready]")).to_be_visible()
    return page


def look(page: Page, within: str = "") -> list[str]:
    """Return what axe finds on a wide light screen and on a dark phone, and whether the phone's page is too wide.

    `within` is the part of a page that is in another state than where the whole of it is looked at.
    """
    found = []
    for (width, height), scheme in ((WIDE, "light"), (PHONE, "dark")):
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found += findings(page, within=within)
    found += ["too wide"] * page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    return found


def test_marks_of_a_pin_its_variant_and_its_numbers(site: ServedSite, visit: Visit) -> None:
    """They are pressed by mouse, are kept, mean what collectors mean, and stand in the collection."""
    page = visit(site, PIN)
    own = page.locator("[data-collect='moon-moth']")
    mark(own, "Want").first.click()
    assert kept(page) == {"moon-moth": "w"}
    # Who has it no longer looks for it; what is for trade is had.
    mark(own, "For trade").first.click()
    assert kept(page) == {"moon-moth": "ht"}
    mark(page.locator("[data-collect='moon-moth:gold']"), "Want").first.click()
    own.locator(".copies summary").click()
    for typed, told in (
        ("12", ""),
        ("ap 2", ""),
        ("101", "There is no number 101"),
        ("AP9", "no number AP9"),
        ("0", "no number 0"),
    ):
        own.get_by_label("Number of the copy").fill(typed)
        own.get_by_role("button", name="Add").click()
        expect(own.locator("output")).to_contain_text(told)
    mark(own.get_by_role("group", name="No. 12"), "For trade").click()
    assert kept(page) == {
        "moon-moth": "ht",
        "moon-moth:gold": "w",
        "moon-moth#12": "ht",
        "moon-moth#AP2": "h",
    }
    assert look(page, ".collect") == []
    page.reload()
    expect(mark(own, "Have").first).to_have_attribute("aria-pressed", "true")
    expect(own.locator(".copies summary")).to_have_text("By number: 12, AP2")
    own.get_by_role("link", name="My collection").click()
    ready(page)
    assert page.locator("#owned .owned-title").all_inner_texts() == ["Moon Moth", "Moon Moth, Gold"]
    expect(page.locator("#post")).to_have_value(
        re.compile(r"• Moon Moth, No\. 12 \(edition of 100, 40 × 36 mm\)[\s\S]+ISO[\s\S]+• Moon Moth, Gold")
    )
    page.locator(".missing").first.evaluate("one => { one.closest('details').open = true; }")
    expect(page.locator(".missing li").first).to_be_visible()
    assert look(page) == []


@in_atelier
def test_by_keyboard_alone_on_a_phone(site: ServedSite, visit: Visit) -> None:
    """Space marks and unmarks; a row stays where the focus is, so a slip is undone by the same key; choices narrow."""
    page = visit(site, PIN, PHONE)
    mark(page.locator("[data-collect='moon-moth']"), "Have").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert kept(page) == {"moon-moth": "ht"}
    seed(page, {"moon-moth": "h", "barn-owl": "w", "beadlet": "h"})
    page.goto(site.address + "collection/")
    ready(page)
    button = mark(page.get_by_role("group", name="Beadlet"), "Have")
    button.focus()
    page.keyboard.press("Space")
    assert kept(page) == {"moon-moth": "h", "barn-owl": "w"}
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    assert kept(page)["beadlet"] == "h"
    page.get_by_role("radio", name="All").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#owned > li")).to_have_count(2)
    page.get_by_label("Words").fill("owl")
    expect(page.locator(".none")).to_be_visible()
    assert findings(page, within="#collection") == []


@in_atelier
@pytest.mark.parametrize("path", ["collection/", "de/collection/"])
def test_without_script_it_says_so(site: ServedSite, visit: Visit, path: str) -> None:
    """Nothing stands there that does nothing; the page leads to the lists."""
    page = visit(site, PIN, java_script_enabled=False)
    assert page.locator(".collect:visible").count() == 0
    page.goto(site.address + path)
    assert page.locator("main :is(button, input, select, textarea):visible").count() == 0
    assert page.locator("main noscript a").count() == 3


@in_atelier
def test_storage_refused_and_full_lose_nothing_on_the_page(site: ServedSite, visit: Visit) -> None:
    """It is said plainly; marks stay while the page is open, and are kept as soon as there is room."""
    for script, told in ((REFUSED, "does not let the site keep"), (_FULL, "storage is full")):
        page = visit(site, "404.html")
        page.add_init_script(script)
        page.goto(site.address + PIN)
        own = page.locator("[data-collect='moon-moth']")
        mark(own, "Have").first.click()
        mark(own, "For trade").first.click()
        expect(trouble(page)).to_contain_text(told)
        expect(mark(own, "Have").first).to_have_attribute("aria-pressed", "true")
        assert findings(page) == []
    page.evaluate("window.roomAgain = true")
    mark(own, "Want").first.click()
    expect(trouble(page)).to_have_count(0)
    assert kept(page) == {"moon-moth": "hwt"}


@in_atelier
def test_damaged_content_is_put_aside(site: ServedSite, visit: Visit) -> None:
    """What cannot be read is not written over; it can be saved, and thrown away, on the page of the collection."""
    page = visit(site, "collection/")
    for text, left in (
        ('{"version":1,"entr', {}),
        ('{"version":1,"entries":{"No Id":{"marks":"h"},"barn-owl":{"marks":"h"}}}', {"barn-owl": "h"}),
    ):
        page.evaluate("([place, text]) => localStorage.setItem(place, text)", [PLACE, text])
        page.goto(site.address + PIN)
        own = page.locator("[data-collect='moon-moth']")
        expect(trouble(page)).to_contain_text("put aside, not thrown away")
        mark(own, "Have").first.click()
        assert kept(page) == left | {"moon-moth": "h"}
        page.goto(site.address + "collection/")
        ready(page)
        assert findings(page) == []
        with page.expect_download() as download:
            page.get_by_role("button", name="Save it as a file").click()
        assert text in Path(download.value.path()).read_text("utf-8")
    page.get_by_role("button", name="Throw it away").click()
    page.reload()
    expect(ready(page).get_by_role("button", name="Throw it away")).to_be_hidden()
    page.evaluate('place => localStorage.setItem(place, \'{"version":2,"entries":{}}\')', PLACE)
    page.goto(site.address + PIN)
    mark(own, "Want").first.click()
    expect(trouble(page)).to_contain_text("newer version")
    assert page.evaluate("place => localStorage.getItem(place)", PLACE) == '{"version":2,"entries":{}}'


@in_atelier
def test_two_tabs_stay_true(site: ServedSite, visit: Visit) -> None:
    """What is marked in one tab shows in the other, and neither writes over what the other wrote."""
    here = visit(site, PIN)
    there = here.context.new_page()
    there.goto(site.address + "collection/")
    ready(there)
    mark(here.locator("[data-collect='moon-moth']"), "Have").first.click()
    expect(there.locator("#owned > li")).to_have_count(1)
    mark(there.get_by_role("group", name="Moon Moth", exact=True), "For trade").click()
    expect(mark(here.locator("[data-collect='moon-moth']"), "For trade").first).to_have_attribute(
        "aria-pressed", "true"
    )
    here.goto(site.address + "pins/barn-owl/")
    mark(here.locator("[data-collect='barn-owl']"), "Want").first.click()
    expect(there.locator("#owned > li")).to_have_count(2)
    assert kept(there) == {"moon-moth": "ht", "barn-owl": "w"}


@in_atelier
def test_files_go_out_and_come_back(site: ServedSite, visit: Visit, tmp_path: Path) -> None:
    """JSON and CSV bring back what was saved, into what is there; a bad file changes nothing and says why."""
    page = visit(site, "collection/")
    marks = {"moon-moth": "ht", "moon-moth#12": "h", "moon-moth:gold": "w", "gone-pin": "h"}
    seed(page, marks, '=A "title", that left')
    ready(page)
    saved = {}
    for kind, name in (("json", "Save as JSON"), ("csv", "Save as a table (CSV)")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        saved[kind] = tmp_path / f"saved.{kind}"
        download.value.save_as(saved[kind])
    whole = page.evaluate("place => localStorage.getItem(place)", PLACE)
    told = page.locator(".file-said")
    for file in saved.values():
        page.evaluate("localStorage.clear()")
        page.reload()
        expect(ready(page).locator(".empty")).to_be_visible()
        if file.suffix == ".csv":
            assert look(page) == []
        page.get_by_label("Add from a file").set_input_files(file)
        expect(told).to_have_text(
            "Added: 4. Extended: 0. Already there: 0. Not in this catalogue, but kept: 1."
        )
        assert page.evaluate("place => localStorage.getItem(place)", PLACE) == whole
    merged = "pin;variant;copy;have;want;trade\r\nmoon-moth;gold;;ja;;\r\nbarn-owl;;;;x;\r\n"
    (tmp_path / "merged.csv").write_text(merged, "utf-8")
    page.get_by_label("Add from a file").set_input_files(tmp_path / "merged.csv")
    expect(told).to_contain_text("Added: 1. Extended: 1. Already there: 0.")
    after = marks | {"moon-moth:gold": "hw", "barn-owl": "w"}
    assert kept(page) == after
    for name, text, why in (
        ("cut.json", '{"pinsite":"collection","version":1,"pins":[{"pin":"a"', "begins like JSON"),
        ("other.json", '{"pins":[]}', "not a collection"),
        ("newer.json", '{"pinsite":"collection","version":9,"pins":[]}', "newer version"),
        ("bad.json", '{"pinsite":"collection","version":1,"pins":[{"pin":"a b","have":true}]}', "Row 1"),
        ("other.csv", "name,amount\r\na,1\r\n", "no column named"),
        ("bad.csv", "pin,have\r\nbarn-owl,yes\r\nnight-fox,perhaps\r\n", "Row 3"),
        ("picture.csv", "\x89PNG\r\n\x00", "no column named"),
    ):
        (tmp_path / name).write_text(text, "utf-8")
        page.get_by_label("Add from a file").set_input_files(tmp_path / name)
        expect(told).to_contain_text(why)
        assert kept(page) == after
    assert look(page) == []


def test_a_link_shows_a_list_to_a_stranger(site: ServedSite, visit: Visit) -> None:
    """It holds the whole list; the stranger's own is untouched until it is taken over, and then added to."""
    page = visit(site, "collection/", permissions=["clipboard-read", "clipboard-write"])
    seed(page, {"moon-moth": "ht", "moon-moth#12": "ht", "barn-owl": "w", "beadlet": "h"})
    ready(page).get_by_label("What it shows").select_option("Everything")
    expect(page.get_by_label("Link", exact=True)).to_have_value(re.compile("#list=d"))
    page.locator("[data-copy=share-link]").click()
    expect(page.get_by_role("status").first).to_have_text("Copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    stranger = visit(site, "collection/")
    seed(stranger, {"moon-moth": "w", "barn-owl": "ht", "night-fox": "h"})
    ready(stranger)
    stranger.goto(link)
    expect(stranger.get_by_role("heading", name="A list that somebody shared")).to_be_visible()
    expect(stranger.locator("#owned > li")).to_have_count(3)
    assert stranger.locator("#owned button").count() == 0
    expect(stranger.locator("#owned > li").filter(has_text="Moon Moth")).to_contain_text("You: Want")
    expect(stranger.locator("[data-match=theirs]")).to_have_text("Moon Moth")
    expect(stranger.locator("[data-match=mine]")).to_have_text("Barn Owl")
    assert kept(stranger) == {"moon-moth": "w", "barn-owl": "ht", "night-fox": "h"}
    assert look(stranger) == []
    stranger.get_by_role("button", name="Add it to my collection").click()
    expect(stranger.get_by_role("status").first).to_have_text("Added: 2. Extended: 1. Already there: 1.")
    assert kept(stranger) == {
        "moon-moth": "hwt",
        "moon-moth#12": "ht",
        "barn-owl": "ht",
        "night-fox": "h",
        "beadlet": "h",
    }
    assert urlsplit(stranger.url).fragment == ""
    stranger.goto(link[:-9])
    expect(stranger.get_by_role("status").first).to_contain_text("is broken")


@in_atelier
def test_a_checklist_is_true_to_size(site: ServedSite, visit: Visit) -> None:
    """On paper the metal measures what its record says, in millimetres; the rest of the page stays away."""
    page = visit(site, "collection/")
    page.evaluate("window.print = () => { window.printed = true; }")
    seed(page, {"moon-moth": "h", "barn-owl": "w"})
    ready(page)
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_label("What it lists").select_option("The whole of each series I collect")
    page.get_by_role("button", name="Print the checklist").click()
    page.wait_for_function("window.printed")
    page.emulate_media(media="print")
    checks = page.locator(".check")
    assert checks.count() == 6
    moth = checks.filter(has_text="Moon Moth")
    box = moth.locator(".check-cut").bounding_box()
    ruler = page.locator(".ruler").bounding_box()
    assert box is not None and ruler is not None
    assert [round(box[side] * 25.4 / 96, 1) for side in ("width", "height")] == [40, 36]
    assert round(ruler["width"] * 25.4 / 96, 1) == 50
    assert moth.locator(".check-box").inner_text() == "✓"
    assert page.locator(".listed:visible, .take-away:visible").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".checklist")).to_be_hidden()


@in_atelier
def test_a_changed_address_and_a_pin_that_left(site: ServedSite, visit: Visit) -> None:
    """Marks hold ids: a pin whose slug changed is linked where it is now, one that left is listed by its last title."""
    page = visit(site, "collection/")
    told = json.loads((site.folder / "collection/0.json").read_text("utf-8"))
    told["pins"]["moon-moth"]["path"] = "pins/moth-of-the-moon/"
    page.route("**/collection/0.json", lambda route: route.fulfill(json=told))
    seed(page, {"moon-moth": "h", "lost-pin": "ht"}, "The Last Title")
    rows = ready(page).locator("#owned > li")
    expect(rows.filter(has_text="Moon Moth").get_by_role("link")).to_have_attribute(
        "href", re.compile("pins/moth-of-the-moon/")
    )
    expect(rows.filter(has_text="The Last Title")).to_contain_text("no longer in the catalogue")
    expect(page.locator("#post")).to_have_value(re.compile("• The Last Title"))


def _many(count: int, shelves: int) -> dict[int, dict[str, object]]:
    files: dict[int, dict[str, object]] = {n: {"pins": {}, "series": {}} for n in range(shelves)}
    for n in range(count):
        id = f"pin-{n}"
        pin = {"title": f"Pin {n}", "path": f"pins/{id}/", "series": f"series-{n // 100}", "size": [30, 20]}
        files[crc32(id.encode()) % shelves]["pins"][id] = pin  # type: ignore[index]
    for n in range(count // 100):
        id = f"series-{n}"
        one = {
            "title": f"Series {n}",
            "path": f"series/{id}/",
            "pins": [f"pin-{n * 100 + at}" for at in range(100)],
        }
        files[crc32(id.encode()) % shelves]["series"][id] = one  # type: ignore[index]
    return files


@in_atelier
def test_ten_thousand_pins(site: ServedSite, visit: Visit) -> None:
    """A short list reads the shelves of its pins and no others; a list of all ten thousand is still quick to use."""
    files, asked = _many(10_000, 256), []

    def shelf(route: Route) -> None:
        number = int(re.search(r"/(\d+)\.json", route.request.url)[1])  # type: ignore[index]
        asked.append(number)
        route.fulfill(json=files[number])

    page = visit(
        site, "collection/", rewrite=lambda html: re.sub(r'data-shelves="\d+"', 'data-shelves="256"', html)
    )
    page.route("**/collection/*.json", shelf)
    some = {f"pin-{n}": "h" for n in range(30)}
    seed(page, some)
    ready(page)
    assert set(asked) <= {crc32(id.encode()) % 256 for id in [*some, "series-0"]}
    expect(page.locator(".series-count")).to_have_text("30 of 100")
    seed(page, {f"pin-{n}": "hw"[n % 2] for n in range(10_000)})
    expect(page.locator("#collection[data-ready]")).to_be_visible(timeout=60_000)
    assert page.locator("#owned > li").count() == 48
    seconds = page.evaluate("""() => {
      const words = document.getElementById('words');
      const start = performance.now();
      words.value = 'pin 99';
      words.dispatchEvent(new Event('input', { bubbles: true }));
      const typed = performance.now();
      document.querySelector('#owned .mark').click();
      return [typed - start, performance.now() - typed];
    }""")
    assert max(seconds) < 1500, seconds
    # It is painted first, and written then; who leaves at once has it written, too.
    until(page, lambda: kept(page)["pin-99"] == "h")
    key = page.locator("#owned .marks").nth(1).get_attribute("data-key") or ""
    page.evaluate(
        "() => { document.querySelectorAll('#owned .marks')[1].querySelector('[data-mark=t]').click();"
        "dispatchEvent(new Event('pagehide')); }"
    )
    assert "t" in kept(page)[key]
