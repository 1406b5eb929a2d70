"""The search of ten thousand pins, on a phone, and of every script of the interface's languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe import findings
from pages import PHONE, ServedSite
from playwright.sync_api import Browser, Page, expect
from served import served
from support.builds import Studio
from support.catalogues import write_pin, write_settings

from pinsite.search import fold, words_in

BENCH = Path(__file__).parents[2] / "bench"
MOST = 300_000  # bytes, compressed, before the first result


def _found(page: Page) -> list[str]:
    return page.locator("#found article a").all_inner_texts()


@pytest.mark.long
def test_ten_thousand_pins_on_a_phone(
    site_below: ServedSite, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Little is loaded before the first result; words, choices of a thousand terms, and order work on all of them."""
    monkeypatch.syspath_prepend(str(BENCH))
    from searching import measure, write_search

    write_search(site_below.folder, tmp_path, 10_000, length=25)
    with served(tmp_path) as address:
        measured = measure(browser, tmp_path, address, ["moth"], slower=1)
        assert len(measured.strokes) == 4
        assert 50_000 < measured.loaded < MOST
        page = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
        page.route("**/assets/images/**", lambda route: route.abort())
        page.goto(f"{address}search/")
        expect(page.locator("#count")).to_have_text("10,000 pins found")
        page.locator("#q").fill("moths")
        expect(page.locator("#count")).not_to_have_text("10,000 pins found")
        assert any("Moth" in title for title in _found(page))
        page.locator("#choices > summary").click()
        series = page.locator(".search-facet[data-field=series]")
        series.locator("summary").click()
        expect(series.get_by_role("checkbox")).to_have_count(8)
        box = series.get_by_role("checkbox").first
        box.check()
        expect(page.locator("#count")).to_have_text(re.compile(r"^\d\d? pins? found$"))
        expect(box).to_be_focused()
        series.get_by_role("searchbox").fill("series 77")
        expect(series.get_by_role("checkbox")).not_to_have_count(8)
        page.get_by_role("button", name="Clear").click()
        page.locator("#sort").select_option("title")
        expect(page.locator("#found article a").first).to_have_text(re.compile("^B"))
        # By key: the list above may still be growing, and a click would miss the button as it moves.
        page.get_by_role("button", name="Show more").press("Enter")
        expect(page.locator("#found article")).to_have_count(48)
        page.close()


TITLES = {
    "moth": {
        "en": "Moon Moth",
        "ja": "月の蛾",
        "ar": "فراشة القمر",
        "fr": "Papillon doré",
        "es": "Polilla lunar",
    },
    "owl": {"en": "Barn Owl", "ja": "メンフクロウ", "ar": "بومة", "fr": "Chouette effraie", "es": "Lechuza"},
}


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    """Return a small catalogue in five languages, with a word of its own, served."""
    root = tmp_path_factory.mktemp("languages")
    write_settings(
        root, languages=["en", "ja", "ar", "fr", "es"], synonyms={"lepidoptera": ["moth"], "NT": "night time"}
    )
    write_pin(root, "moth", title=TITLES["moth"], effects=["glow"], edition={"type": "limited", "size": 250})
    write_pin(root, "owl", title=TITLES["owl"], summary="Hunts at night, sleeps in day time.")
    studio = Studio(root)
    studio.build()
    with served(studio.output) as address:
        yield ServedSite(studio.output, address)


@pytest.mark.parametrize(("path", "words", "id"), [
    ("search/", "lepidoptera", "moth"), ("search/", "NT", "owl"), ("search/", "GITD moons", "moth"),
    ("search/", "LE 250", "moth"), ("search/", "zzz owl hunting", "owl"), ("search/", "月の蛾", "moth"),
    ("ja/search/", "月", "moth"), ("ja/search/", "の蛾", "moth"), ("ja/search/", "蛾", "moth"),
    ("ja/search/", "ふくろう", "owl"), ("ja/search/", "Moon", "moth"), ("ja/search/", "ﾌｸﾛｳ", "owl"),
    ("ar/search/", "قمر", "moth"), ("ar/search/", "القَمَر", "moth"), ("ar/search/", "البومة", "owl"),
    ("fr/search/", "dorées", "moth"), ("fr/search/", "dore", "moth"), ("fr/search/", "PAPILLONS", "moth"),
    ("es/search/", "polillas", "moth"), ("es/search/", "lechuzas", "owl"),
    ("search/", "nigth hunts", "owl"), ("fr/search/", "papilon", "moth"), ("fr/search/", "chuoette", "owl"),
    ("es/search/", "lechuxa", "owl"), ("ar/search/", "فرشاة", "moth"), ("ja/search/", "hunst", "owl"),
])  # fmt: skip
def test_every_language(languages: ServedSite, looking: Page, path: str, words: str, id: str) -> None:
    """Endings, accents, articles, kana, no spaces; shorthand, and the site's own words."""
    looking.goto(f"{languages.address}{path}?q={words}")
    lang = path.partition("/")[0]
    expect(looking.locator("#found article a")).to_have_text([TITLES[id].get(lang, TITLES[id]["en"])])


def test_a_slip_is_forgiven_and_told(languages: ServedSite, looking: Page) -> None:
    """It is said what was not found and what is shown, aloud too; short words and what is unlike all are left alone."""
    looking.goto(f"{languages.address}search/?q=hnuts")
    expect(looking.locator("#read")).to_have_text("Nothing for hnuts: showing hunts.")
    expect(looking.get_by_role("status")).to_have_text("Nothing for hnuts: showing hunts. 1 pin found")
    assert findings(looking, within="#finder") == []
    looking.locator("#q").fill("hunts")
    expect(looking.locator("#read")).to_be_hidden()
    for words in ("bran", "hxnxs", "20255"):
        looking.locator("#q").fill(words)
        expect(looking.locator("#count")).to_contain_text("Nothing found")


@pytest.fixture(scope="module")
def looking(browser: Browser) -> Iterator[Page]:
    """Return one page for many short looks."""
    page = browser.new_page()
    yield page
    page.close()


def test_a_browser_takes_words_apart_as_the_build_does(languages: ServedSite, looking: Page) -> None:
    """Letter by letter, in every script: what was indexed is what is asked for."""
    texts = [
        "Café-Straße, İSTANBUL; Łódź naïve Œuvre ΣΊΣΥΦΟΣ ЁЖИК עִבְרִית",
        "MM-01 LE100 2025.14.3 artist’s l’enfant ½ ＡＢＣ",
        "月の蛾とムーン・モス ﾓｽ 名前 𠮷野家 々〆",
        "القَمَر والنجوم فراشةٌ إلى",
        "हिन्दी में तितली ผีเสื้อกลางคืน 나방 달나방 ភ្ញី",
    ]
    looking.goto(languages.address + "search/")
    asked = "(texts) => texts.map((text) => pinsiteSearch.words(text).map((word) => word.form))"
    for text, got in zip(texts, looking.evaluate(asked, texts), strict=True):
        # The build also keeps the last character of an unspaced run by itself, for whoever asks for no more.
        assert [one for one in got if one not in {fold(word) for word in words_in(text)}] == []
        assert len(got) >= len(set(got)) > 0
