"""The list of problems: kept once, sorted, counted."""

from __future__ import annotations

from pinsite.diagnostics import Place, Problems, did_you_mean, nearest, one_of
from pinsite.diagnostics.codes import CODES


def test_problems_are_sorted_by_file_and_line() -> None:
    problems = Problems()
    for path, line, column in (("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 1)):
        problems.add(CODES["PIN012"], Place(path, line, column), "x")
    assert [(one.place.path, one.place.line, one.place.column) for one in problems] == [
        ("a", 2, 1),
        ("a", 2, 9),
        ("a", 10, 1),
        ("b", 1, 1),
    ]


def test_the_same_problem_is_kept_once() -> None:
    problems = Problems()
    for _ in range(3):
        problems.add(CODES["PIN012"], Place("a", 1, 1), "x")
    assert len(problems) == 1


def test_errors_and_warnings_are_counted_apart() -> None:
    problems = Problems()
    problems.add(CODES["PIN012"], Place("a"), "x")
    problems.add(CODES["PIN101"], Place("a"), "y")
    assert (problems.errors, problems.warnings) == (1, 1)


def test_a_strict_site_has_no_warnings_whenever_they_were_found() -> None:
    problems = Problems()
    problems.add(CODES["PIN101"], Place("a"), "found before the settings were read")
    problems.strict = True
    problems.add(CODES["PIN102"], Place("a"), "found afterwards")
    assert (problems.errors, problems.warnings) == (2, 0)
    assert {one.severity for one in problems} == {"error"}


def test_the_nearest_name_is_found_whatever_its_case_and_joints() -> None:
    assert nearest("Black_Nickle", ["black-nickel", "nickel"]) == "black-nickel"
    assert nearest("base-metall", ["base_metal"]) == "base_metal"
    assert nearest("xyz", ["gold"]) is None


def test_help_names_what_was_meant_or_what_is_possible() -> None:
    assert did_you_mean("platting", ["plating"]) == "did you mean `plating`?"
    assert did_you_mean("q", ["plating"], "else") == "else"
    assert one_of("cab") == "one of `a`, `b`, `c`"
    assert one_of("abcd", most=2) == "one of `a`, `b` and 2 more"


def test_every_code_is_told_once_and_has_a_manual() -> None:
    assert all(code.id == id and code.manual and code.title for id, code in CODES.items())
