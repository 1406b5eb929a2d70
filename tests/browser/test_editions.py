"""The register of editions is narrowed, and a number is found: with keys, by address, on a phone, printed, mirrored."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from pages import PHONE, WIDE, ServedSite, in_atelier, in_vitrine
from playwright.sync_api import Page, expect

#: How many states are cut off, or none where one is not.
_BELOW = """() => {
  const all = [...document.querySelectorAll('.numbers .state')];
  const cut = (one) => getComputedStyle(one.parentElement).overflowY === 'clip'
    && one.getBoundingClientRect().top >= one.parentElement.getBoundingClientRect().bottom - 0.5;
  return all.every(cut) ? all.length : 0;
}"""
#: Text as WCAG 1.4.12 lets a reader space it.
_SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;
  }`);
  document.adoptedStyleSheets = [sheet];
}"""
_MIRROR = """() => { document.documentElement.dir = 'rtl'; }"""
_OUTSIDE = """() => [...document.querySelectorAll('main *')].filter((one) => {
  const { left, right, width } = one.getBoundingClientRect();
  return width > 1 && !one.closest('.hidden') && (left < -1 || right > innerWidth + 1);
}).map((one) => one.className || one.localName)"""


def titles(page: Page) -> list[str]:
    """Return the editions that the register shows."""
    return [text.strip() for text in page.locator("#register .entry-title").all_inner_texts()]


def every_edition(site: ServedSite) -> int:
    """Return how many editions the pages of the register show together."""
    pages = [
        "editions/",
        *(f"editions/page/{n}/" for n in range(2, 9) if (site.folder / f"editions/page/{n}").is_dir()),
    ]
    return sum(site.text(path).count('<li class="entry"') for path in pages)


def test_without_script_every_edition_is_reached(site: ServedSite, visit: Callable[..., Page]) -> None:
    """No form that does nothing, and a link to the next page."""
    page = visit(site, "editions/", java_script_enabled=False)
    expect(page.locator("#narrow")).to_be_hidden()
    seen = len(titles(page))
    page.get_by_role("link", name="Next").click()
    page.wait_for_url("**/page/2/**")
    assert seen + len(titles(page)) == every_edition(site)


