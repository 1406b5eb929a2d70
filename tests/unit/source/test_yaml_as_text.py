"""YAML is text first: what was typed arrives, with its place, within limits."""

from __future__ import annotations

import time

import pytest
from unit.source.reading import compose_text, spot, values

from pinsite.source.yaml_text import find


@pytest.mark.parametrize(
    "typed",
    [
        "NO",
        "007",
        "1:30",
        "38.50",
        "1.10",
        "12_000",
        "yes",
        "true",
        "2025-10-01",
        "0x10",
        "1e3",
        ".inf",
        "=",
        "on",
    ],
)
def test_a_value_arrives_as_it_was_typed(typed: str) -> None:
    assert values(f"a: {typed}\nb: [{typed}]\nc: '{typed}'") == {"a": typed, "b": [typed], "c": typed}


def test_what_is_null_is_not_there() -> None:
    assert values("a: null\nb: ~\nc:\nd: [x, ~, NULL]\ne: {f: }\ng: 'null'\nh: ''") == {
        "d": ["x"],
        "e": {},
        "g": "null",
        "h": "",
    }


def test_keys_are_texts_too() -> None:
    assert values("007: a\nyes: b\n1.10: c") == {"007": "a", "yes": "b", "1.10": "c"}


def test_anchors_aliases_and_merges() -> None:
    text = "a: &one {x: 1, y: 2}\nb: *one\nc: {<<: *one, y: 3}\nd: {<<: [*one, {x: 9, z: 8}]}"
    read = values(text)
    assert isinstance(read, dict)
    assert read["b"] == {"x": "1", "y": "2"}
    assert read["c"] == {"x": "1", "y": "3"}
    assert read["d"] == {"x": "1", "y": "2", "z": "8"}


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x]\n"
        + "".join(
            f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 10)}]\n" for n in range(12)
        ),
        "a: &a [*a]",
        "a: &a {b: {c: *a}}",
        "a: " + "[" * 100,
        "a: " + "[" * 50 + "x" + "]" * 50,
        "[" * 300_000,
        "- " * 300_000,
        "? " * 200_000,
        "a: " + "{a: " * 200_000,
    ],
)
def test_a_bomb_is_refused_quickly(bomb: str) -> None:
    begun = time.perf_counter()
    node, problems = compose_text(bomb)
    assert time.perf_counter() - begun < 5
    assert node is None
    assert problems[0].code.id in ("YML002", "YML004")


def test_a_large_record_is_no_bomb() -> None:
    node, problems = compose_text("tags:\n" + "".join(f"- tag {number}\n" for number in range(20_000)))
    assert node is not None
    assert not problems


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system", "!mine", "!!binary", "!!set", "!<tag:example.org,2000:x>"]
)
def test_a_tag_is_refused(tag: str) -> None:
    _, problems = compose_text(f"a: 1\nb: {tag} {{x: y}}" if "set" in tag else f"a: 1\nb: {tag} x")
    assert [(one.code.id, one.place.line, one.place.column) for one in problems] == [("YML006", 2, 4)]


def test_an_escape_cannot_bring_a_control_character_in() -> None:
    node, problems = compose_text('a: "x\\x07\\x92\\0y\\u2028"')
    assert node is not None
    assert find(node, ("a",)).content == "xy"
    assert {one.message.split()[-1] for one in problems} == {"U+0007", "U+0092", "U+0000", "U+2028"}
    assert any("`’` was meant" in one.help for one in problems)


def test_places_of_values_and_keys() -> None:
    node, _ = compose_text(
        'a: 1\nbb:\n  - {c: "two words", d: [x, y]}\n  -  z\n"quoted key": |\n  text\n  more\n'
    )
    assert node is not None
    at = find(node, ("bb", 0, "c"))
    assert (at.line, at.column, at.length) == (3, 9, 11)
    at = find(node, ("bb", 0, "d", 1))
    assert (at.line, at.column, at.length) == (3, 29, 1)
    at = find(node, ("bb", 1))
    assert (at.line, at.column, at.length) == (4, 6, 1)
    assert node.key_place("p", "quoted key").column == 1
    assert node.key_place("p", "quoted key").length == len('"quoted key"')
    assert find(node, ("quoted key",)).line == 5


def test_a_merged_key_has_the_place_where_it_was_written() -> None:
    node, _ = compose_text("x: &x {aa: 1, b: 2}\ny: {<<: *x, b: 3}")
    assert node is not None
    owner = find(node, ("y",))
    assert (owner.key_place("p", "aa").line, owner.key_place("p", "aa").column) == (1, 8)
    assert (owner.key_place("p", "b").line, owner.key_place("p", "b").column) == (2, 13)


def test_every_duplicate_is_told_with_both_lines() -> None:
    _, problems = compose_text("a: 1\nb: {c: 1, c: 2}\na: 3\na: 4\n")
    assert [spot(one) for one in problems] == [("YML003", 2, 11, 1), ("YML003", 3, 1, 1), ("YML003", 4, 1, 1)]
    assert "line 1 and again on line 4" in problems[2].message


def test_nulls_in_a_list_do_not_shift_the_places() -> None:
    node, _ = compose_text("a: [~, x, ~, y]")
    assert node is not None
    assert find(node, ("a", 1)).column == 14
