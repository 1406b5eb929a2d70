"""One number, one truth: pages, register, JSON, CSV and JSON-LD of the example agree on every edition."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from typing import Any

import pytest
from support.builds import Studio
from support.counters import Shown, counters_of, register_of

_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def editions(as_files: Studio) -> dict[str, Any]:
    """Return `editions.json`."""
    found: dict[str, Any] = json.loads(as_files.page("editions.json"))
    assert found["as_of"] == max(one["as_of"] for one in found["editions"].values() if one["as_of"])
    return dict(found["editions"])


@pytest.fixture(scope="module")
def pins(as_files: Studio) -> dict[str, Any]:
    """Return the pins of `catalogue.json` by id."""
    return {pin["id"]: pin for pin in json.loads(as_files.page("catalogue.json"))["pins"]}


def agrees(shown: Shown, told: dict[str, Any]) -> bool:
    """Tell whether a counter says the numbers of its data: claimed, size, made, available."""
    known = {told["claimed"], told["size"], told["available"]} - {None}
    first = shown.words[0] == (
        told["claimed"] if len(shown.words) > 1 or told["size"] is None else told["size"]
    )
    dated = shown.as_of in (None, told["as_of"])
    if told["size"] is not None:
        return first and dated and set(shown.words) <= known
    return first and dated and (told["available"] is None or shown.words[-1] == told["available"])


def test_there_is_something_to_compare(editions: dict[str, Any], pins: dict[str, Any]) -> None:
    """The example has editions of every kind."""
    assert len(editions) >= 20
    assert {one["type"] for one in editions.values()} >= {"limited", "open", "timed"}
    assert any(one["sold_out"] for one in editions.values())
    assert any(one["variants"] for one in editions.values())
    assert editions.keys() <= pins.keys()


def test_counters_of_pages_say_what_the_data_say(
    as_files: Studio, editions: dict[str, Any], pins: dict[str, Any]
) -> None:
    """In both languages, for every pin and variant that shows numbers."""
    seen = 0
    for id, told in editions.items():
        parts = {id: told} | {f"{id}-{name}": one for name, one in told["variants"].items()}
        for lang in ("", "de/"):
            for key, shown in counters_of(as_files.page(f"{lang}{pins[id]['url']}index.html")).items():
                if shown.words:
                    assert agrees(shown, parts[key]), (lang, key, shown, parts[key])
                    seen += 1
    assert seen > 40


def test_places_add_up(as_files: Studio, editions: dict[str, Any], pins: dict[str, Any]) -> None:
    """Claimed is sold, gifted and traded; nothing appears or vanishes."""
    for id in editions:
        for shown in counters_of(as_files.page(f"{pins[id]['url']}index.html")).values():
            if shown.places:
                assert shown.words[0] == sum(shown.places.get(one, 0) for one in ("sold", "gifted", "traded"))
            if shown.places and shown.grades:
                available = sum(grade[2] for code, grade in shown.grades.items() if code != "S")
                assert available == shown.places.get("available", 0), id


def test_the_register_says_what_the_data_say(
    as_files: Studio, editions: dict[str, Any], pins: dict[str, Any]
) -> None:
    """Row by row, in both languages."""
    urls = {pin["url"]: id for id, pin in pins.items()}
    for lang in ("", "de/"):
        rows = register_of(as_files.page(f"{lang}editions/index.html"))
        assert len(rows) >= len(editions)
        for address, shown in rows:
            id = urls[re.sub(r"^(?:\.\./)+(?:de/)?(.*)index\.html$", r"\1", address)]
            told = editions[id]
            if shown.words and re.search(r"claimed|vergeben|of|von", shown.text):
                assert any(agrees(shown, one) for one in (told, *told["variants"].values())), (address, shown)


def test_json_and_csv_say_the_same(as_files: Studio, editions: dict[str, Any], pins: dict[str, Any]) -> None:
    """The catalogue's data hold the numbers of `editions.json`."""
    rows = {
        row["id"]: row
        for row in csv.DictReader(StringIO(as_files.page("catalogue.csv").removeprefix("\ufeff")))
    }
    assert rows.keys() == pins.keys()
    for id, pin in pins.items():
        told = editions.get(id)
        assert pin.get("edition") == told
        assert json.loads(as_files.page(f"{pin['url']}index.json")) == pin
        names = {
            "edition_type": "type",
            "edition_size": "size",
            "claimed": "claimed",
            "available": "available",
            "as_of": "as_of",
        }
        for column, name in names.items():
            wanted = "" if told is None or told[name] is None else str(told[name])
            assert rows[id][column] == wanted, (id, column)
        assert rows[id]["status"] == pin["status"]


def test_linked_data_say_the_same(as_files: Studio, editions: dict[str, Any], pins: dict[str, Any]) -> None:
    """What search engines are told is what visitors read."""
    for id, pin in pins.items():
        for lang in ("", "de/"):
            found = _SCRIPT.search(as_files.page(f"{lang}{pin['url']}index.html"))
            assert found
            data, told = json.loads(found[1]), editions.get(id)
            if told and told["type"] != "open":
                assert data.get("artEdition") == told["size"], id
            offer = data.get("offers")
            if offer and told:
                assert offer.get("inventoryLevel", {}).get("value") == told["available"], id
                assert ("SoldOut" in offer.get("availability", "")) == (pin["status"] == "sold-out"), id
