"""Counting on from what is remembered gives what counting anew gives, whatever was changed in between."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pinsite.diagnostics import Problems, as_record
from pinsite.source import ledger_csv, ledger_memory
from pinsite.source.accounts import open_ledger, read_rows
from pinsite.source.ledger_memory import MEMORY, count_rows
from pinsite.source.pins import PinShelf, read_pins

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HEADER = "date,pin,variant,event,from,quantity,copies,grade,channel,ref,note\n"
EDITIONS = (
    "{type: limited, size: 6, numbered: stamped, proofs: {AP: 2}}",
    "{type: limited, size: 9}",
    "{type: limited, size: 9, numbered: stamped, numbered_to: 4}",
    "open",
)
VARIANTS = (
    "",
    "variants: [{id: gold, title: Gold}]\n",
    "variants: [{id: gold, title: Gold, edition: {size: 3}}]\n",
)
GRADES = (
    "",
    "grades: [{code: A, name: A}, {code: S, name: S, counts: false}]\n",
    "grades: [{code: A, name: A}]\n",
)
ROWS = (
    "2026-11-0{day},moth,,received,,{n},,A,,,",
    "2026-11-0{day},moth,,received,,{n},,S,,,",
    "2026-11-0{day},moth,,sold,,{n},,,etsy,{ref},",
    "2026-11-0{day},moth,,sold,,,{n},,fair,,",
    "2026-11-0{day},moth,,lost,,,{n},,,,",
    "2026-11-0{day},moth,gold,sold,,1,,,Etsy,{ref},",
    "2026-11-0{day},moth,,gifted,,,AP1,,,,",
    "2026-11-0{day},moth,,returned,,,{n},,,,",
    '2026-11-0{day},sun,,held,,{n},,,,,"a, {ref}"',
    "2026-11-0{day},sun,,released,held,1,,,,,",
    '2026-11-0{day},sun,,sold,held,1,,,,,"two\nlines"',
    "2026-11-0{day},nobody,,sold,,1,,,,,",
    "2026-11-2{day},sun,,sold,,1,,,,,",
    "",
)


@dataclass
class World:
    """A catalogue as it is written."""

    text: str = HEADER
    moth: int = 0
    sun: int = 1
    variants: int = 2
    grades: int = 0
    now: datetime = NOW
    steps: list[str] = field(default_factory=list)

    def write(self, root: Path) -> None:
        (root / "pins").mkdir(exist_ok=True)
        (root / "pinsite.yaml").write_text(f"title: T\n{GRADES[self.grades]}")
        (root / "pins/moth.yaml").write_text(
            f"title: M\nedition: {EDITIONS[self.moth]}\n{VARIANTS[self.variants]}"
        )
        (root / "pins/sun.yaml").write_text(f"title: S\nedition: {EDITIONS[self.sun]}\n")


@st.composite
def rows(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(ROWS)).format(
        day=draw(st.integers(1, 4)), n=draw(st.integers(1, 7)), ref=draw(st.integers(1, 30))
    )


@st.composite
def worlds(draw: st.DrawFn) -> list[World]:
    """Draw a history of a catalogue: rows are added most of the time, anything else now and then."""
    world = World()
    found = []
    for _ in range(draw(st.integers(2, 7))):
        what = draw(
            st.sampled_from(
                ("rows", "rows", "rows", "edge", "mend", "moth", "sun", "variants", "grades", "clock")
            )
        )
        if what == "rows":
            ends = draw(st.sampled_from(("\n", "\n", "")))
            world = replace(
                world, text=world.text + "\n".join(draw(st.lists(rows(), min_size=1, max_size=4))) + ends
            )
        elif what == "edge":
            world = replace(world, text=world.text + draw(st.sampled_from(("\n", "\n\n", "x", ",", '"'))))
        elif what == "mend":
            at = draw(st.integers(0, len(world.text) - 1))
            world = replace(
                world, text=world.text[:at] + draw(st.sampled_from("12,m\n")) + world.text[at + 1 :]
            )
        elif what == "clock":
            world = replace(world, now=NOW - timedelta(days=draw(st.integers(0, 25))))
        else:
            most = {"variants": len(VARIANTS), "grades": len(GRADES)}.get(what, len(EDITIONS))
            world = replace(world, **{what: draw(st.integers(0, most - 1))})
        found.append(world)
    return found


def told(world: World, root: Path, *, remembering: bool, shelf: PinShelf | None = None) -> object:
    """Count a catalogue; return all that anybody can ask of the counts."""
    shelf = shelf or read_pins(root, Problems())
    problems = Problems()
    if remembering:
        counted = count_rows(root, world.text, shelf.pins, shelf.ids, shelf.site, world.now, problems)
        reading, ledger, digests = counted.rows, counted.ledger, counted.digests
        assert reading is not None
    else:
        reading = read_rows(world.text, shelf.pins, shelf.ids, shelf.site, world.now, problems)
        ledger = open_ledger(shelf.pins, reading.events, shelf.site)
        digests = ledger_memory._digests({}, reading.events)
    keys = [("moth", None), ("moth", "gold"), ("sun", None), ("nobody", None)]
    return (
        [as_record(problem) for problem in problems],
        ledger.violations(reading.doubtful),
        [(ledger.tally(*key), ledger.has_rows(*key), ledger.as_of(key[0])) for key in keys],
        (ledger.milestones(), ledger.pins_with_rows),
        digests,
        reading.refs,
        reading.doubtful,
        [reading.span(line, "event") for line in range(1, world.text.count("\n") + 2)],
    )


def differs(history: list[World]) -> bool:
    """Tell whether counting on ever gives another answer than counting anew."""
    with TemporaryDirectory() as folder:
        for world in history:
            root = Path(folder)
            world.write(root)
            shelf = read_pins(root, Problems())
            if told(world, root, remembering=True, shelf=shelf) != told(
                world, root, remembering=False, shelf=shelf
            ):
                return True
    return False


@pytest.fixture(autouse=True, scope="module")
def _remember_at_once() -> object:
    """Keep a memory of the smallest ledger, so that every step goes on from the one before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledger_memory, "LEAST_LINES", 0)
        patch.setattr(ledger_memory, "MORE_LINES", 0)
        yield


