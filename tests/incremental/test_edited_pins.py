"""One edit of a pin: exactly which targets are made again; all others are untouched."""

from __future__ import annotations

from support.builds import Studio
from support.catalogues import edit, write_pin, write_series

BOTH = ("", "de/")


def pages(*paths: str) -> set[str]:
    """Return pages in both languages of the small catalogue."""
    return {f"{lang}{path}index.html" for lang in BOTH for path in paths}


def search_data(studio: Studio) -> set[str]:
    """Return the search pages and their data, whose names follow from the content."""
    return pages("search/") | {path for path in studio.remade if path.startswith("assets/search-")}


def with_data(studio: Studio, *ids: str) -> set[str]:
    """Return the files that hold everything about pins."""
    return {"catalogue.json", *(f"pins/{id}/index.json" for id in ids)} | search_data(studio)


def test_a_description_remakes_its_page_and_the_data_that_hold_the_text(studio: Studio) -> None:
    """The page in each language, the pin's JSON, the catalogue's, the search; no card, list or feed."""
    edit(studio.root / "pins/moon-moth.yaml", "Opens at night.", "Opens late.")
    report = studio.build()
    assert studio.remade == pages("pins/moon-moth/") | with_data(studio, "moon-moth")
    assert set(report.written) == studio.remade
    assert [path for path in report.removed if not path.startswith("assets/search-")] == []


def test_a_description_in_one_language_remakes_the_page_of_that_language(studio: Studio) -> None:
    """A text that only German readers see leaves the English page alone; the data hold every language."""
    path = write_pin(studio.root, "night-fox", description={"en": "A fox.", "de": "Ein Fuchs."})
    studio.build()
    edit(path, "Ein Fuchs.", "Eine Füchsin.")
    studio.build()
    english = {path for path in studio.remade if path.endswith(".html") and not path.startswith("de/")}
    assert english == set()
    assert {"de/pins/night-fox/index.html", "pins/night-fox/index.json"} <= studio.remade


def test_a_comment_or_reordered_keys_remake_nothing(studio: Studio) -> None:
    """What YAML does not say, no page shows."""
    path = studio.root / "pins/sun-moth.yaml"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(["# drawn in June", *reversed(lines)]) + "\n", "utf-8")
    report = studio.build()
    assert studio.remade == set()
    assert report.written == report.removed == []


def test_reordered_languages_remake_nothing(studio: Studio) -> None:
    """The order in which translations are written is no part of what is said."""
    edit(studio.root / "pins/sun-moth.yaml", '{"en": "Sun Moth", "de": "Sonnenmotte"}',
         '{"de": "Sonnenmotte", "en": "Sun Moth"}')  # fmt: skip
    studio.build()
    assert studio.remade == set()


def test_a_touched_file_remakes_nothing(studio: Studio) -> None:
    """A new time without new content is no change."""
    for path in studio.root.glob("pins/*.yaml"):
        path.touch()
    assert studio.build().written == []
    assert studio.remade == set()


def test_a_new_title_remakes_pages_that_show_the_card_or_link_to_the_pin(studio: Studio) -> None:
    """Own page, neighbours, lists, terms, series, home, the story with its card; not pages without it."""
    edit(studio.root / "pins/moon-moth.yaml", "Moon Moth", "Luna Moth")
    studio.build()
    shown = {
        "", "pins/", "pins/moon-moth/", "pins/sun-moth/", "pins/night-fox/", "series/night-garden/",
        "stories/how-it-began/", "editions/", "plating/black-nickel/", "technique/hard-enamel/", "tags/moth/",
        "tags/night/", "year/2025/", "designer/ada-example/",
    }  # fmt: skip
    assert pages(*shown) <= studio.remade
    untouched = {"about/", "faq/", "series/", "stories/", "pins/page/2/", "plating/gold/", "plating/silver/",
                 "year/2024/", "tags/fox/", "tags/", "pins/seahorse/"}  # fmt: skip
    assert studio.remade.isdisjoint(pages(*untouched))
    assert studio.remade.isdisjoint({"robots.txt", "sitemap.xml", "editions.json"})


def test_a_price_remakes_only_what_shows_prices(studio: Studio) -> None:
    """A price stands on the page, on cards, in the data and in the search, which orders by it; not in the register."""
    edit(studio.root / "pins/sun-moth.yaml", "14.00 EUR", "15.00 EUR")
    studio.build()
    assert {"pins/sun-moth/index.html", "pins/index.html", "catalogue.csv", "catalogue.json"} <= studio.remade
    assert studio.remade.isdisjoint(pages("editions/", "about/", "series/") | {"sitemap.xml", "feed.xml"})


