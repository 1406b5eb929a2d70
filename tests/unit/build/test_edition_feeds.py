"""The feeds of editions: what they tell, of which day, and under which name for ever."""

from __future__ import annotations

import json
import xml.etree.ElementTree as Xml

import pytest
from support.builds import Studio
from support.catalogues import append_ledger, ledger_row, write_pin

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(studio: Studio, path: str = "editions/feed.xml") -> list[tuple[str, str, str]]:
    """Return title, day and id of the entries of an Atom feed."""
    feed = Xml.fromstring(studio.page(path))
    return [
        (
            one.findtext(f"{ATOM}title", ""),
            one.findtext(f"{ATOM}published", "")[:10],
            one.findtext(f"{ATOM}id", ""),
        )
        for one in feed.iter(f"{ATOM}entry")
    ]


@pytest.fixture
def followed(studio: Studio) -> Studio:
    """Return a catalogue with some history."""
    append_ledger(
        studio.root,
        ledger_row("2026-02-01", "moon-moth", "sold", quantity=94),
        ledger_row("2026-03-01", "moon-moth", "sold", quantity=3),
        ledger_row("2026-04-01", "moon-moth", "returned"),
        ledger_row("2026-05-05", "seahorse", "sold", variant="blue", quantity=18),
    )
    write_pin(studio.root, "owl", released="2026-06-01",
              edition={"type": "limited", "size": 9, "sold": 9, "as_of": "2026-06-02"})  # fmt: skip
    write_pin(studio.root, "later", released="2031-06-01", edition={"type": "limited", "size": 9})
    studio.build()
    return studio


def test_events_come_newest_first_with_the_day_of_their_row(followed: Studio) -> None:
    told = [(title, day) for title, day, _ in entries(followed)]
    assert told == [
        ("Sold out: Owl", "2026-06-02"),
        ("New: Owl", "2026-06-01"),
        ("Sold out: Seahorse, Blue", "2026-05-05"),
        ("Available again: Moon Moth", "2026-04-01"),
        ("Sold out: Moon Moth", "2026-03-01"),
        ("Last copies: Moon Moth", "2026-02-01"),
        ("New: Night Fox", "2025-12-01"),
        ("New: Sun Moth", "2025-11-01"),
        ("New: Moon Moth", "2025-10-01"),
        ("New: Seahorse", "2024-05-01"),
        ("New: Hermit Crab", "2023-05-01"),
    ]


def test_ids_are_permanent(followed: Studio) -> None:
    """Neither a new address, nor counting written totals again, nor later rows make anything look new."""
    before = {id for _, _, id in entries(followed)}
    write_pin(followed.root, "owl", slug="great-owl", released="2026-06-01",
              edition={"type": "limited", "size": 9, "sold": 9, "as_of": "2026-07-01"})  # fmt: skip
    append_ledger(followed.root, ledger_row("2026-07-01", "moon-moth", "sold"))
    followed.build()
    after = {id for _, _, id in entries(followed)}
    assert before < after
    assert {id.removeprefix("tag:pinsite,2026:") for id in after - before} == {
        "sold-out:moon-moth:2026-07-01:en"
    }


def test_the_json_feed_tells_the_same(followed: Studio) -> None:
    feed = json.loads(followed.page("editions/feed.json"))
    assert feed["title"] == "Night Garden Pins: Editions"
    assert [item["title"] for item in feed["items"]] == [title for title, _, _ in entries(followed)]
    assert [item["id"] for item in feed["items"]] == [id for _, _, id in entries(followed)]
    texts = {item["title"]: item["content_text"] for item in feed["items"]}
    assert texts["Last copies: Moon Moth"] == "3 copies of 100 are available."
    assert texts["Available again: Moon Moth"] == "1 copy of 100 is available."


def test_german_readers_have_a_feed(followed: Studio) -> None:
    titles = [title for title, _, _ in entries(followed, "de/editions/feed.xml")]
    assert "Letzte Stücke: Moon Moth" in titles


def test_pages_lead_to_the_feeds(followed: Studio) -> None:
    for path in ("index.html", "pins/moon-moth/index.html", "editions/index.html"):
        page = followed.page(path)
        assert 'type="application/atom+xml" title="Night Garden Pins: Editions"' in page
        assert 'editions/feed.json">' in page


def test_nobody_who_bought_is_in_a_feed(studio: Studio) -> None:
    append_ledger(
        studio.root,
        ledger_row(
            "2026-02-01", "moon-moth", "sold", quantity=97, channel="shop", ref="1042", note="for Bo Example"
        ),
    )
    studio.build()
    assert not any(word in studio.page("editions/feed.xml") for word in ("1042", "Bo Example", "shop"))


def test_without_editions_there_is_no_feed(studio: Studio) -> None:
    (studio.root / "ledger.csv").unlink()
    for id in ("moon-moth", "seahorse"):
        write_pin(studio.root, id, series="night-garden")
    studio.build()
    assert not (studio.output / "editions/feed.xml").exists()
    assert "editions/feed" not in studio.page("index.html")
