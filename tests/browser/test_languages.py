"""Arabic and Japanese: direction, texts, counts and dates, room on every screen, and what scripts say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe import findings
from pages import PHONE, ServedSite
from playwright.sync_api import Page, expect
from served import served
from support.builds import Studio
from support.catalogues import edit, write_small_catalogue

_WIDTHS = (320, 360, 1280)
#: Of each language: direction, "Search", a part of the counter, of its date, the first mark.
_SAID = {
    "ar": ("rtl", "البحث", "اقتُنيت 3 من 100", "يناير", "لديّ"),
    "ja": ("ltr", "検索", "100", "2026年1月10日", "持っている"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    """Return a small catalogue whose main language is English, in Arabic and Japanese too."""
    root = write_small_catalogue(tmp_path_factory.mktemp("languages"))
    settings = root / "pinsite.yaml"
    edit(settings, '"foundation"', '"atelier"')
    edit(settings, '["en", "de"]', '["en", "de", "ar", "ja"]')
    edit(root / "pins/moon-moth.yaml", "edition:", "size: 38 x 31.5 mm\nprice: 14.00 EUR\nedition:")
    Studio(root).build()
    with served(root / "public") as address:
        yield ServedSite(Path(root / "public"), address)


@pytest.mark.parametrize("lang", _SAID)
def test_a_language_is_at_home(site: ServedSite, visit: Callable[..., Page], lang: str) -> None:
    """A pin's page reads in its direction and language, counts and dates as its readers do, and fits every screen."""
    direction, search, count, day, mark = _SAID[lang]
    page = visit(site, f"{lang}/pins/moon-moth/", PHONE)
    root = page.locator("html")
    expect(root).to_have_attribute("lang", lang)
    expect(root).to_have_attribute("dir", direction)
    assert page.locator(".site-tools a").first.inner_text() == search
    assert count in page.locator(".counter-words").first.inner_text()
    assert day in page.locator(".as-of").first.inner_text()
    # What stands in a script's own tools.
    expect(page.locator("[data-mark]").first).to_have_text(mark)
    for path in (f"{lang}/pins/moon-moth/", f"{lang}/", f"{lang}/editions/"):
        page.goto(site.address + path)
        for width in _WIDTHS:
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
    page.goto(f"{site.address}{lang}/pins/moon-moth/")
    assert findings(page) == []


@pytest.mark.parametrize("lang", _SAID)
def test_the_search_speaks(site: ServedSite, visit: Callable[..., Page], lang: str) -> None:
    """The script of the search counts in the language of its page."""
    page = visit(site, f"{lang}/search/", PHONE)
    said = page.locator(".search-count")
    expect(said).to_contain_text("5")
    assert not said.inner_text().isascii()