@given(worlds())
@example(
    [
        World(f"{HEADER}{rows}")
        for rows in (
            "2026-11-03,sun,,sold,,1,,,,,\n",
            "2026-11-03,sun,,sold,,1,,,,,\nx",
            "2026-11-03,sun,,sold,,1,,,,,\nx2026-11-01,sun,,sold,,1,,,,,",
        )
    ]
)
@settings(max_examples=80, deadline=None)
def test_counting_on_equals_counting_anew(history: list[World]) -> None:
    assert not differs(history)


_BEFORE = World(f"{HEADER}2026-11-01,sun,,sold,,5,,,,,\n2026-11-01,moth,gold,sold,,1,,,,,\n")
FAULTS = {
    "the text": [_BEFORE, replace(_BEFORE, text=_BEFORE.text.replace(",5,", ",4,"))],
    "the promise": [_BEFORE, replace(_BEFORE, sun=0)],
    "the names": [_BEFORE, replace(_BEFORE, variants=0)],
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_memory_that_believes_too_much_would_be_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above can fail: each question that is not asked gives a wrong answer somewhere."""
    if fault == "the text":
        monkeypatch.setattr(ledger_memory._Remembered, "_begins", lambda self, text: True)
    elif fault == "the promise":
        monkeypatch.setattr(ledger_memory, "_promise", lambda ledger, pin: "same")
    else:
        monkeypatch.setattr(ledger_memory, "_promise", lambda ledger, pin: "same")
        monkeypatch.setattr(ledger_memory._Remembered, "_names_are_known", lambda self, known: True)
    assert not differs(FAULTS[fault][:1])
    assert differs(FAULTS[fault])


class TestWork:
    """What is read again, counted in rows."""

    @pytest.fixture
    def taken(self, monkeypatch: pytest.MonkeyPatch) -> list[int]:
        lines: list[int] = []
        take = ledger_csv._Reader.take

        def noted(reader: ledger_csv._Reader, row: ledger_csv.Row) -> None:
            lines.append(row.line)
            take(reader, row)

        monkeypatch.setattr(ledger_csv._Reader, "take", noted)
        return lines

    @pytest.fixture
    def world(self, tmp_path: Path) -> World:
        world = World(HEADER + "".join(f"2026-11-01,{pin},,held,,1,,,,,\n" for pin in ("moth", "sun") * 2))
        world.write(tmp_path)
        return world

    def count(self, world: World, root: Path) -> None:
        told(world, root, remembering=True)

    def test_a_row_more_costs_a_row(self, world: World, tmp_path: Path, taken: list[int]) -> None:
        self.count(world, tmp_path)
        taken.clear()
        self.count(world, tmp_path)
        assert taken == []
        self.count(replace(world, text=world.text + "2026-11-02,sun,,sold,,1,,,,,\n"), tmp_path)
        assert taken == [6]

    def test_another_edition_costs_the_rows_of_its_pin(
        self, world: World, tmp_path: Path, taken: list[int]
    ) -> None:
        self.count(world, tmp_path)
        taken.clear()
        replace(world, sun=3).write(tmp_path)
        self.count(world, tmp_path)
        assert taken == [3, 5]
        taken.clear()
        self.count(world, tmp_path)
        assert taken == [], "and once only"

    def test_a_broken_promise_costs_the_rows_of_its_pin_each_time(
        self, world: World, tmp_path: Path, taken: list[int]
    ) -> None:
        broken = replace(world, text=world.text + "2026-11-02,sun,,sold,,90,,,,,\n")
        self.count(broken, tmp_path)
        taken.clear()
        self.count(broken, tmp_path)
        assert taken == [3, 5, 6]

    def test_an_earlier_row_that_was_changed_costs_everything(
        self, world: World, tmp_path: Path, taken: list[int]
    ) -> None:
        self.count(world, tmp_path)
        taken.clear()
        self.count(replace(world, text=world.text.replace("moth,,held,,1", "moth,,held,,2", 1)), tmp_path)
        assert taken == [2, 3, 4, 5]

    @pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"form": 1}', b"\xff", b"[" * 100_000])
    def test_a_damaged_memory_costs_everything_and_no_more(
        self, content: bytes, world: World, tmp_path: Path, taken: list[int]
    ) -> None:
        self.count(world, tmp_path)
        (tmp_path / MEMORY).write_bytes(content)
        taken.clear()
        assert told(world, tmp_path, remembering=True) == told(world, tmp_path, remembering=False)
        assert taken == [2, 3, 4, 5] * 2

    def test_a_catalogue_that_cannot_be_written_to_is_still_read(self, world: World, tmp_path: Path) -> None:
        (tmp_path / ".pinsite").write_bytes(b"a file where the folder would be")
        assert told(world, tmp_path, remembering=True) == told(world, tmp_path, remembering=False)


def test_a_short_ledger_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_memory, "LEAST_LINES", 5)
    world = World(HEADER + "2026-11-01,sun,,held,,1,,,,,\n")
    world.write(tmp_path)
    told(world, tmp_path, remembering=True)
    assert not (tmp_path / MEMORY).exists()
