"""Search as visitors use it: words and choices together, told aloud, kept in the address, back and forth."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from axe import findings
from pages import PHONE, WIDE, ServedSite, in_atelier, in_vitrine
from playwright.sync_api import Browser, Locator, Page, expect


def _found(page: Page) -> list[str]:
    return page.locator("#found article a").all_inner_texts()


def _asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def _search(
    page: Page, words: str, count: str | re.Pattern[str] = re.compile(r"^\d+ pins? found$")
) -> list[str]:
    """Type, and return what is found when the visible count says so."""
    page.locator("#q").fill(words)
    expect(page.locator("#count")).to_have_text(count)
    page.wait_for_timeout(100)
    return _found(page)


def _facet(page: Page, name: str) -> Locator:
    return page.locator(f".search-facet[data-field={name}]")


def test_words_are_found_told_and_kept_in_the_address(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Accents, case and endings make no difference; back leads to the search before, reloading changes nothing."""
    page = visit(site, "search/")
    expect(page.locator("#count")).to_have_text(re.compile(r"^[2-9]\d pins found$"))
    everything = page.locator("#count").inner_text()
    page.locator("#q").press_sequentially("MÓTHS moon")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^[1-9] pins? found$"))
    assert page.get_by_role("status").get_attribute("aria-live") == "polite"
    assert _found(page)[0] == "Moon Moth"
    moths = _found(page)
    page.locator("#q").press("Enter")
    assert _search(page, "barn owl")[0] == "Barn Owl"
    assert _asked(page) == {"q": ["barn owl"]}
    page.reload()
    expect(page.locator("#q")).to_have_value("barn owl")
    expect(page.locator("#found article a").first).to_have_text("Barn Owl")
    page.go_back()
    expect(page.locator("#q")).to_have_value("MÓTHS moon")
    expect(page.locator("#found article a")).to_have_text(moths)
    page.locator("#found article a").first.click()
    page.wait_for_url("**/pins/moon-moth/**")
    page.go_back()
    expect(page.locator("#found article a")).to_have_text(moths)
    page.locator("#q").fill("zyzzyva")
    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    assert _found(page) == []
    assert findings(page, within="#finder") == []
    page.get_by_role("button", name="Clear").press("Enter")
    expect(page.locator("#count")).to_have_text(everything)
    expect(page.locator("#q")).to_be_focused()
    # One letter is the beginning of a word, not a word that nobody has.
    page.locator("#q").press_sequentially("z")
    page.wait_for_timeout(300)
    expect(page.locator("#count")).to_have_text(everything)


def test_choices_by_keyboard_alone(site: ServedSite, visit: Callable[..., Page]) -> None:
    """A choice is opened, made and taken back by keys; counts say what each leaves; axe finds nothing."""
    page = visit(site, "search/")
    expect(page.locator("#count")).to_have_text(re.compile("found"))
    plating = _facet(page, "plating")
    plating.locator("summary").focus()
    page.keyboard.press("Enter")
    copper = plating.get_by_role("checkbox", name=re.compile("^Copper"))
    left = int(re.findall(r"\d+", copper.locator("xpath=ancestor::label").inner_text())[0])
    copper.focus()
    page.keyboard.press("Space")
    expect(page.locator("#count")).to_have_text(re.compile(rf"^{left} pins? found$"))
    expect(copper).to_be_focused()
    assert _asked(page) == {"plating": ["copper"]}
    chip = page.get_by_role("button", name="Take back: Copper")
    expect(chip).to_be_visible()
    both = plating.get_by_role("checkbox", name=re.compile("^Gold"))
    both.focus()
    page.keyboard.press("Space")
    expect(page.locator("#count")).not_to_have_text(re.compile(rf"^{left} pins? found$"))
    assert _asked(page) == {"plating": ["copper", "gold"]}
    for size, scheme in ((WIDE, "light"), (PHONE, "dark")):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert findings(page) == []
    page.go_back()
    expect(page.locator("#count")).to_have_text(re.compile(rf"^{left} pins? found$"))
    expect(both).not_to_be_checked()
    chip.focus()
    page.keyboard.press("Enter")
    expect(copper).not_to_be_checked()
    expect(page.locator("#q")).to_be_focused()
    assert _asked(page) == {}


