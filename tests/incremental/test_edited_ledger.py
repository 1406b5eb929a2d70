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


def test_a_sale_writes_exactly_the_files_that_hold_the_number(studio: Studio) -> None:
    """What is uploaded after a sale is what a reader of the files would find the number in."""
    append_ledger(studio.root, ledger_row("2026-01-10", "moon-moth", "sold", quantity=9))
    report = studio.build()
    assert set(report.written) == COUNTERS
    for path in COUNTERS:
        assert "88" in studio.page(path), path


def test_a_sale_leaves_other_pages_of_the_register_alone(studio: Studio) -> None:
    """Ten thousand editions are some two hundred pages; a sale touches the one that shows it."""
    for number in range(4):
        write_pin(studio.root, f"owl-{number}", edition={"type": "limited", "size": 50})
    studio.build()
    assert (studio.output / "editions/page/3/index.html").is_file()
    append_ledger(studio.root, ledger_row("2026-01-11", "owl-3", "sold"))
    studio.build()
    register = {path for path in studio.remade if "editions/" in path}
    assert register == {"editions/page/2/index.html", "de/editions/page/2/index.html"}


def test_a_sale_of_a_number_remakes_the_page_of_its_register(studio: Studio) -> None:
    """A large register has a page of its own, which holds the number; pages of other pins' numbers stay."""
    for id in ("owl", "toad"):
        write_pin(studio.root, id, edition={"type": "limited", "size": 300, "numbered": "yes"})
    append_ledger(
        studio.root,
        ledger_row("2026-01-10", "owl", "sold", copies="7"),
        ledger_row("2026-01-10", "toad", "sold", copies="7"),
    )
    studio.build()
    append_ledger(studio.root, ledger_row("2026-01-11", "owl", "sold", copies="8"))
    studio.build()
    numbers = {path for path in studio.remade if "/register/" in path}
    assert numbers == {"pins/owl/register/index.html", "de/pins/owl/register/index.html"}


def test_a_register_that_becomes_known_gets_its_page(studio: Studio) -> None:
    """Without a single number in the ledger nobody knows any; with the first one the page is there, and goes again."""
    write_pin(studio.root, "owl", edition={"type": "limited", "size": 300, "numbered": "yes"})
    append_ledger(studio.root, ledger_row("2026-01-10", "owl", "gifted", quantity=2))
    before = studio.root.joinpath("ledger.csv").read_bytes()
    studio.build()
    assert not (studio.output / "pins/owl/register/index.html").exists()
    append_ledger(studio.root, ledger_row("2026-01-11", "owl", "sold", copies="8"))
    studio.build()
    assert (studio.output / "pins/owl/register/index.html").is_file()
    studio.root.joinpath("ledger.csv").write_bytes(before)
    studio.build()
    assert not (studio.output / "pins/owl/register/index.html").exists()


def test_the_last_copies_are_news_and_one_more_of_them_is_not(studio: Studio) -> None:
    """A feed changes on the day that an edition crosses a line."""
    append_ledger(studio.root, ledger_row("2026-01-11", "moon-moth", "sold", quantity=90))
    studio.build()
    assert "editions/feed.xml" in studio.remade
    assert "Last copies: Moon Moth" in studio.page("editions/feed.xml")
    append_ledger(studio.root, ledger_row("2026-01-12", "moon-moth", "sold"))
    studio.build()
    assert not any("feed" in path for path in studio.remade)


def test_the_board_is_there_while_something_is_made(studio: Studio) -> None:
    """The first preorder brings it, the last stage takes it away; a preorder changes the board that counts it."""
    stages = [{"stage": "sketch", "done": "2026-01-02"}, {"stage": "mould", "eta": "2026-12-24"}]
    write_pin(studio.root, "owl", edition={"type": "limited", "size": 50}, production=stages)
    studio.build()
    board = {"editions/preorders/index.html", "de/editions/preorders/index.html"}
    assert board <= studio.remade
    assert "editions/index.html" in studio.remade
    append_ledger(studio.root, ledger_row("2026-01-11", "owl", "committed"))
    studio.build()
    assert board <= studio.remade
    append_ledger(studio.root, ledger_row("2026-01-11", "moon-moth", "sold"))
    studio.build()
    assert not board & studio.remade
    write_pin(studio.root, "owl", edition={"type": "limited", "size": 50},
              production=[stages[0], {"stage": "mould", "done": "2026-01-20"}])  # fmt: skip
    studio.build()
    assert not (studio.output / "editions/preorders/index.html").exists()
    assert "editions/index.html" in studio.remade


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
        COUNTERS
        | {"pins/index.html", "series/night-garden/index.html", "search/index.html"}
        | {"editions/feed.xml", "editions/feed.json", "editions/index.json"}
        <= studio.remade
    )
    assert '"sold_out":true' in studio.page("editions.json")


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
