"""Where is my preorder: stages, days, and what is late."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from support.builds import Studio
from support.catalogues import append_ledger, ledger_row, write_pin

STAGES = [
    {"stage": "sketch", "done": "2026-03-01"},
    {"stage": "mould", "eta": "2026-04-01"},
    {"stage": "plating", "eta": "2026-05"},
    {"stage": "shipping", "eta": "2027"},
]


@pytest.fixture
def making(catalogue: Path) -> Studio:
    """Return a catalogue in which an owl is being made."""
    write_pin(catalogue, "owl", edition={"type": "limited", "size": 50}, production=STAGES)
    studio = Studio(catalogue)
    studio.build()
    return studio


def stages(page: str) -> list[tuple[str, str, str]]:
    """Return the stages of a page: classes, name, when."""
    found = re.findall(
        r'<li class="stage ([^"]+)"[^>]*><span class="stage-name">([^<]+)</span>\s*'
        r'<span class="stage-when">(.*?)</span>',
        page,
        re.DOTALL,
    )
    return [
        (classes, name, re.sub(r"\s+", " ", re.sub("<[^>]+>", "", when)).strip())
        for classes, name, when in found
    ]


def test_the_board_and_the_page_of_the_pin_say_the_same(making: Studio) -> None:
    board, page = making.page("editions/preorders/index.html"), making.page("pins/owl/index.html")
    assert stages(board) == stages(page)
    assert stages(page) == [
        ("stage-done", "Sketch", "done March 1, 2026"),
        ("stage-due stage-now", "Mould", "expected April 1, 2026"),
        ("stage-due", "Plating", "expected May 2026"),
        ("stage-due", "Shipping", "expected 2027"),
    ]
    assert "Now: Mould. 1 of 4 stages are done. Ready: expected" in re.sub(r"\s+", " ", board)
    assert 'href="../../editions/preorders/' in page


def test_nothing_becomes_late_by_waiting(making: Studio) -> None:
    """What is late is late against what is known; on another day the same catalogue makes the same bytes."""
    making.now += timedelta(days=900)
    assert making.build().written == []


def test_a_newer_row_of_the_ledger_makes_late_what_is_late(making: Studio) -> None:
    """On 1 June the mould of April and the plating of May are late; shipping has until the end of its year."""
    append_ledger(making.root, ledger_row("2026-06-01", "owl", "committed"))
    making.build()
    assert [
        (classes.split()[-1], when) for classes, _, when in stages(making.page("pins/owl/index.html"))
    ] == [
        ("stage-done", "done March 1, 2026"),
        ("stage-late", "late: was expected April 1, 2026"),
        ("stage-late", "late: was expected May 2026"),
        ("stage-due", "expected 2027"),
    ]
    assert "verspätet: erwartet war" in making.page("de/editions/preorders/index.html")


def test_an_expected_day_is_kept_until_it_is_over(making: Studio) -> None:
    append_ledger(making.root, ledger_row("2026-04-01", "owl", "committed"))
    making.build()
    assert "stage-late" not in making.page("pins/owl/index.html")
    append_ledger(making.root, ledger_row("2026-04-02", "owl", "committed"))
    making.build()
    assert making.page("pins/owl/index.html").count("stage-late") == 1


def test_preorders_are_counted_on_the_board(making: Studio) -> None:
    append_ledger(making.root, ledger_row("2026-03-05", "owl", "committed", quantity=12))
    making.build()
    assert '<div class="place place-committed"><dt>Committed</dt><dd>12</dd></div>' in making.page(
        "editions/preorders/index.html"
    )
