"""One number, one truth: pages, register, JSON, CSV and JSON-LD of the example agree on every edition."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from typing import Any

import pytest
from support.counters import Shown, counters_of, register_of
from support.example import ExampleSite

_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def editions(as_files: ExampleSite) -> dict[str, Any]:
    """Return `editions.json`."""
    found: dict[str, Any] = json.loads(as_files.page("editions.json"))
    assert found["as_of"] == max(one["as_of"] for one in found["editions"].values() if one["as_of"])
    return dict(found["editions"])


@pytest.fixture(scope="module")
def pins(as_files: ExampleSite) -> dict[str, Any]:
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
    as_files: ExampleSite, editions: dict[str, Any], pins: dict[str, Any]
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


def test_places_add_up(as_files: ExampleSite, editions: dict[str, Any], pins: dict[str, Any]) -> None:
    """Claimed is sold, gifted and traded; nothing appears or vanishes."""
    for id in editions:
        for shown in counters_of(as_files.page(f"{pins[id]['url']}index.html")).values():
            if shown.places:
                assert shown.words[0] == sum(shown.places.get(one, 0) for one in ("sold", "gifted", "traded"))
            if shown.places and shown.grades:
                available = sum(grade[2] for code, grade in shown.grades.items() if code != "S")
                assert available == shown.places.get("available", 0), id


def test_the_register_says_what_the_data_say(
    as_files: ExampleSite, editions: dict[str, Any], pins: dict[str, Any]
) -> None:
    """Row by row, in both languages."""
    urls = {pin["url"]: id for id, pin in pins.items()}
    for lang in ("", "de/"):
        rows = [row for page in register_pages(as_files, lang) for row in register_of(page)]
        assert len(rows) == sum(1 + len(one["variants"]) for one in editions.values())
        for address, shown in rows:
            id = urls[re.sub(r"^(?:\.\./)+(?:de/)?(.*)index\.html$", r"\1", address)]
            told = editions[id]
            if shown.words and re.search(r"claimed|vergeben|of|von", shown.text):
                assert any(agrees(shown, one) for one in (told, *told["variants"].values())), (address, shown)


def register_pages(site: ExampleSite, lang: str) -> list[str]:
    """Return the pages of the register of editions."""
    pages = [f"{lang}editions/index.html"]
    while (site.output / f"{lang}editions/page/{len(pages) + 1}/index.html").is_file():
        pages.append(f"{lang}editions/page/{len(pages) + 1}/index.html")
    assert len(pages) > 1
    return [site.page(path) for path in pages]


def test_json_and_csv_say_the_same(
    as_files: ExampleSite, editions: dict[str, Any], pins: dict[str, Any]
) -> None:
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


def test_linked_data_say_the_same(
    as_files: ExampleSite, editions: dict[str, Any], pins: dict[str, Any]
) -> None:
    """What search engines are told is what visitors read."""
    for id, pin in pins.items():
        for lang in ("", "de/"):
            found = _SCRIPT.search(as_files.page(f"{lang}{pin['url']}index.html"))
            assert found
            data, told = json.loads(found[1]), editions.get(id)
            if told and told["type"] != "open":
                assert data.get("artEdition") == told["size"], id
            for variant in data.get("hasVariant", ()):
                part = told["variants"][variant["url"].rpartition("#variant-")[2]]
                assert variant["artEdition"] == part["size"]
                assert variant["offers"]["inventoryLevel"]["value"] == part["available"]
                assert ("SoldOut" in variant["offers"]["availability"]) == part["sold_out"]
            offer = data.get("offers")
            if offer and told:
                assert offer.get("inventoryLevel", {}).get("value") == told["available"], id
                assert ("SoldOut" in offer.get("availability", "")) == (pin["status"] == "sold-out"), id


_MARK = re.compile(
    r'data-edition="([\w:-]+)"(?: data-as-of="([\d-]+)")? data-counts="([^"]*)">(.*?)</(?:section|div>\s*</div)>',
    re.DOTALL,
)
_METER = re.compile(r'<meter class="bar" min="0" max="(\d+)" value="(\d+)"')


def _counts(told: dict[str, Any]) -> str:
    """Return what a counter says it was written from, as the script that looks for newer numbers compares it."""
    known = [told["size"], told["claimed"], told["available"], "none" if told["sold_out"] else ""]
    return ",".join("" if one is None else str(one) for one in known)


def test_every_counter_of_every_page_has_one_truth(
    as_files: ExampleSite, editions: dict[str, Any], pins: dict[str, Any]
) -> None:
    """Pins, variants, rows of the register and of the board: the marks that the script reads, bars, words and dates."""
    seen: set[str] = set()
    for path in sorted(as_files.output.rglob("*.html")):
        for key, as_of, counts, inside in _MARK.findall(path.read_text("utf-8")):
            id, _, variant = key.partition(":")
            told = editions[id]["variants"][variant] if variant else editions[id]
            assert as_of == (told["as_of"] or ""), (path, key)
            assert counts == _counts(told), (path, key)
            for size, claimed in _METER.findall(inside):
                assert (int(size), int(claimed)) == (told["size"], told["claimed"]), (path, key)
            seen.add(key)
    # A pin whose variants alone have editions has no counter of its own; its numbers are their sum.
    own = {id for id in editions if f'data-edition="{id}"' in as_files.page(f"{pins[id]['url']}index.html")}
    assert seen == own | {f"{id}:{name}" for id, one in editions.items() for name in one["variants"]}
    for id in editions.keys() - own:
        assert editions[id]["claimed"] == sum(one["claimed"] for one in editions[id]["variants"].values())


def test_grades_add_up_to_the_edition(
    as_files: ExampleSite, editions: dict[str, Any], pins: dict[str, Any]
) -> None:
    """For every pin and variant whose grades are told: those that count make up its numbers."""
    seen = 0
    for id, told in editions.items():
        parts = {id: told} | {f"{id}-{name}": one for name, one in told["variants"].items()}
        for key, shown in counters_of(as_files.page(f"{pins[id]['url']}index.html")).items():
            if shown.grades:
                counting = [numbers for code, numbers in shown.grades.items() if code != "S"]
                assert sum(numbers[1] for numbers in counting) == parts[key]["claimed"], key
                assert sum(numbers[2] for numbers in counting) == parts[key]["available"], key
                seen += 1
    assert seen >= 3


def test_registers_of_numbers_add_up_to_the_edition(
    as_files: ExampleSite, editions: dict[str, Any], pins: dict[str, Any]
) -> None:
    """Every numbered pin and variant of the example: as many numbers in each state as its counter says."""
    seen = []
    for id, told in editions.items():
        page = as_files.page(f"{pins[id]['url']}index.html")
        for name, one in {"": told, **told["variants"]}.items():
            prefix = f"{name}-" if name else ""
            states = re.findall(rf'<li class="n-([\w-]+)" id="copy-{prefix}\d+">', page)
            if states:
                assert len(states) == one["size"]
                assert states.count("claimed") == one["claimed"], (id, name)
                assert states.count("available") == one["available"], (id, name)
                assert states.count("held") == one["held"], (id, name)
                seen.append((id, name))
    assert {("moon-moth", ""), ("moon-moth", "gold"), ("sea-bunny", ""), ("compass-rose", "")} <= set(seen)
