"""Random events against a model that keeps every copy as an object of its own."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from pinsite.editions import (
    DESTINATION,
    PLACES,
    Account,
    Copies,
    Edition,
    EditionType,
    Event,
    EventKind,
    Grade,
    Place,
    Scale,
    Tally,
    fold,
    normalise,
)

SCALE = Scale((Grade("A"), Grade("B"), Grade("S", counts=False)))
COUNTING = ("A", "B")
MOVES = tuple(kind for kind in EventKind if kind is not EventKind.RECEIVED)
DAY = datetime.date(2026, 1, 1)


@dataclass
class Copy:
    """One pin: where it is, its grade, whether the ledger knows the grade, and its number."""

    place: Place
    grade: str
    graded: bool = True
    number: int | None = None


def event(line: int, kind: EventKind, count: int, **more: object) -> Event:
    """Make a row."""
    return Event(line=line, date=DAY, pin="moth", kind=kind, quantity=count, **more)  # type: ignore[arg-type]


def elsewhere(kind: EventKind) -> list[Place]:
    """List the places that an event can take copies from."""
    return [place for place in PLACES if place is not DESTINATION[kind]]


@st.composite
def graded_ledgers(draw: st.DrawFn) -> tuple[list[Event], list[list[Copy]]]:
    """Make a valid ledger of graded receipts, with grades on some rows; and the copies after each row."""
    copies: list[Copy] = []
    rows: list[Event] = []
    after: list[list[Copy]] = []
    for line in range(2, 2 + draw(st.integers(1, 14))):
        row = _receipt(draw, line, copies) if not copies or draw(st.integers(0, 3)) == 0 else None
        row = row or _move(draw, line, copies)
        if row is not None:
            rows.append(row)
            after.append([Copy(copy.place, copy.grade, copy.graded) for copy in copies])
    return rows, after


def _receipt(draw: st.DrawFn, line: int, copies: list[Copy]) -> Event:
    grade, count = draw(st.sampled_from(("A", "B", "S"))), draw(st.integers(1, 9))
    copies.extend(Copy(Place.AVAILABLE, grade) for _ in range(count))
    return event(line, EventKind.RECEIVED, count, grade=grade)


def _move(draw: st.DrawFn, line: int, copies: list[Copy]) -> Event | None:
    kind = draw(st.sampled_from(MOVES))
    source = draw(st.sampled_from(elsewhere(kind)))
    grade = draw(st.sampled_from((None, "A", "B", "S")))
    here = [copy for copy in copies if copy.place is source]
    if grade is None:
        fit = [copy for copy in here if copy.grade in COUNTING]
    else:
        fit = [copy for copy in here if copy.grade == grade]
    if not fit:
        return None
    count = draw(st.integers(1, len(fit)))
    mixed = draw(st.permutations(fit))
    # A row moves copies as they were written down: ungraded ones first, or graded ones first.
    for copy in sorted(mixed, key=lambda copy: copy.graded is (grade is None))[:count]:
        copy.place, copy.graded = DESTINATION[kind], grade is not None
    return event(line, kind, count, grade=grade, origin=source)


@given(graded_ledgers())
@settings(max_examples=400, deadline=None)
def test_totals_equal_the_copies_after_every_row(made: tuple[list[Event], list[list[Copy]]]) -> None:
    """Every prefix of a valid ledger is valid, and its totals are those of the copies."""
    rows, after = made
    account = Account(("moth", None), Edition(), SCALE)
    for row, copies in zip(rows, after, strict=True):
        account.add(row)
        assert account.violations() == []
        _same_totals(account.tally(), copies)


def _same_totals(tally: Tally, copies: list[Copy]) -> None:
    inside = Counter(copy.place for copy in copies if copy.grade in COUNTING)
    if tally.received is not None:
        assert {place: tally.count(place) for place in PLACES} == {place: inside[place] for place in PLACES}
        assert tally.received == sum(inside.values())
    outside = tally.grade("S")
    if outside is not None:
        scrap = Counter(copy.place for copy in copies if copy.grade == "S")
        assert {place: getattr(outside, place.value) for place in PLACES} == {
            place: scrap[place] for place in PLACES
        }


@given(graded_ledgers())
@settings(max_examples=600, deadline=None)
def test_no_number_of_a_grade_lies(made: tuple[list[Event], list[list[Copy]]]) -> None:
    """A number told of a grade is true, up to the ungraded copies that are told beside it."""
    rows, after = made
    tally, copies = fold(rows, Edition(), SCALE), after[-1]
    loose = tally.grade("")
    for grade in tally.grades:
        for place in PLACES:
            told = getattr(grade, place.value)
            if grade.code and told is not None:
                true = sum(copy.place is place and copy.grade == grade.code for copy in copies)
                unknown = (getattr(loose, place.value) if loose and grade.counts else 0) or 0
                assert told <= true <= told + unknown, (grade.code, place)


@given(graded_ledgers(), st.integers(1, 40))
@settings(max_examples=200, deadline=None)
def test_a_row_too_much_is_found(made: tuple[list[Event], list[list[Copy]]], extra: int) -> None:
    """More copies than a place holds cannot leave it unnoticed."""
    rows, after = made
    here = sum(copy.place is Place.AVAILABLE and copy.grade in COUNTING for copy in after[-1])
    account = Account(("moth", None), Edition(EditionType.LIMITED, 1000), SCALE)
    for row in [event(2, EventKind.RECEIVED, 1, grade="A"), *rows]:
        account.add(row)
    assert account.violations() == []
    account.add(event(99, EventKind.SOLD, here + 1 + extra))
    found = account.violations()
    assert [violation.key for violation in found] == ["oversold"]
    assert found[0].lines == (99,)
    assert account.tally().oversold == extra


@st.composite
def numbered_rows(draw: st.DrawFn) -> list[Event]:
    """Make rows of numbers, most of them taken from where the number is, some not."""
    places: dict[int, Place] = {}
    rows = []
    for line in range(2, 2 + draw(st.integers(1, 14))):
        first, more = draw(st.sampled_from((1, 2, 3, 9, 14))), draw(st.sampled_from((0, 0, 0, 1, 2)))
        kind = draw(st.sampled_from(MOVES))
        here = places.get(first, Place.AVAILABLE)
        guess = draw(st.sampled_from(elsewhere(kind)))
        origin = here if here in elsewhere(kind) and draw(st.integers(0, 5)) else guess
        rows.append(Event(line, DAY, "moth", kind, origin=origin, copies=Copies(((first, first + more),))))
        places |= dict.fromkeys(range(first, first + more + 1), DESTINATION[kind])
    return rows


@given(numbered_rows())
@settings(max_examples=600, deadline=None)
def test_numbers_are_where_a_simple_model_has_them(rows: list[Event]) -> None:
    """A number is where the last row brought it; a row is refused iff a number is not there."""
    size = 15
    model: dict[int, Place] = dict.fromkeys(range(1, size + 1), Place.AVAILABLE)
    spent: set[int] = set()
    account = Account(("moth", None), Edition(EditionType.LIMITED, size, "yes"), SCALE)
    for row in rows:
        before = len(account.violations())
        named = [number for first, last in row.copies.numbers for number in range(first, last + 1)]
        account.add(row)
        gone = row.destination in (Place.LOST, Place.DAMAGED)
        wrong = any(model.get(number) is not row.source for number in named)
        wrong |= row.destination is not Place.HELD and not gone and any(number in spent for number in named)
        assert (len(account.violations()) > before) == wrong
        model |= dict.fromkeys([number for number in named if number <= size], row.destination)
        spent |= {number for number in named if gone}
        if wrong:
            break
    tally = account.tally()
    for place in PLACES:
        numbers = [number for number, at in model.items() if at is place]
        assert tally.numbers_in(place) == normalise((number, number) for number in numbers)


@given(st.lists(st.tuples(st.sampled_from(MOVES), st.sampled_from(PLACES), st.integers(1, 30)), max_size=20))
@settings(max_examples=300, deadline=None)
def test_nothing_appears_or_vanishes(moves: list[tuple[EventKind, Place, int]]) -> None:
    """As long as no promise is broken, the places add up to the size."""
    account = Account(("moth", None), Edition(EditionType.LIMITED, 100), SCALE)
    for line, (kind, origin, count) in enumerate(moves, 2):
        account.add(event(line, kind, count, origin=origin))
        if account.violations():
            return
        tally = account.tally()
        assert sum(tally.count(place) for place in PLACES) == 100
