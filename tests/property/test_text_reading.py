"""Whatever stands in a file, reading never fails, and every problem has a place within the file."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from unit.source.reading import load_files

from pinsite.diagnostics import Problem, as_github, as_json, as_text
from pinsite.source import Loaded

PIN = """\
title: {en: Moon Moth, ja: 月の蛾}
summary: "A moth: with *quotes*"
description: |
  Opens at [night](pin:x), ![see](front.jpg) `code`.

  {edition: x}
designer: [Ada, {name: Bo, url: "https://example.org"}]
released: 2025-10
plating: black-nickel
size: 38 x 31.5 x 1.8 mm
edition: &e {type: limited, size: 100, numbered: stamped, proofs: {AP: 5}}
variants:
  - {id: gold, title: Gold, plating: gold, edition: *e}
colors: [{name: Dusk, pantone: 1815 C, hex: "#7a2426"}]
images:
  - {file: front.jpg, role: front, alt: "A moth", focal: [0.5, 0.4]}
price: 14.00 EUR
rights: InC
aliases: [old-moth, /shop/moth.html]
publish: 2025-10-01T18:00+02:00
x_own: {any: [thing, 1]}
"""
STORY = """\
---
title: A night
date: 2025-10-01
pins: [x]
---

It began with [a moth](pin:x) and <b>bold</b>.

{pin: x}

```
{pin: nobody}
```

- An item

    with [more](story:y "title") and ![alt][ref]

[ref]: front.jpg
"""
LEDGER = """\
date,pin,variant,event,from,quantity,copies,grade,channel,ref,note
2026-01-01,x,,received,,100,,A,,,
2026-01-02,x,gold,sold,,,1;3-4,A,etsy,77,"a, b"
2026-01-03,x,,sold,held,2,,,,,
"""
SETTINGS = """\
title: Test
author: {name: Ada}
languages: [en, ja]
time_zone: Europe/Berlin
theme_options: {accent: "#fff"}
menu: [pins, {label: More, url: /about/}]
grades: [{code: A, name: Standard}]
vocabularies: {plating: {unicorn: {en: Unicorn}}}
"""
WHOLE = {"pins/x.yaml": PIN, "stories/y.md": STORY, "ledger.csv": LEDGER, "pinsite.yaml": SETTINGS}

_YAMLISH = st.sampled_from(
    [
        "title",
        "size",
        "images",
        "edition",
        "x_a",
        ":",
        ": ",
        "\n",
        "\n  ",
        "\n- ",
        "  - ",
        "\t",
        "{",
        "}",
        "[",
        "]",
        ",",
        ", ",
        '"',
        "'",
        "|",
        ">-",
        "|2\n",
        "&a ",
        "*a",
        "!!str ",
        "!x ",
        "<<: ",
        "? ",
        "- ",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "#",
        " # ",
        "~",
        "null",
        "@",
        "`",
        "\\",
        "\\x07",
        "\\uD800",
        "\\U0010ffff",
        "\x00",
        "\x85",
        "\u2028",
        "\ufeff",
        "\ufffe",
        "\x92",
        "é",
        "月",
        "🦋",
        "\r",
        "\r\n",
        "1",
        "38 x 31 mm",
        "2025-13",
        "(pin:x)",
        "{pin: x}",
        "<script>",
        "--",
    ]
)
_YAML = st.lists(_YAMLISH, max_size=40).map("".join)
_ANY = st.one_of(_YAML, st.text(max_size=60))


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """Return a text in which some stretches are replaced, removed or moved."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + draw(st.sampled_from([0, 1, 5, 60])))))
        moved = draw(st.one_of(_YAML.map(lambda part: part[:12]), st.just(""), st.just(text[end : end + 30])))
        text = text[:start] + moved + text[end:]
    return text


def check(files: dict[str, str | bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        loaded, problems = load_files(Path(folder), files)
        for problem in problems:
            check_place(Path(folder), loaded, problem)


def check_place(root: Path, loaded: Loaded, problem: Problem) -> None:
    place = problem.place
    assert problem.help
    assert "\n" not in problem.message + problem.help
    if place.line:
        file = loaded.files.get(place.path)
        text = file.text if file else (root / place.path).read_bytes().decode("utf-8-sig", "replace")
        lines = text.split("\n") if file else text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= place.line <= len(lines), (problem, lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, (problem, lines[place.line - 1])
        assert place.length >= 1
        assert place.column + place.length <= len(lines[place.line - 1]) + 2, (problem, lines[place.line - 1])
    shown = as_text(
        problem, lambda path, line: loaded.files[path].line(line) if path in loaded.files else None
    )
    assert shown.count("\n") <= 2
    assert (shown + as_json([problem]) + as_github(problem)).encode("utf-8")


def test_what_is_mutated_here_has_no_mistake_of_its_own(tmp_path: Path) -> None:
    _, problems = load_files(tmp_path, {**WHOLE, "pins/front.jpg": b"x", "stories/front.jpg": b"x"})
    codes = {one.code.id for one in problems if one.severity == "error"}
    assert codes <= {"EDN007"}, "the ledger takes copies from where none are"


@settings(max_examples=60)
@given(st.binary(max_size=200), st.sampled_from(sorted(WHOLE)))
@example(b"\xff\xfet\0i\0", "pinsite.yaml")
@example(b"\r\x80", "ledger.csv")
@example(b"", "pinsite.yaml")
@example(b"", "ledger.csv")
@example(b"---\r---", "stories/y.md")
def test_any_bytes_can_be_read(content: bytes, path: str) -> None:
    check({path: content})


@settings(max_examples=120)
@given(_ANY, st.sampled_from(sorted(WHOLE)))
def test_any_text_can_be_read(text: str, path: str) -> None:
    check({path: text.encode("utf-8", "surrogatepass")})


@settings(max_examples=150)
@given(st.data())
def test_any_slip_in_a_valid_file_can_be_read(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(WHOLE)))
    check({**WHOLE, path: data.draw(mutated(WHOLE[path])).encode("utf-8", "surrogatepass")})
