"""Reading `ledger.csv`: what is understood, and line and column of what is not."""

from __future__ import annotations

import datetime

import pytest

from pinsite.editions import Event, EventKind, Place
from pinsite.source.csv_rows import Span
from pinsite.source.ledger_csv import KEYS, Known, LedgerReading, read_ledger
from pinsite.source.ledger_table import COLUMNS, LedgerProblem

TODAY = datetime.date(2026, 11, 22)
KNOWN = Known({"moon-moth": ("gold",), "sun-moth": ()}, ("A", "B", "S"))
HEADER = ",".join(COLUMNS)


def read(*rows: str, header: str = HEADER) -> LedgerReading:
    """Read rows below a header."""
    return read_ledger("\n".join((header, *rows, "")), KNOWN, TODAY)


def only(reading: LedgerReading) -> LedgerProblem:
    """Give the one problem of a reading."""
    assert len(reading.problems) == 1, reading.problems
    return reading.problems[0]


def test_a_full_row() -> None:
    found = read("2025-10-03,moon-moth,gold,sold,committed,4,3;7;12-13,B,etsy,4711,to Jo Buyer")
    assert found.problems == ()
    event = found.events[0]
    assert (event.line, event.date, event.key) == (2, datetime.date(2025, 10, 3), ("moon-moth", "gold"))
    assert (event.kind, event.origin, event.quantity) == (EventKind.SOLD, Place.COMMITTED, 4)
    assert (str(event.copies), event.grade, event.channel) == ("3;7;12-13", "B", "etsy")


def test_defaults() -> None:
    event = read("2025-10-03,moon-moth,,sold,,,,,,,").events[0]
    assert (event.variant, event.origin, event.quantity, event.grade) == (None, None, None, None)
    assert (event.source, event.count) == (Place.AVAILABLE, 1)


def test_a_buyer_never_travels_on() -> None:
    found = read("2025-10-03,moon-moth,,sold,,,,,etsy,SECRET-REF,SECRET-NOTE")
    assert "SECRET" not in repr(found)
    assert not {"ref", "note"} & set(Event.__struct_fields__)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        HEADER,
        "\ufeff" + HEADER + "\r\n2025-10-03,moon-moth,,sold,,,,,,,\r\n",
        HEADER + "\n\n,,,,,,,,,,\n2025-10-03,moon-moth,,sold,,,,,,,",
        HEADER.upper() + "\n2025-10-03 , moon-moth,, Sold ,Available,,,,,,\n",
        '"date","pin","event"\n"2025-10-03","moon-moth","sold"\n',
        "pin,event,date,x_mood\nmoon-moth,sold,2025-10-03,good\n",
        HEADER + '\n2025-10-03,moon-moth,,sold,,,,,,,"a, ""b""\nand\nmore"\n',
        HEADER + ",,\n2025-10-03,moon-moth,,sold,,,,,,,,,\n",
    ],
)
def test_what_is_fine(text: str) -> None:
    found = read_ledger(text, KNOWN, TODAY)
    assert found.problems == ()
    assert len(found.events) == ("moon-moth" in text)


def test_lines_count_through_quoted_cells() -> None:
    found = read('2025-10-03,moon-moth,,sold,,,,,,,"two\nlines"', "", "2025-10-04,moon-moth,,sold,,,,,,,")
    assert [event.line for event in found.events] == [2, 5]


def test_rows_out_of_order_stay_where_they_stand() -> None:
    found = read("2025-10-09,moon-moth,,sold,,,,,,,", "2025-10-03,moon-moth,,sold,,,,,,,")
    assert ([event.date.day for event in found.events], found.problems) == ([9, 3], ())


@pytest.mark.parametrize(
    ("row", "key", "column", "length", "words"),
    [
        ("2025-10-32,moon-moth,,sold,,,,,,,", "ledger-date", 1, 10, "is not a date"),
        ("03/10/2025,moon-moth,,sold,,,,,,,", "ledger-date", 1, 10, "is not a date"),
        (",moon-moth,,sold,,,,,,,", "ledger-date", 1, 1, "has no date"),
        ("2026-11-24,moon-moth,,sold,,,,,,,", "ledger-future", 1, 10, "lies in the future"),
        ("2025-10-03,mon-moth,,sold,,,,,,,", "ledger-pin", 12, 8, "did you mean `moon-moth`?"),
        ("2025-10-03,,,sold,,,,,,,", "ledger-pin", 12, 1, "names no pin"),
        ("2025-10-03,moon-moth,golt,sold,,,,,,,", "ledger-variant", 22, 4, "did you mean `gold`?"),
        ("2025-10-03,moon-moth,red,sold,,,,,,,", "ledger-variant", 22, 3, "its variants are gold"),
        ("2025-10-03,sun-moth,gold,sold,,,,,,,", "ledger-variant", 21, 4, "it has no variants"),
        ("2025-10-03,moon-moth,,slod,,,,,,,", "ledger-event", 23, 4, "did you mean `sold`?"),
        ("2025-10-03,moon-moth,,,,,,,,,", "ledger-event", 23, 1, "events are received, "),
        ("2025-10-03,moon-moth,,sold,hold,,,,,,", "ledger-from", 28, 4, "did you mean `sold`?"),
        ("2025-10-03,moon-moth,,sold,shelf,,,,,,", "ledger-from", 28, 5, "`shelf`"),
        ("2025-10-03,moon-moth,,sold,,0,,,,,", "ledger-quantity", 29, 1, "is not a quantity"),
        ("2025-10-03,moon-moth,,sold,,-1,,,,,", "ledger-quantity", 29, 2, "`returned`"),
        ("2025-10-03,moon-moth,,sold,,1.5,,,,,", "ledger-quantity", 29, 3, "is not a quantity"),
        ("2025-10-03,moon-moth,,sold,,,12;7x,,,,", "ledger-copies", 33, 2, "`7x`"),
        ('2025-10-03,moon-moth,,sold,,,"3,7",,,,', "ledger-copies", 31, 3, "separate copies by `;`"),
        ("2025-10-03,moon-moth,,sold,,,,C,,,", "ledger-grade", 31, 1, "the grades of the site are A, B, S"),
        ("2025-10-03,moon-moth,,sold,,,,b,,,", "ledger-grade", 31, 1, "did you mean `B`?"),
        ("2025-10-03,moon-moth,,sold", "ledger-cells", 23, 4, "the row has 4 cells, the header has 11"),
        ("2025-10-03,moon-moth,,sold,,,,,,,a, b,c", "ledger-cells", 37, 3, "the row has 13 cells"),
        ('2025-10-03,moon-moth,,sold,,,,,,,"open', "ledger-quote", 34, 1, "is not closed"),
        ('2025-10-03,moon-moth,,sold,,,,,,,"a" b', "ledger-quote", 37, 2, "text follows a quoted cell"),
    ],
)
def test_what_is_wrong_and_where(row: str, key: str, column: int, length: int, words: str) -> None:
    reading = read("2025-10-01,moon-moth,,sold,,,,,,,", row, "2025-10-04,moon-moth,,sold,,,,,,,")
    problem = only(reading)
    assert (problem.key, problem.span) == (key, Span(3, column, length))
    assert words in f"{problem.message} {problem.help}"
    assert [event.line for event in reading.events if event.line != 3] == [2, 4]


