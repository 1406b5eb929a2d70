"""`pinsite ledger` as artists call it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from surfaces.command import Outcome, pinsite
from unit.bookkeeping.exports import ETSY_ITEMS, ETSY_ORDERS, etsy, etsy_order, table
from unit.bookkeeping.studio import HEADER, Studio, studio


@pytest.fixture
def place(tmp_path: Path) -> Studio:
    return studio(tmp_path / "site")


def ledger(place: Studio, *words: str) -> Outcome:
    return pinsite("ledger", *words, cwd=place.root)


def test_a_sale_is_written_and_told_in_a_sentence(place: Studio) -> None:
    done = ledger(
        place, "add", "moon-moth", "sold", "--copies", "12", "--channel", "fair", "--date", "yesterday"
    )
    assert done.code == 0, done.err
    assert done.out == (
        "Moon Moth: 1 of 25 claimed, 24 available.\n"
        "Line 2 of ledger.csv is: 2026-11-21,moon-moth,,sold,,,12,,fair,,\n"
    )
    assert place.ledger.read_text() == f"{HEADER}\n2026-11-21,moon-moth,,sold,,,12,,fair,,\n"


def test_words_that_people_use(place: Studio) -> None:
    """A verb, a list with commas and marks, a variant behind a stroke."""
    assert ledger(place, "add", "moon-moth", "gift", "-c", "#3, 5-7", "-c", "AP1").code == 0
    assert ledger(place, "add", "moon-moth/gold", "SELL", "-n", "2").code == 0
    assert place.rows() == [
        "2026-11-22,moon-moth,,gifted,,,3;5-7;AP1,,,,",
        "2026-11-22,moon-moth,gold,sold,,2,,,,,",
    ]


def test_a_broken_promise_is_refused_with_the_row_and_nothing_is_written(place: Studio) -> None:
    ledger(place, "add", "moon-moth", "sold", "--copies", "12")
    before = place.ledger.read_bytes()
    done = ledger(place, "add", "moon-moth", "sold", "--copies", "12")
    assert (done.code, done.out, place.ledger.read_bytes()) == (1, "", before)
    assert "ledger.csv:3:30: error EDN004: copy 12 of moon-moth was sold already, on line 2" in done.err
    assert "  3 | 2026-11-22,moon-moth,,sold,,,12,,,," in done.err
    assert done.err.endswith("Nothing was written; line 3 is the one that you asked for.\n")


@pytest.mark.parametrize(("words", "said"), [
    (("add", "moon-mot", "sold"), "did you mean `moon-moth`"),
    (("add", "twins", "sold"), "--variant"),
    (("add", "moon-moth"), "Missing argument 'EVENT'"),
    (("show", "moon-mot"), "did you mean `moon-moth`"),
    (("import", "esty", "x.csv"), "'esty' is not one of"),
    (("import", "csv", "pinsite.yaml"), "--channel fair"),
    (("import", "etsy", "pinsite.yaml", "--channel", "x"), "are for csv"),
    (("import", "etsy", "pinsite.yaml", "--map", "nothing"), "is not understood"),
    (("import", "csv", "pinsite.yaml", "--channel", "x", "--field", "day=Day"), "fields are date"),
    (("sell",), "there is no command `sell`"),
])  # fmt: skip
def test_a_call_that_is_wrong(words: tuple[str, ...], said: str, place: Studio) -> None:
    done = ledger(place, *words)
    assert done.code == 2
    assert said in done.err


def test_show_tells_a_pin(place: Studio) -> None:
    place.write_ledger(
        "2026-11-01,moon-moth,,received,,20,,A,,,",
        "2026-11-01,moon-moth,,received,,5,,B,,,",
        "2026-11-02,moon-moth,,sold,,,3;4,A,fair,,for Jane Placeholder",
        "2026-11-03,moon-moth,,sold,,,9,B,etsy,400001,",
        "2026-11-04,moon-moth,,returned,,,9,B,etsy,400001 returned,",
        "2026-11-05,moon-moth,gold,sold,,2,,,,,",
        "2026-11-05,moon-moth,,gifted,,,AP1,,,,",
    )
    done = ledger(place, "show", "moon-moth")
    assert done.code == 0, done.err
    for line in (
        "Moon Moth: 2 of 25 claimed, 23 available, 1 of 3 proofs AP claimed, as of 2026-11-05.",
        "  grade A: 20 received, 2 claimed, 18 available",
        "  grade B: 5 received, 0 claimed, 5 available",
        "  available: 1-2, 5-25",
        "  sold: 3-4",
        "Moon Moth (Gold): 2 of 5 claimed, 3 available, as of 2026-11-05.",
        "  by etsy: 1 sold, 1 returned",
        "  by fair: 2 sold",
        "  line 4  2026-11-02  sold #3-4  (grade A, fair)",
    ):
        assert line in done.out.splitlines(), done.out
    assert "Jane" not in done.out and "400001" not in done.out


def test_show_as_data(place: Studio) -> None:
    place.write_ledger("2026-11-02,moon-moth,,sold,,,3;4,A,fair,secret,Jane Placeholder")
    data = json.loads(ledger(place, "show", "moon-moth", "--json").out)
    own, gold = data["editions"]
    assert (own["claimed"], own["available"], own["as_of"], own["numbers"]["sold"]) == (
        2,
        23,
        "2026-11-02",
        "3-4",
    )
    assert (gold["variant"], gold["size"], gold["claimed"]) == ("gold", 5, 0)
    assert data["channels"] == [{"channel": "fair", "sold": 2, "gifted": 0, "traded": 0, "returned": 0}]
    assert [row["copies"] for row in data["history"]] == ["3-4"]
    assert "secret" not in json.dumps(data) and "Jane" not in json.dumps(data)


def test_show_tells_all_editions_and_which_rows_are_wrong(place: Studio) -> None:
    place.write_ledger("2026-11-02,sun-moth,,sold,,101,,,,,")
    done = ledger(place, "show")
    assert done.code == 1
    assert "sun-moth        101 of 100 claimed, 0 available, oversold by 1  sold-out" in done.out
    assert "EDN001: sun-moth is oversold by 1 copy, on line 2" in done.err


def test_show_without_a_ledger(place: Studio) -> None:
    assert "moon-moth/gold  0 of 5 claimed, 5 available" in ledger(place, "show").out


_UNNUMBERED = (
    "1 row of numbered editions without a number, which no shop knows; "
    "write it in `copies` when you do: line 2."
)
_UNMATCHED = (
    '  "Moth in Moonlight": 1 row, 1 sold, first at EtsySoldOrderItems2026-11.csv:4; '
    "no SKU, listing or title leads to a pin"
)


def test_an_import_from_the_dry_run_to_the_second_time(place: Studio) -> None:
    files = [
        place.root.parent / "EtsySoldOrderItems2026-11.csv",
        place.root.parent / "EtsySoldOrders2026-11.csv",
    ]
    stranger = {"Listing ID": "", "Item Name": "Moth in Moonlight"}
    files[0].write_bytes(table(ETSY_ITEMS, etsy(1), etsy(2, SKU="SM-01"), etsy(3, **stranger), etsy(4)))
    files[1].write_bytes(
        table(ETSY_ORDERS, *(etsy_order(n) for n in (1, 2, 3)), etsy_order(4, Status="Canceled"))
    )
    call = ("import", "etsy", *map(str, files))
    dry = ledger(place, *call, "--dry-run")
    assert dry.code == 0 and not place.ledger.exists(), dry.err
    assert dry.out.splitlines() == [
        "2 rows would be written to ledger.csv.",
        "  line 2: 2026-11-02,moon-moth,,sold,,1,,,etsy,400001,",
        "  line 3: 2026-11-02,sun-moth,,sold,,1,,,etsy,400002,",
        "Moon Moth: 1 of 25 claimed, 24 available.",
        "Sun Moth: 1 of 100 claimed, 99 available.",
        _UNNUMBERED,
        "1 row undone in the shop before they came into the ledger.",
        "1 row not matched:",
        _UNMATCHED,
        '    --map "Moth in Moonlight=PIN"   or   --ignore "Moth in Moonlight"',
    ]
    assert ledger(place, *call, "--map", "Moth in Moonlight=moon-moth/gold").code == 0
    again = ledger(place, *call)
    assert again.out.startswith("Nothing was written.\n3 rows in the ledger already.\n"), again.out
    assert len(place.rows()) == 3
    assert pinsite("check", place.root).code == 0


def test_a_file_that_is_no_export(place: Studio) -> None:
    done = ledger(place, "import", "shopify", "pinsite.yaml")
    assert (done.code, done.out) == (1, "")
    assert "pinsite.yaml is no export of shopify that is known here" in done.err
    assert done.err.endswith("Nothing was written.\n")


def test_what_was_written_can_be_opened_by_a_spreadsheet(place: Studio) -> None:
    ledger(place, "add", "sun-moth", "sold", "--note", 'two, "as new"\nfor a friend')
    (row,) = csv.DictReader(io.StringIO(place.ledger.read_text()))
    assert row["note"] == 'two, "as new" for a friend'