@in_vitrine
def test_a_shared_address_holds_words_choices_colour_and_order(
    site: ServedSite, visit: Callable[..., Page]
) -> None:
    """Whoever opens it on a phone sees the same search; what is not a choice is left alone."""
    page = visit(site, "search/?q=GITD&year=2025&year=1066&sort=title&near=nonsense", PHONE, has_touch=True)
    expect(page.locator("#read")).to_have_text("GITD is read as Glow in the dark")
    expect(page.locator("#found article")).not_to_have_count(0)
    titles = _found(page)
    assert titles == sorted(titles)
    expect(page.locator("#sort")).to_have_value("title")
    first = page.locator("#found > li").first.bounding_box()
    assert first and first["y"] < 0.8 * PHONE[1], "results begin on the first screen"
    page.locator("#choices > summary").tap()
    year = _facet(page, "year")
    assert year.get_by_role("checkbox", name=re.compile("^2025")).is_checked()
    effects = _facet(page, "effects")
    effects.locator("summary").tap()
    expect(effects.get_by_role("checkbox", name=re.compile("^Glow in the dark"))).to_be_visible()
    page.get_by_role("button", name="Take back: 2025").tap()
    expect(page.get_by_role("button", name="Take back: 2025")).to_have_count(0)
    assert set(titles) <= set(_found(page))
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@in_atelier
def test_shorthand_colours_and_order(site: ServedSite, visit: Callable[..., Page]) -> None:
    """LE and HE are read as what they stand for; pins near a colour come by nearness; sizes have an order."""
    page = visit(site, "search/?edition=limited")
    expect(page.locator("#count")).to_have_text(re.compile("found"))
    limited = page.locator("#count").inner_text()
    page.goto(site.address + "search/?q=LE")
    expect(page.locator("#read")).to_have_text("LE is read as Limited edition")
    assert int(page.locator("#count").inner_text().split()[0]) >= int(limited.split()[0])
    _search(page, "HE")
    expect(page.locator("#read")).to_have_text("HE is read as Hard enamel")
    assert "Moon Moth" in _search(page, "AP")
    assert "Moon Moth" in _search(page, "artist's proofs")
    _search(page, "")
    _facet(page, "colours").locator("summary").click()
    page.locator("#near").evaluate("one => { one.value = '#7a2426'; one.dispatchEvent(new Event('change')) }")
    expect(page.get_by_role("button", name="Take back: Near this colour: #7a2426")).to_be_visible()
    expect(page.locator("#found article a").first).to_have_text("Moon Moth")
    assert _asked(page) == {"near": ["7a2426"]}
    page.get_by_role("button", name="Clear").click()
    page.locator("#sort").select_option("smallest")
    expect(page.locator("#found article")).to_have_count(24)
    small = _found(page)
    page.locator("#sort").select_option("largest")
    expect(page.locator("#found article a").first).not_to_have_text(small[0])
    page.get_by_role("button", name="Show more").click()
    expect(page.locator("#found article a").nth(24)).to_be_focused()


@in_vitrine
def test_german_is_searched_as_german(site: ServedSite, visit: Callable[..., Page]) -> None:
    """Endings of that language, and the English name of a pin, too."""
    page = visit(site, "de/search/?q=Mondspinnern")
    expect(page.locator("#found article a").first).to_have_text("Mondspinner")
    page.locator("#q").fill("moon moths")
    expect(page.locator("#found article a").first).to_have_text("Mondspinner")


def test_without_script_the_term_pages_serve(site: ServedSite, visit: Callable[..., Page]) -> None:
    """There is no form that does nothing; the page says so and leads to the pages of all choices."""
    page = visit(site, "search/", java_script_enabled=False)
    assert page.locator("main :is(form, input, button):visible").count() == 0
    expect(page.locator("main noscript p")).to_be_visible()
    for name in ("All pins", "Technique", "Plating", "Series", "Theme", "Year"):
        expect(page.locator("main").get_by_role("link", name=name, exact=True)).to_be_visible()
    page.locator("main").get_by_role("link", name="Plating").click()
    page.wait_for_url("**/plating/**")


@in_atelier
def test_opened_as_a_file_it_finds_too(site: ServedSite, browser: Browser) -> None:
    """The data are scripts, which files may load: a catalogue on a stick can be searched."""
    page = browser.new_page()
    page.goto((site.folder / "search/index.html").as_uri() + "?q=moth")
    expect(page.locator("#found article a").first).to_be_visible()
    page.locator("#found article a").first.click()
    page.wait_for_url(re.compile(r"/pins/[a-z-]+/index\.html$"))
    page.close()


@in_vitrine
def test_when_its_data_are_gone_it_says_so(site: ServedSite, browser: Browser) -> None:
    """The ways to look pins up come back."""
    page = browser.new_page()
    page.route("**/assets/search-*-words-*", lambda route: route.abort())
    page.goto(site.address + "search/")
    page.locator("#q").fill("moth")
    expect(page.locator("#count")).to_contain_text("could not be loaded")
    expect(page.locator("main").get_by_role("link", name="Plating")).to_be_visible()
    page.close()
