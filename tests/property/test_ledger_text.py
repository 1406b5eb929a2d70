"""Any text is read without an exception, and every problem points into it."""

from __future__ import annotations

import csv
import datetime
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from pinsite.source.csv_rows import rows_of, split_lines
from pinsite.source.ledger_csv import Known, read_ledger
from pinsite.source.ledger_table import COLUMNS

KNOWN = Known({"moth": ("gold",)}, ("A",))
TODAY = datetime.date(2026, 11, 22)
WORDS = st.sampled_from(
    ["2025-10-03", "moth", "gold", "sold", "held", "3", "A", "", '"', "\n", ",", ";", "é", " "]
)


@given(st.lists(WORDS, max_size=60).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read(text: str) -> None:
    """Nothing is raised, and each place lies in its line."""
    whole = f"{','.join(COLUMNS)}\n{text}"
    lines = split_lines(whole)
    for problem in read_ledger(whole, KNOWN, TODAY).problems:
        span = problem.span
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert span.length >= 1


CELLS = st.text(st.sampled_from('ab ",\né'), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=6))
@settings(max_examples=400, deadline=None)
def test_cells_are_those_of_the_csv_module(table: list[list[str]]) -> None:
    """Quoted or not, what another program writes is read back."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table)
    rows = list(rows_of(split_lines(text.getvalue())))
    assert [row.cells for row in rows] == table
    assert not any(row.fault for row in rows)
