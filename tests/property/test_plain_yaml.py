"""Reading without places gives what reading with places gives, and takes nothing that wants a word."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from property.test_text_reading import _ANY, PIN, STORY, mutated
from unit.source.reading import load_files

from pinsite.catalogue.values import _PLAIN_URL, read_url
from pinsite.diagnostics import Problems
from pinsite.source import TextFile
from pinsite.source.matter import at, read_matter
from pinsite.source.plain_yaml import read_plain
from pinsite.source.prose import _CODE, Prose, _without_blocks
from pinsite.source.yaml_text import compose, find, plain

ORDINARY = PIN.replace("&e ", "").replace(", edition: *e", "")


def agrees(text: str) -> None:
    quick = read_plain(text)
    problems = Problems()
    node = compose(TextFile("pins/x.yaml", text), problems)
    if quick is not None:
        assert node is not None
        assert list(problems) == []
        assert (plain(node), node.line) == quick


@settings(max_examples=400)
@given(_ANY)
@example("a: {b: null, b: 1}")
@example("a: !!int 1")
@example("!!map {a: 1}")
@example("a: [!x 1]")
@example("a: ! 1")
@example("? [a]\n: 1")
@example("{a: 1, <<: {b: 1}}")
@example("'<<': 1")
@example('"\\x61": 1\na: 2')
@example('{"a":&b 1, c: *b}')
@example("a: &b [*b]")
@example("~: 1\n'~': 2")
@example("")
@example("- a")
@example("a: 1\n---\nb: 2")
@example("# only a remark")
@example("[" * 60 + "]" * 60)
@example("a: " + "{b: " * 50 + "1" + "}" * 50)
@example("\x7fa: 1")
@example("a: b\u2028c: d")
def test_any_text(text: str) -> None:
    agrees(text)


@settings(max_examples=400)
@given(mutated(PIN) | mutated(ORDINARY) | mutated(STORY.split("---\n")[1]))
def test_any_slip(text: str) -> None:
    agrees(text)


def test_ordinary_files_are_read_quickly() -> None:
    assert read_plain(ORDINARY) is not None
    assert read_plain(STORY.split("---\n")[1]) is not None
    assert read_plain('title: "R&D \\" said"\ndescription: |\n  A & B, *both*, `c`\n') is not None


@pytest.mark.parametrize("text", [PIN, "a: !x 1", "a: 1\na: 2", "a: {<<: {b: 1}}", 'a: "\\x07"'])
def test_what_is_unusual_is_not(text: str) -> None:
    assert read_plain(text) is None


_STEPS = st.lists(st.sampled_from(["images", "variants", "edition", "title", "en", "ja", 0, 1]), max_size=4)


@settings(max_examples=200)
@given(mutated(PIN), _STEPS)
@example(ORDINARY, ["title", "ja"])
@example(ORDINARY.replace("images:\n  - ", "images: "), ["images", 0, "alt"])
def test_a_location_leads_to_the_same_value(text: str, steps: list[str | int]) -> None:
    matter = read_matter(TextFile("pins/x.yaml", text), Problems())
    if matter is None:
        return
    placed = find(matter.node, tuple(steps))
    if placed.content is not None:
        assert at(matter.tree, tuple(steps)) == plain(placed)
    owner = find(matter.node, ())
    expected = (matter.line, 1) if placed is owner else (placed.line, placed.column)
    place = matter.place(*steps)
    assert (place.line, place.column) == expected


_MARKDOWN = st.lists(
    st.sampled_from(["a", " ", "    ", "\n", "\n\n", "\t", "`", "```", "~~~", "~", "- ", "[x](pin:y)"]),
    max_size=20,
).map("".join)


@settings(max_examples=300)
@given(_MARKDOWN)
def test_code_is_looked_for_only_where_it_can_be(text: str) -> None:
    seen = Prose(None, text).visible  # type: ignore[arg-type] - the record is not asked
    blanked = "\n".join(_without_blocks(text.split("\n")))
    assert seen == _CODE.sub(lambda code: "".join(" " if one != "\n" else one for one in code[0]), blanked)


@settings(max_examples=300)
@given(st.from_regex(_PLAIN_URL, fullmatch=True))
def test_a_plain_address_is_an_address(url: str) -> None:
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    assert parts.scheme in ("http", "https")
    assert parts.netloc
    assert read_url(url) == url


def test_places_are_worked_out_for_problems_only(tmp_path_factory: pytest.TempPathFactory) -> None:
    loaded, problems = load_files(
        tmp_path_factory.mktemp("site"),
        {"pins/a.yaml": "title: A\nrelated: [b]\n", "pins/b.yaml": "title: B\nrelated: [nobody]\n"},
    )
    assert [one.place.line for one in problems if one.code.id == "REF001"] == [2]
    read_again = {one.id: vars(one).get("written") for one in loaded.written}
    composed = {id: one is not None and "node" in vars(one.matter) for id, one in read_again.items()}
    assert composed == {"a": False, "b": True}
