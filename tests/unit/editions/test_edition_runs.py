"""Copies of one run can be told from those of another; numbers may end before the edition does."""

from __future__ import annotations

import pytest
from unit.editions.edition_rows import broken, keys, limited, tally

from pinsite.editions import Edition, EditionType, Run, run_numbers, runs_alike

KEY = ("moth", None)


class TestRunsAlike:
    @pytest.mark.parametrize(
        "runs",
        [
            [],
            [Run("r1")],
            [Run("r1"), Run("r2", "smooth back")],
            [Run("r1", "matte back"), Run("r2", "smooth back")],
            [Run("r1"), Run("r2", is_pictured=True), Run("r3", is_pictured=True)],
        ],
    )
    def test_one_run_may_be_the_plain_one(self, runs: list[Run]) -> None:
        assert runs_alike(KEY, runs) == []

    def test_two_runs_without_a_mark(self) -> None:
        (found,) = runs_alike(KEY, [Run("r1"), Run("r2")])
        assert (found.key, found.severity) == ("runs-alike", "warning")
        assert "r1 and r2 of moth" in found.message

    def test_the_same_mark_twice_in_other_letters(self) -> None:
        (found,) = runs_alike(KEY, [Run("r1", "Matte back"), Run("r2", " matte back", is_pictured=True)])
        assert "the same mark" in found.message


class TestRunNumbers:
    def test_runs_side_by_side(self) -> None:
        runs = [Run("r1", numbers=((1, 30),)), Run("r2", numbers=((31, 60),))]
        assert run_numbers(KEY, runs, limited(60, "yes")) == []

    def test_a_number_in_two_runs(self) -> None:
        runs = [Run("r1", numbers=((1, 30),)), Run("r2", numbers=((28, 35), (50, 60)))]
        (found,) = run_numbers(KEY, runs, limited(60, "yes"))
        assert found.message == "the runs r1 and r2 of moth both have 28-30"

    def test_numbers_beyond_the_edition(self) -> None:
        (found,) = run_numbers(KEY, [Run("r1", numbers=((20, 28),))], limited(25, "yes"))
        assert "26-28, beyond the edition" in found.message


class TestNumberedTo:
    EDITION = Edition(EditionType.LIMITED, 200, "stamped", numbered_to=100)

    def test_later_copies_need_no_number(self) -> None:
        found = tally(self.EDITION, "sold #1-100", "sold 100")
        assert (found.available, found.without_number) == (0, 0)

    def test_numbers_end_where_the_edition_says(self) -> None:
        (found,) = broken(self.EDITION, "sold #101")
        assert found.key == "number-out-of-range"
        assert "beyond 100, the last number" in found.message

    def test_the_register_has_no_more_numbers(self) -> None:
        found = tally(self.EDITION, "sold #1-2")
        assert [at.ranges for at in found.numbers] == [((3, 100),), ((1, 2),)]

    def test_more_without_a_number_than_the_edition_has(self) -> None:
        assert keys(broken(self.EDITION, "sold #1", "sold 100")) == []
        assert keys(broken(self.EDITION, "sold #1", "sold 101")) == ["numbers-missing"]
        assert tally(self.EDITION, "sold 101").without_number == 1

    def test_without_an_end_any_number_of_copies_carries_none(self) -> None:
        edition = Edition(EditionType.OPEN, None, "yes", numbered_to=10)
        assert keys(broken(edition, "sold #1-10", "sold 900")) == []

    def test_numbers_cannot_go_beyond_the_size(self) -> None:
        from pinsite.editions import Ledger

        ledger = Ledger({KEY: Edition(EditionType.LIMITED, 50, "yes", numbered_to=60)})
        assert keys(ledger.violations()) == ["edition-size"]
