"""What followers of an edition are told: the days on which it crossed a line, and no others."""

from __future__ import annotations

from datetime import date

import pytest

from pinsite.editions import (
    Edition,
    EditionType,
    Event,
    EventKind,
    Grade,
    Milestone,
    MilestoneKind,
    Place,
    Scale,
    milestones,
    parse_copies,
)

LIMITED = Edition(EditionType.LIMITED, 20)
SCALE = Scale((Grade("A"), Grade("S", counts=False)))


def row(
    day: int, kind: str, quantity: int | None = 1, *, source: str = "", grade: str = "", variant: str = ""
) -> Event:
    """Return a row of November."""
    origin = Place(source) if source else None
    return Event(
        day,
        date(2026, 11, day),
        "moth",
        EventKind(kind),
        variant or None,
        origin,
        quantity,
        grade=grade or None,
    )


def told(*rows: Event, edition: Edition = LIMITED) -> list[tuple[str, int, int]]:
    """Return what is told: kind, day, copies that could be had that evening."""
    found = milestones(rows, {("moth", None): edition}, SCALE).get(("moth", None), ())
    return [(one.kind.value, one.day.day, one.available) for one in found]


def test_an_edition_that_has_plenty_is_no_news() -> None:
    assert told(row(1, "sold", 10), row(2, "held", 2)) == []


def test_the_last_copies_are_told_once() -> None:
    """Three are few, whatever the size; fewer are no second news."""
    assert told(row(1, "sold", 17), row(2, "sold"), row(3, "sold")) == [("last-copies", 1, 3)]


def test_a_tenth_is_few() -> None:
    assert told(row(1, "sold", 54), edition=Edition(EditionType.LIMITED, 60)) == [("last-copies", 1, 6)]
    assert told(row(1, "sold", 53), edition=Edition(EditionType.LIMITED, 60)) == []


def test_sold_out_is_told_of_the_day_it_happened() -> None:
    assert told(row(1, "sold", 17), row(4, "sold", 3)) == [("last-copies", 1, 3), ("sold-out", 4, 0)]


def test_only_the_evening_counts() -> None:
    """Who sells all in one day tells one thing; what is packed and unpacked in a day tells nothing."""
    assert told(row(1, "sold", 18), row(1, "sold", 2)) == [("sold-out", 1, 0)]
    assert told(row(1, "held", 20), row(1, "released", 20, source="held")) == []


def test_a_return_makes_it_available_again() -> None:
    rows = (row(1, "sold", 20), row(5, "returned"))
    assert told(*rows) == [("sold-out", 1, 0), ("restocked", 5, 1)]


def test_a_second_box_after_the_last_copies_is_a_restock() -> None:
    rows = (row(1, "received", 10), row(2, "sold", 8), row(3, "received", 10))
    assert told(*rows) == [("last-copies", 2, 2), ("restocked", 3, 12)]


def test_copies_unpacked_after_a_fair_are_no_restock() -> None:
    rows = (row(1, "held", 18), row(2, "released", 18, source="held"))
    assert told(*rows) == [("last-copies", 1, 2)]


def test_grades_outside_of_the_edition_are_not_watched() -> None:
    rows = (
        row(1, "received", 20, grade="A"),
        row(1, "received", 9, grade="S"),
        row(2, "sold", 20, grade="A"),
    )
    assert told(*rows) == [("sold-out", 2, 0)]


def test_proofs_are_not_watched() -> None:
    proof = Event(2, date(2026, 11, 2), "moth", EventKind.GIFTED, copies=parse_copies("AP1"))
    assert told(row(1, "sold", 16), proof) == []


def test_an_open_edition_never_sells_out_and_comes_back() -> None:
    rows = (row(1, "received", 5), row(2, "sold", 5), row(3, "received", 30))
    assert told(*rows, edition=Edition(EditionType.OPEN)) == [("restocked", 3, 30)]


def test_an_edition_of_unknown_stock_tells_nothing() -> None:
    assert told(row(1, "sold", 5), edition=Edition(EditionType.RELEASE)) == []


def test_a_variant_without_an_edition_counts_in_its_pin() -> None:
    rows = (row(1, "sold", 10, variant="gold"), row(2, "sold", 10))
    assert milestones(rows, {("moth", None): LIMITED}) == {
        ("moth", None): (Milestone(MilestoneKind.SOLD_OUT, date(2026, 11, 2), 0, 20),)
    }


@pytest.mark.parametrize("cut", range(5))
def test_later_rows_leave_earlier_days_alone(cut: int) -> None:
    """What was told of whole days stays when rows of later days are added."""
    rows = [row(1, "sold", 17), row(2, "sold", 3), row(3, "returned", 2), row(4, "sold", 2)]
    assert told(*rows)[: len(told(*rows[:cut]))] == told(*rows[:cut])
