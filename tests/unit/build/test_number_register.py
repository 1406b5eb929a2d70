"""The register of numbers at every size: each number is there, says its state in words, and can be linked."""

from __future__ import annotations

import gzip
import re

import pytest
from support.builds import Studio
from support.catalogues import ledger_row, write_ledger, write_pin, write_settings

SIZES = (25, 100, 200, 201, 500, 5000)
_CELL = re.compile(
    r'<li class="n-([\w-]+)" id="copy-([\w-]+)"><span id="([\w-]+)">(\w+)'
    r'<span class="state"> ([^<]+)</span></span></li>'
)


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    """Return editions of several sizes, and one with everything that can become of a number."""
    root = tmp_path_factory.mktemp("numbers") / "catalogue"
    write_settings(root, languages=["en", "de"])
    rows = []
    for size in SIZES:
        write_pin(root, f"moth-{size}", edition={"type": "limited", "size": size, "numbered": "stamped"})
        rows.append(ledger_row("2026-02-01", f"moth-{size}", "sold", copies="2-9"))
    write_pin(root, "scattered", edition={"type": "limited", "size": 500, "numbered": "stamped"})
    odd = ";".join(str(number) for number in range(1, 500, 2))
    rows.append(ledger_row("2026-02-01", "scattered", "sold", copies=odd))
    write_pin(
        root,
        "owl",
        edition={"type": "limited", "size": 12, "numbered": "yes", "proofs": {"AP": 3}},
        variants=[
            {"id": "gold", "title": "Gold", "edition": {"type": "limited", "size": 5, "numbered": "yes"}}
        ],
    )
    rows += [
        ledger_row("2026-02-01", "owl", event, copies=copies, from_=source)
        for event, copies, source in (
            ("received", "1-11", ""),
            ("sold", "1", ""),
            ("gifted", "2", ""),
            ("reserved", "3", ""),
            ("committed", "4", ""),
            ("held", "5", ""),
            ("consigned", "6", ""),
            ("lost", "7", ""),
            ("sold", "8", ""),
            ("damaged", "8", "sold"),
            ("gifted", "AP2", ""),
        )
    ]
    rows.append(ledger_row("2026-02-02", "owl", "sold", variant="gold", copies="4"))
    write_pin(root, "loose", edition={"type": "limited", "size": 9, "numbered": "yes"})
    rows.append(ledger_row("2026-02-02", "loose", "sold", copies="4"))
    rows.append(ledger_row("2026-02-02", "loose", "gifted", quantity=2))
    write_pin(root, "totals", edition={"type": "limited", "size": 9, "numbered": "yes", "sold": 4,
                                       "as_of": "2026-02-01"})  # fmt: skip
    write_ledger(root, rows)
    studio = Studio(root)
    studio.build()
    return studio


def cells(page: str) -> dict[str, tuple[str, str]]:
    """Return the numbers of a page by id: class and words of its state."""
    found = _CELL.findall(page)
    assert all(copy == id for _, copy, id, _, _ in found)
    assert len({id for _, _, id, _, _ in found}) == len(found)
    return {id: (state, words) for state, _, id, _, words in found}


@pytest.mark.parametrize("size", SIZES)
def test_every_number_is_there(studio: Studio, size: int) -> None:
    """Up to 200 on the page of the pin, else on a page of their own, which that page leads to."""
    page = studio.page(f"pins/moth-{size}/index.html")
    own = studio.output / f"pins/moth-{size}/register/index.html"
    if size > 200:
        assert cells(page) == {}
        assert 'href="../../pins/moth-' + str(size) + "/register/" in page
        page = own.read_text("utf-8")
    else:
        assert not own.exists()
    found = cells(page)
    assert list(found) == [str(number) for number in range(1, size + 1)]
    assert [number for number, state in found.items() if state == ("claimed", "has a home")] == list(
        "23456789"
    )
    assert set(found.values()) == {("claimed", "has a home"), ("available", "available")}


def test_no_page_is_heavy(studio: Studio) -> None:
    """A pin's page stays under 12 kB compressed whatever its size; 5,000 numbers are a page of less than 60 kB."""
    for size in SIZES:
        assert len(gzip.compress((studio.output / f"pins/moth-{size}/index.html").read_bytes())) < 12_000
    large = studio.output / "pins/moth-5000/register/index.html"
    assert len(gzip.compress(large.read_bytes())) < 60_000


def test_scattered_numbers_are_left_to_the_grid(studio: Studio) -> None:
    """A legend that lists 250 single numbers would be longer than the page; it counts them."""
    page = studio.page("pins/scattered/index.html")
    assert "<dd>250</dd>" in re.sub(r"\s*<", "<", page)
    assert len(page) < len(studio.page("pins/moth-500/index.html")) + 500


def test_a_large_register_has_headings(studio: Studio) -> None:
    """Every hundred has one, so that nobody counts."""
    page = studio.page("pins/moth-500/register/index.html")
    assert re.findall(r'id="from-(\d+)"', page) == ["1", "101", "201", "301", "401"]


def test_every_place_has_a_state(studio: Studio) -> None:
    """Sold and gifted are one state: who has a copy is nobody's business."""
    page = studio.page("pins/owl/index.html")
    states = {id: state for id, (state, _) in cells(page).items()}
    gold = {f"gold-{number}": "claimed" if number == 4 else "available" for number in range(1, 6)}
    assert states == gold | {
        "1": "claimed",
        "2": "claimed",
        "3": "promised",
        "4": "promised",
        "5": "held",
        "6": "consigned",
        "7": "gone",
        "8": "gone",
        "9": "available",
        "10": "available",
        "11": "available",
        "12": "to-come",
        "AP1": "held",
        "AP2": "claimed",
        "AP3": "held",
    }


def test_the_legend_lists_the_numbers(studio: Studio) -> None:
    page = studio.page("pins/owl/index.html")
    legend = re.findall(
        r'<span class="n-([\w-]+)" aria-hidden="true"></span> ([^<]+)</dt><dd>(\d+)(?: <small>No. ([^<]+))?',
        page,
    )
    assert legend[:7] == [
        ("available", "available", "3", "9–11"),
        ("claimed", "has a home", "2", "1–2"),
        ("promised", "promised to somebody", "2", "3–4"),
        ("held", "kept by the artist", "1", "5"),
        ("consigned", "in a shop", "1", "6"),
        ("gone", "lost or damaged, never used again", "2", "7–8"),
        ("to-come", "not made yet", "1", "12"),
    ]


def test_copies_without_a_number_are_owned_up_to(studio: Studio) -> None:
    assert "2 copies left without their numbers being written down" in studio.page("pins/loose/index.html")
    assert "without" not in "".join(cells(studio.page("pins/loose/index.html")))


def test_without_known_numbers_there_is_no_register(studio: Studio) -> None:
    """Written totals do not tell which numbers went."""
    assert "register-numbers" not in studio.page("pins/totals/index.html")


def test_states_are_said_in_german(studio: Studio) -> None:
    assert cells(studio.page("de/pins/owl/index.html"))["7"] == (
        "gone",
        "verloren oder beschädigt, nie wieder vergeben",
    )
