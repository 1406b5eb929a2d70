"""Markup that is taken out is told, and nothing else is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from unit.source.reading import load_files


def told(tmp_path: Path, text: str) -> list[tuple[int, int, str]]:
    """Return line (of the text), column and what is taken out."""
    _, problems = load_files(tmp_path, {"stories/night.md": f"---\ntitle: A\n---\n{text}\n"})
    found = [one for one in problems if one.code.id == "REF014"]
    assert all(one.help for one in found)
    return [
        (one.place.line - 3, one.place.column, one.message.removesuffix(" is taken out")) for one in found
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<script>alert(1)</script>", "`<script>`"),
        ("<ScRiPt src=x>", "`<script>`"),
        ("<iframe src='https://x.example'></iframe>", "`<iframe>`"),
        ("<svg onload=alert(1)>", "`<svg>`"),
        ("<style>b {}</style>", "`<style>`"),
        ("<meta http-equiv=refresh>", "`<meta>`"),
        ("<base href='https://x.example'>", "`<base>`"),
        ("<form action=x>", "`<form>`"),
        ("<moth>", "`<moth>`"),
        ("<b onclick='alert(1)'>b</b>", "the attribute `onclick` of `<b>`"),
        ("<p class=x>b</p>", "the attribute `class` of `<p>`"),
        ("<a href='javascript:alert(1)'>b</a>", "an address of the kind `javascript:`"),
        ("<a href=' java&#10;script:alert(1)'>b</a>", "an address of the kind `javascript:`"),
        ("<img src='data:image/png;base64,x'>", "an address of the kind `data:`"),
        ("[b](javascript:alert)", "an address of the kind `javascript:`"),
        ("[b]( <VBSCRIPT:alert> )", "an address of the kind `vbscript:`"),
        ("![b](data:image/png;base64,x)", "an address of the kind `data:`"),
        ("[b][c]\n\n[c]: ftp://x.example", "an address of the kind `ftp:`"),
        ("<?php echo ?>", "`<?`"),
        ("<h1>Head</h1>", "`<h1>`"),
    ],
)
def test_what_no_page_may_hold_is_told(tmp_path: Path, text: str, what: str) -> None:
    assert [one[2] for one in told(tmp_path, text)] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "1 < 2 and 3 > 2",
        "a <3 b",
        "<https://example.org>",
        "<ada@example.org>",
        "<!-- a note -->",
        "<kbd>K</kbd><br>",
        "<p lang=ja title='x'>月</p>",
        "`<script>`",
        "```\n<script>\n```",
        "\n    <script>\n",
        "[a](https://example.org) [b](pin:x) [c](/a:b/) [d](#e:f) [g](mailto:a@b.example)",
        "<details><summary>More</summary>Words</details>",
        "&lt;script&gt;",
        "AT&T",
        "{pin: x}",
        "10:30 [x](notes/a:b.html)",
        "<time datetime='2025'>now</time>",
    ],
)
def test_what_a_page_may_hold_is_not_told(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


def test_markup_has_its_line_and_column(tmp_path: Path) -> None:
    assert told(tmp_path, "one\n\ntwo <script>\nx</script> <b>b</b>\n\n- a\n\n    <u style=x>u</u>") == [
        (3, 5, "`<script>`"),
        (8, 5, "the attribute `style` of `<u>`"),
    ]


def test_the_description_of_a_pin_is_looked_at_too(tmp_path: Path) -> None:
    _, problems = load_files(
        tmp_path, {"pins/x.yaml": "title: X\ndescription: |\n  One.\n\n  A <blink>word</blink>.\n"}
    )
    assert [
        (one.place.line, one.place.column, one.place.length) for one in problems if one.code.id == "REF014"
    ] == [(5, 5, 7)]


@pytest.mark.parametrize("opening", ["<a ", "<!--", '<a href="', "<", "](", "`", "<img "])
def test_a_flood_of_openings_is_read_in_time(tmp_path: Path, opening: str) -> None:
    begun = time.process_time()
    told(tmp_path, opening * 8000)
    assert time.process_time() - begun < 4