def test_a_pin_removed_takes_its_files_along_and_comes_back_as_it_was(studio: Studio) -> None:
    """Membership and absence are facts: lists, neighbours and counts follow, there and back."""
    path = studio.root / "pins/hermit-crab.yaml"
    text = path.read_text("utf-8")
    before = studio.page("pins/page/2/index.html")
    path.unlink()
    report = studio.build()
    gone = {f"{lang}pins/hermit-crab/index.html" for lang in BOTH} | {"pins/hermit-crab/index.json"}
    assert gone | pages("year/2023/") <= set(report.removed)
    assert not (studio.output / "pins/hermit-crab").exists()
    assert "Hermit Crab" not in studio.page("pins/page/2/index.html")
    path.write_text(text, "utf-8")
    report = studio.build()
    assert gone <= set(report.written)
    assert studio.page("pins/page/2/index.html") == before
    assert studio.remade.isdisjoint(pages("about/", "tags/", "series/night-garden/", "stories/how-it-began/"))


def test_a_series_that_loses_its_last_pin_loses_its_page(studio: Studio) -> None:
    """The emptied series goes from the index and the home page; with its pin it comes back."""
    path = studio.root / "pins/seahorse.yaml"
    edit(path, 'series: "tide-pool"\n', "")
    report = studio.build()
    assert {"series/tide-pool/index.html", "de/series/tide-pool/index.html"} <= set(report.removed)
    assert "Tide Pool" not in studio.page("series/index.html") + studio.page("index.html")
    path.write_text(path.read_text("utf-8") + 'series: "tide-pool"\n', "utf-8")
    studio.build()
    assert "Tide Pool" in studio.page("series/index.html")


def test_a_description_of_a_series_remakes_its_page_alone(studio: Studio) -> None:
    """Lists of series show its title and picture, not its description."""
    edit(studio.root / "series/night-garden.yaml", "open after dark", "wait for the dark")
    studio.build()
    assert studio.remade == pages("series/night-garden/")


def test_a_new_slug_leaves_a_redirect(studio: Studio) -> None:
    """The old address leads to the new one, and is written down among the sources."""
    write_pin(studio.root, "hermit-crab", released="2023-05-01", slug="hermit")
    report = studio.build()
    assert {"pins/hermit/index.html", "pins/hermit-crab/index.html"} <= set(report.written)
    assert 'href="../../pins/hermit/index.html"' in studio.page("pins/hermit-crab/index.html")
    write_pin(studio.root, "hermit-crab", released="2023-05-01", slug="pagurus")
    report = studio.build()
    (told,) = report.told
    assert told.startswith("hermit-crab has a new address; the old one (hermit) now leads to it")
    assert (studio.root / "addresses.csv").read_text("utf-8") == "kind,id,slug\npin,hermit-crab,hermit\n"
    for old in ("hermit", "hermit-crab"):
        assert "pins/pagurus/index.html" in studio.page(f"pins/{old}/index.html")
    assert studio.build().written == []


def test_a_slug_that_changes_while_the_pin_is_a_draft_leaves_a_redirect_too(studio: Studio) -> None:
    """What a hidden record was called is remembered until it is back."""
    write_pin(studio.root, "hermit-crab", slug="hermit")
    studio.build()
    write_pin(studio.root, "hermit-crab", slug="pagurus", draft=True)
    studio.build()
    assert not (studio.output / "pins/hermit/index.html").exists()
    write_pin(studio.root, "hermit-crab", slug="pagurus")
    studio.build()
    assert "pins/pagurus/index.html" in studio.page("pins/hermit/index.html")


def test_a_draft_is_not_there_and_a_pin_that_becomes_one_goes(studio: Studio) -> None:
    """`draft: true` takes a pin out of every list; `false` brings the same bytes back."""
    path = studio.root / "pins/moon-moth.yaml"
    text, before = path.read_text("utf-8"), studio.page("pins/moon-moth/index.html")
    edit(studio.root / "pins/night-fox.yaml", "(pin:moon-moth)", "(page:about)")
    studio.build()
    path.write_text(text + "draft: true\n", "utf-8")
    report = studio.build()
    assert "pins/moon-moth/index.html" in report.removed
    assert "Moon Moth" not in studio.page("pins/index.html") + studio.page("catalogue.json")
    path.write_text(text + "draft: false\n", "utf-8")
    studio.build()
    assert studio.page("pins/moon-moth/index.html") == before


def test_a_variant_remakes_the_page_of_its_pin(studio: Studio) -> None:
    """A colourway's title stands on the page, in the register and in the data."""
    edit(studio.root / "pins/seahorse.yaml", '"title": "Gold"', '"title": "Champagne"')
    studio.build()
    assert pages("pins/seahorse/") <= studio.remade
    assert studio.remade.isdisjoint(pages("", "pins/", "about/", "pins/moon-moth/", "series/tide-pool/"))


def test_a_series_without_pins_leads_nobody_to_its_page(studio: Studio) -> None:
    """Old addresses of a series go and come with its page."""
    write_series(studio.root, "tide-pool", slug="pool", aliases=["rocks"])
    studio.build()
    old = {"series/tide-pool/index.html", "series/rocks/index.html"}
    assert all((studio.output / path).exists() for path in old)
    edit(studio.root / "pins/seahorse.yaml", 'series: "tide-pool"\n', "")
    assert old <= set(studio.build().removed)
