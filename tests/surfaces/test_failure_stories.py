"""What really happened to makers of limited editions: each is caught by `pinsite check`, with rows and pins."""

from __future__ import annotations

from pathlib import Path

import pytest
from surfaces.command import pinsite
from unit.bookkeeping.studio import studio


def check(root: Path, edition: str, *rows: str) -> tuple[int, str]:
    """Check a catalogue with one more pin; return the exit code and what was said of the ledger."""
    place = studio(root / "site", *rows)
    (place.root / "pins/fox.yaml").write_text(f"title: Fox\nedition: {edition}\n")
    done = pinsite("check", place.root)
    return done.code, "\n".join(line for line in done.err.splitlines() if line.startswith("ledger.csv"))


def test_sold_at_a_fair_and_again_online(tmp_path: Path) -> None:
    code, said = check(
        tmp_path,
        "{type: limited, size: 2}",
        "2026-10-01,fox,,sold,,1,,,etsy,1,",
        "2026-10-02,fox,,sold,,1,,,Linden Fair,,",
        "2026-10-02,fox,,sold,,1,,,etsy,2,",
    )
    assert (code, said) == (1, "ledger.csv:4:17: error EDN001: fox is oversold by 1 copy, on line 4")


def test_one_numbered_copy_sold_at_a_fair_and_again_online(tmp_path: Path) -> None:
    code, said = check(
        tmp_path,
        "{type: limited, size: 50, numbered: stamped}",
        "2026-10-02,fox,,sold,,,7,,Linden Fair,,",
        "2026-10-03,fox,,sold,,,7,,etsy,2,",
    )
    assert code == 1
    assert "ledger.csv:3" in said and "copy 7 of fox was sold already, on line 2" in said


def test_numbers_26_to_28_of_25_in_a_rush(tmp_path: Path) -> None:
    code, said = check(
        tmp_path,
        "{type: limited, size: 25, numbered: card}",
        "2026-10-02,fox,,sold,,,1-24,,Linden Fair,,",
        "2026-10-02,fox,,sold,,,25-28,,Linden Fair,,",
    )
    assert code == 1
    assert "ledger.csv:3" in said and "copies 26-28 of fox are beyond the edition of 25" in said
    assert "fox is oversold by 3 copies, on line 3" in said


def test_23_of_50_issued_twice_from_an_old_sheet(tmp_path: Path) -> None:
    """Two years lie between the two, and many other rows."""
    between = [f"2025-0{month}-01,sun-moth,,sold,,1,,,etsy,{month}," for month in range(1, 10)]
    code, said = check(
        tmp_path,
        "{type: limited, size: 50, numbered: card}",
        "2024-10-02,fox,,sold,,,23,,studio,,",
        *between,
        "2026-10-02,fox,,sold,,,21-24,,studio,,",
    )
    assert code == 1
    assert "ledger.csv:12" in said and "EDN004: copy 23 of fox was sold already, on line 2" in said


@pytest.mark.parametrize("told", [False, True])
def test_the_first_hundred_numbered_the_next_hundred_not(told: bool, tmp_path: Path) -> None:
    """It is told, until the edition says that this is how it was meant."""
    numbered = "numbered: stamped" + (", numbered_to: 100" if told else "")
    code, said = check(
        tmp_path,
        f"{{type: limited, size: 200, {numbered}}}",
        "2026-10-02,fox,,sold,,,1-100,,studio,,",
        "2026-10-03,fox,,sold,,60,,,studio,,",
        "2026-10-04,fox,,sold,,40,,,studio,,",
    )
    assert code == 0
    wanted = "warning EDN010: 100 copies of fox left with a number and 100 without, on lines 3 and 4"
    assert (wanted in said) is not told and bool(said) is not told


def test_spares_of_the_factory_sold_as_extra_numbers(tmp_path: Path) -> None:
    code, said = check(
        tmp_path,
        "{type: limited, size: 100, numbered: stamped}",
        "2026-10-01,fox,,received,,106,,A,,,the factory sent six spares",
        "2026-10-02,fox,,sold,,,101-103,,studio,,",
    )
    assert code == 1
    assert (
        "106 copies of fox were received in grades that count, 6 more than the edition of 100, on line 2"
        in said
    )
    assert "ledger.csv:3" in said and "copies 101-103 of fox are beyond the edition of 100" in said


def test_spares_received_in_a_grade_that_does_not_count_are_fine(tmp_path: Path) -> None:
    code, said = check(
        tmp_path,
        "{type: limited, size: 100, numbered: stamped}",
        "2026-10-01,fox,,received,,100,,A,,,",
        "2026-10-01,fox,,received,,6,,S,,,spares",
        "2026-10-02,fox,,sold,,,98-100,,studio,,",
    )
    assert (code, said) == (0, "")
