"""How many processes share some work."""

from __future__ import annotations

import pytest

from pinsite import processes
from pinsite.processes import hands


@pytest.fixture(autouse=True)
def four_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the machine have four processors and forks."""
    monkeypatch.setattr(processes, "processors", lambda: 4)
    monkeypatch.setattr(processes, "can_fork", lambda: True)


@pytest.mark.parametrize(("wanted", "pieces", "expected"), [
    (None, 99, 1), (None, 100, 2), (None, 150, 3), (None, 1000, 4), (2, 1000, 2), (8, 1000, 8), (8, 100, 2),
    (1, 1000, 1),
])  # fmt: skip
def test_each_has_at_least_half_of_what_is_enough(wanted: int | None, pieces: int, expected: int) -> None:
    assert hands(wanted, pieces, 100) == expected


def test_where_no_process_can_be_forked_one_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "can_fork", lambda: False)
    assert hands(8, 1000, 100) == 1


def test_there_is_a_processor() -> None:
    assert processes.processors() >= 1