def test_tomorrow_is_not_yet_the_future() -> None:
    assert read("2026-11-23,moon-moth,,sold,,,,,,,").problems == ()


def test_all_that_is_wrong_in_a_row_is_said() -> None:
    found = read("soon,mon-moth,,slod,shelv,x,0,C,,,")
    keys = [problem.key.removeprefix("ledger-") for problem in found.problems]
    assert keys == ["date", "pin", "event", "from", "quantity", "copies", "grade"]


def test_the_same_row_of_a_shop_twice() -> None:
    row = "2025-10-03,moon-moth,,sold,,,,,etsy,4711,"
    found = read(row, row.replace("etsy", "Etsy"), row.replace("4711", "4712"), row.replace("etsy", ""))
    assert (only(found).key, only(found).span) == ("ledger-duplicate", Span(3, 37, 4))
    assert "stands on line 2 already" in only(found).message
    assert [event.line for event in found.events] == [2, 4, 5]


@pytest.mark.parametrize(
    ("header", "column", "words"),
    [
        ("date,pin,event,quantitiy", 16, "did you mean `quantity`?"),
        ("date,pin,event,buyer", 16, "unknown column `buyer`"),
        ("date,pin,event,pin", 16, "stands twice"),
        ("date,pin", 1, "has no column `event`"),
        ("date;pin;event", 1, "separated by semicolons"),
        ("date\tpin\tevent", 1, "separated by tabs"),
        ("2025-10-03,moon-moth,,sold,,,,,,,", 1, "has no header"),
        ('date,pin,"event', 10, "is not closed"),
    ],
)
def test_headers(header: str, column: int, words: str) -> None:
    problem = only(read_ledger(header + "\n", KNOWN, TODAY))
    assert (problem.key, problem.span.line, problem.span.column) == ("ledger-header", 1, column)
    assert words in f"{problem.message} {problem.help}"


def test_rows_are_read_in_spite_of_an_unknown_column() -> None:
    found = read_ledger("date,pin,event,byer\n2025-10-03,moon-moth,sold,Jo\n", KNOWN, TODAY)
    assert (len(found.problems), len(found.events)) == (1, 1)


class TestDoubt:
    """A pin that lacks a row may seem short; a row that only takes copies away is not missed."""

    def test_an_unreadable_receipt(self) -> None:
        assert read("2025-10-03,moon-moth,,received,,9o,,,,,").doubtful == {"moon-moth"}

    def test_an_unreadable_event_of_a_misspelt_pin(self) -> None:
        assert read("2025-10-03,mon-moth,,recieved,,,,,,,").doubtful == {"moon-moth"}

    def test_an_unreadable_sale(self) -> None:
        assert read("2025-10-03,moon-moth,,sold,,9o,,,,,").doubtful == frozenset()

    def test_a_wrong_date_changes_no_count(self) -> None:
        found = read("2025-10-32,moon-moth,,received,,90,,,,,")
        assert (found.doubtful, [event.count for event in found.events]) == (frozenset(), [90])


def test_the_place_of_any_cell() -> None:
    found = read('2025-10-03,moon-moth,,sold,,,"3;7",A,,,"x\ny"', "2025-10-03,moon-moth,, sold,,,3,A,,,")
    assert found.span(2, "copies") == Span(2, 30, 5)
    assert found.span(4, "event") == Span(4, 24, 4)
    assert found.span(4, None) == Span(4, 1, 36)
    assert found.span(4, "nonsense") == Span(4, 1, 36)
    assert found.span(99, "pin") == Span(99, 1, 1)


def test_keys_are_listed() -> None:
    assert {"ledger-date", "ledger-future", "ledger-duplicate"} <= set(KEYS)
    assert len(set(KEYS)) == len(KEYS)