def test_a_choice_narrows_all_pages_of_the_register(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Rows of other pages are fetched; pictures and links in them lead where they led; the address can be shared."""
    page = visit(site, "editions/")
    page.get_by_label("Series").select_option("night-garden")
    expect(page.locator(".search-count")).to_have_text(re.compile(r"^\d+ editions fit\.$"))
    found = titles(page)
    assert "Sun Moth" in found and "Moon Moth, Gold" in found and "Sea Bunny" not in found
    assert page.url.endswith("editions/?series=night-garden")
    link = page.get_by_role("link", name="Sun Moth").get_attribute("href")
    assert page.request.get(link or "").ok
    expect(page.locator("#pages")).to_be_hidden()
    page.get_by_role("link", name="Sun Moth").click()
    page.wait_for_url("**/pins/sun-moth/**")
    page.go_back()
    expect(page.locator("#register .entry")).to_have_count(len(found))


@in_atelier
def test_a_shared_address_is_narrowed_at_once(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Two choices hold together; a value that nobody knows is no choice."""
    page = visit(site, "editions/?numbered=yes&availability=low-stock&type=nonsense")
    expect(page.locator(".search-count")).to_have_text("1 edition fits.")
    assert titles(page) == ["Sea Bunny"]
    expect(page.get_by_label("Numbers")).to_have_value("yes")


@in_vitrine
def test_counts_are_those_of_the_whole_register(site: ServedSite, visit: Callable[..., Page]) -> None:
    """What a choice promises is what it shows."""
    page = visit(site, "editions/")
    for field in ("Availability", "Edition", "Numbers"):
        select = page.get_by_label(field, exact=True)
        for option in select.locator("option[value]:not([value=''])").all():
            promised = int(re.findall(r"\((\d+)\)", option.inner_text())[0])
            select.select_option(option.get_attribute("value"))
            said = "1 edition fits." if promised == 1 else f"{promised} editions fit."
            expect(page.locator(".search-count")).to_have_text(said)
            if promised <= 24:
                expect(page.locator("#register .entry")).to_have_count(promised)
        select.select_option("")


@in_atelier
def test_nothing_fits_and_all_comes_back(site: ServedSite, visit: Callable[..., Page]) -> None:
    """With keys alone."""
    page = visit(site, "editions/?availability=sold-out&type=open")
    expect(page.locator(".search-count")).to_have_text("No edition fits. Take back a choice.")
    page.get_by_role("button", name="Show all").press("Enter")
    expect(page.locator("#register .entry")).to_have_count(24)
    expect(page.locator("#pages")).to_be_visible()
    assert page.url.endswith("editions/")
    assert page.evaluate("document.activeElement.name") == "availability"


@in_vitrine
def test_narrowing_in_german(site: ServedSite, visit: Callable[..., Page]) -> None:
    page = visit(site, "de/editions/?series=night-garden")
    expect(page.locator(".search-count")).to_have_text(re.compile(r"^\d+ Auflagen passen\.$"))
    expect(page.get_by_role("link", name="Sonnenspinner")).to_be_visible()


@in_atelier
@pytest.mark.parametrize("address", ["#12", "#copy-12", "#gold-7", "#AP2"])
def test_an_address_lands_on_its_number(site: ServedSite, visit: Callable[..., Page], address: str) -> None:
    """It is on the screen and stands out, with and without script."""
    for script in (True, False):
        page = visit(site, f"pins/moon-moth/{address}", java_script_enabled=script)
        cell = page.locator(f"#copy-{address.removeprefix('#').removeprefix('copy-')}")
        expect(cell).to_be_in_viewport()
        expect(cell).to_have_css("outline-style", "solid")
        expect(cell).to_have_css("outline-width", "3px")


def test_a_number_is_found_with_keys(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Typing it shows it, says its state, and puts it into the address."""
    page = visit(site, "pins/moon-moth/")
    field = page.get_by_label("Find a number").first
    field.fill("042")
    field.press("Enter")
    expect(page.locator(".find output").first).to_have_text("42 lost or damaged, never used again")
    expect(page.locator("#copy-42")).to_be_in_viewport()
    assert page.url.endswith("#42")
    field.fill("101")
    field.press("Enter")
    expect(page.locator(".find output").first).to_have_text("There is no number 101 in this edition.")


def test_states_differ_without_colour(site: ServedSite, visit: Callable[..., Page]) -> None:
    """In the reader's own two colours each state still looks different: frame, filling or a line through it."""
    page = visit(site, "pins/moon-moth/", forced_colors="active")
    looks = {
        state: page.locator(f".numbers .n-{state}").first.evaluate("""one => {
          const { borderStyle, borderWidth, backgroundColor, textDecorationLine } = getComputedStyle(one);
          return [borderStyle, borderWidth, backgroundColor, textDecorationLine].join();
        }""")
        for state in ("available", "claimed", "held", "gone")
    }
    assert len(set(looks.values())) == 4, looks


def test_a_state_is_read_and_not_seen(site: ServedSite, visit: Callable[..., Page]) -> None:
    """A state is said with its number and lies below the edge of its cell, also where a reader spaces text out."""
    page = visit(site, "pins/moon-moth/", PHONE)
    expect(page.locator("#copy-42")).to_match_aria_snapshot(
        "- listitem: 42 lost or damaged, never used again"
    )
    assert page.evaluate(_BELOW) > 100
    page.evaluate(_SPACED)
    assert page.evaluate(_BELOW) > 100


@pytest.mark.parametrize("path", ["pins/moon-moth/", "editions/", "editions/preorders/", "pins/pilot-whale/"])
def test_nothing_sticks_out(site: ServedSite, visit: Callable[..., Page], path: str) -> None:
    """At 320 pixels and mirrored from right to left everything stays on the sheet."""
    page = visit(site, path, (320, 700))
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate(_MIRROR)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDE[0]


def test_the_numbers_print(site: ServedSite, visit: Callable[..., Page]) -> None:
    """On paper claimed numbers have a thick frame in place of a filling that printers leave out."""
    page = visit(site, "pins/moon-moth/", PHONE)
    page.emulate_media(media="print")
    cell = page.locator("#copy-12")
    expect(cell).to_have_css("border-top-width", "3px")
    expect(cell).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator(".find").first).to_be_hidden()
