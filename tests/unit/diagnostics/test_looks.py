"""How problems look: to people, to programs, to GitHub."""

from __future__ import annotations

import json

import pytest

from pinsite.diagnostics import Place, Problem, Problems, as_github, as_json, as_text
from pinsite.diagnostics.codes import CODES


def problem(
    line: int = 7, column: int = 1, length: int = 8, path: str = "pins/moon-moth.yaml", **more: str
) -> Problem:
    message = more.get("message", "unknown key `platting`")
    return Problem(
        CODES["PIN012"],
        Place(path, line, column, length),
        message,
        more.get("help", "did you mean `plating`?"),
    )


def look(one: Problem, source: str | None) -> list[str]:
    return as_text(one, lambda path, line: source).split("\n")


def test_a_problem_looks_as_the_manual_shows_it() -> None:
    assert as_text(problem(), lambda path, line: "platting: gold") == (
        "pins/moon-moth.yaml:7:1: error PIN012: unknown key `platting`\n"
        "  7 | platting: gold\n"
        "    | ^^^^^^^^ did you mean `plating`?"
    )


def test_the_gutter_is_as_wide_as_the_line_number() -> None:
    _, source, caret = look(problem(1234), "platting: gold")
    assert source.index("|") == caret.index("|")


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert look(problem(0), "not asked") == [
        "pins/moon-moth.yaml: error PIN012: unknown key `platting`",
        "    = did you mean `plating`?",
    ]


def test_help_that_is_not_there_leaves_nothing_behind() -> None:
    assert look(problem(0, help=""), None) == ["pins/moon-moth.yaml: error PIN012: unknown key `platting`"]
    assert look(problem(help=""), "platting: gold")[-1] == "    | ^^^^^^^^"


@pytest.mark.parametrize("column", [1, 60, 150, 399])
def test_of_a_long_line_the_part_around_the_caret_is_shown(column: int) -> None:
    source = "".join(chr(97 + number % 26) for number in range(400))
    _, shown, caret = look(problem(column=column, length=2), source)
    assert len(shown) <= 110
    assert shown[caret.index("^")] == source[column - 1]


def test_a_tab_is_one_column_wide() -> None:
    _, shown, caret = look(problem(column=2, length=5), "\tgold: \tx")
    assert shown.endswith(" gold:  x")
    assert shown[caret.index("^")] == "g"


def test_the_caret_stands_below_wide_characters() -> None:
    _, shown, caret = look(problem(column=8, length=3), "title: 月の蛾 x")
    assert caret == "    |        ^^^^^^ did you mean `plating`?"
    assert shown == "  7 | title: 月の蛾 x"


def test_a_combining_mark_takes_no_column() -> None:
    assert look(problem(column=3, length=1), "e\u0301x")[-1].startswith("    |  ^ ")


def test_a_length_beyond_the_line_is_cut() -> None:
    assert look(problem(column=3, length=99, help=""), "abcd")[-1] == "    |   ^^"


def test_a_column_behind_the_line_still_has_a_caret() -> None:
    assert look(problem(column=9, length=1, help=""), "abcd")[-1] == "    |     ^"


def test_what_an_author_typed_can_neither_break_the_line_nor_colour_the_terminal() -> None:
    problems = Problems()
    problems.add(
        CODES["PIN023"], Place("a\x1b[31m.yaml", 1, 1), "`one\ntwo\x1b[31m\u202e` is not a date", "a\nb"
    )
    text = as_text(next(iter(problems)), lambda path, line: "x\x1b[2Jy")
    assert text.count("\n") == 2
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_message_never_holds_a_whole_novel() -> None:
    problems = Problems()
    problems.add(CODES["PIN023"], Place("a.yaml"), "x" * 10_000)
    assert len(next(iter(problems)).message) == 300


def test_a_file_name_that_is_no_text_can_be_printed() -> None:
    path = b"pins/caf\xe9.yaml".decode("utf-8", "surrogateescape")
    for shown in (
        as_text(problem(path=path), lambda *_: None),
        as_json([problem(path=path)]),
        as_github(problem(path=path)),
    ):
        assert shown.encode("utf-8")


def test_json_has_the_keys_that_programs_expect() -> None:
    (one,) = json.loads(as_json([problem(message="„schön“")]))
    assert one == {
        "file": "pins/moon-moth.yaml",
        "line": 7,
        "column": 1,
        "severity": "error",
        "code": "PIN012",
        "message": "„schön“",
        "help": "did you mean `plating`?",
    }


def test_github_gets_one_annotation_a_problem() -> None:
    assert as_github(problem()) == (
        "::error file=pins/moon-moth.yaml,line=7,col=1,title=PIN012::"
        "unknown key `platting` (did you mean `plating`?)"
    )


def test_github_s_own_signs_are_escaped() -> None:
    text = as_github(problem(path="pins/a,b:c%.yaml", message="100%\nof it", help=""))
    assert text == "::error file=pins/a%2Cb%3Ac%25.yaml,line=7,col=1,title=PIN012::100%25%0Aof it"


def test_github_is_given_no_line_where_the_file_is_meant() -> None:
    assert "line=" not in as_github(problem(0))
