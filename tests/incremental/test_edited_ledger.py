"""A row is added to the ledger: what shows the counter is made again, nothing else."""

from __future__ import annotations

from datetime import timedelta

from support.builds import Studio
from support.catalogues import append_ledger, ledger_row, write_pin

COUNTERS = {
    "pins/moon-moth/index.html",
    "de/pins/moon-moth/index.html",
    "editions/index.html",
    "de/editions/index.html",
    "pins/moon-moth/index.json",
    "catalogue.json",
    "catalogue.csv",
    "editions.json",
}


def test_a_sale_on_a_known_day_remakes_what_shows_the_counter(studio: Studio) -> None:
    """The page of the pin, the register, and the data; the day of the count stays, and so do all dates."""
    append_ledger(studio.root, ledger_row("2026-01-10", "moon-moth", "sold"))
    studio.build()
    assert studio.remade == COUNTERS


def test_a_sale_on_a_new_day_changes_dates_too(studio: Studio) -> None:
    """The sitemap says when content changed."""
    append_ledger(studio.root, ledger_row("2026-06-01", "moon-moth", "sold"))
    studio.build()
    assert studio.remade == COUNTERS | {"sitemap.xml"}


def test_a_sale_of_a_variant_remakes_the_page_of_its_pin(studio: Studio) -> None:
    """The counter of a colourway stands on the page of its pin."""
    append_ledger(studio.root, ledger_row("2026-01-12", "seahorse", "sold", variant="blue"))
    studio.build()
    assert {"pins/seahorse/index.html", "pins/seahorse/index.json", "editions.json"} <= studio.remade
    assert not any("moon-moth" in path for path in studio.remade)


def test_a_note_in_the_ledger_remakes_nothing(studio: Studio) -> None:
    """`ref` and `note` never reach the site."""
    path = studio.root / "ledger.csv"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("moon-moth,,sold,,3,,,,,", "moon-moth,,sold,,3,,,shop,1042,a gift for Bo"), "utf-8"
    )
    assert path.read_text("utf-8") != text
    assert studio.build().written == []
    assert studio.remade == set()


def test_the_last_copy_changes_the_status_everywhere(studio: Studio) -> None:
    """Sold out is a word on the card: lists, series and search show it."""
    append_ledger(studio.root, ledger_row("2026-01-10", "moon-moth", "sold", quantity=97))
    studio.build()
    assert (
        COUNTERS | {"pins/index.html", "series/night-garden/index.html", "search/index.html"} <= studio.remade
    )
    assert '"sold_out": true' in studio.page("editions.json")


def test_a_row_of_a_pin_that_is_not_published_remakes_nothing(studio: Studio) -> None:
    """Drafts can be counted before anybody sees them."""
    write_pin(studio.root, "secret", draft=True, edition={"type": "limited", "size": 10})
    studio.build()
    append_ledger(studio.root, ledger_row("2026-01-12", "secret", "sold"))
    studio.build()
    assert studio.remade == set()


def test_another_day_remakes_nothing(studio: Studio) -> None:
    """The same input gives the same bytes on any day."""
    studio.now += timedelta(days=40)
    assert studio.build().written == []
    assert studio.remade == set()
