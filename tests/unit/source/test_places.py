"""Every mistake is told where it stands, however deep."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit.source.reading import load_files, spot

from pinsite.diagnostics import Problem

DEEP = """\
title: Moon Moth
variants:
  - id: gold
    title: {en: Gold, xx: Or}
    images:
      - file: gold.jpg
        alt: In gold
        focal:
          - 0.5
          - 7
    edition:
      type: limited
      size: 3
      proofs:
        AP: five
  - {id: silver, title: Silver, shop: [{label: Etsy, url: nowhere}]}
production:
  - stage: artwork
    done: 2025-02-01
  - stage: platingg
    done: 2025-02-31
museum:
  exhibitions:
    - Moths and men
    - {en: Night, de: Nacht}
safety: {warnings: [{}]}
size:
  width: 30 mm
  height: tall
colors: {name: Dusk, hex: red}
"""


def of(problems: list[Problem], *codes: str) -> list[tuple[str, int, int, int]]:
    return [spot(one) for one in problems if one.code.id in codes]


def test_deep_values_have_their_own_line_and_column(tmp_path: Path) -> None:
    _, problems = load_files(tmp_path, {"pins/x.yaml": DEEP})
    found = of(problems, "PIN030", "PIN027", "PIN026", "PIN013", "PIN023", "PIN010", "PIN020", "PIN025")
    assert found == [
        ("PIN030", 4, 23, 2),
        ("PIN027", 10, 13, 1),
        ("PIN027", 15, 13, 4),
        ("PIN026", 16, 59, 7),
        ("PIN013", 20, 12, 8),
        ("PIN023", 21, 11, 10),
        ("PIN030", 25, 19, 2),
        ("PIN010", 26, 21, 2),
        ("PIN020", 29, 11, 4),
        ("PIN025", 30, 27, 3),
    ]


def test_messages_name_the_field_as_a_reader_counts(tmp_path: Path) -> None:
    _, problems = load_files(tmp_path, {"pins/x.yaml": DEEP})
    messages = " ".join(one.message for one in problems)
    for name in (
        "`variants.1.title.xx`",
        "`variants.1.images.1.focal.2`",
        "`variants.2.shop.1.url`",
        "`museum.exhibitions.2.de`",
        "`size.height`",
        "`colors.hex`",
        "`variants.1.edition.proofs.AP`",
    ):
        assert name in messages


def test_front_matter_counts_its_lines_from_the_head_of_the_file(tmp_path: Path) -> None:
    matter = "---\ntitle: A night\nauthor:\n  - {name: Ada, url: nowhere}\npublish: later\n---\n"
    text = f"{matter}\n\n[x](pin:nobody)\n"
    _, problems = load_files(tmp_path, {"stories/night.md": text})
    assert [spot(one) for one in problems] == [
        ("PIN026", 4, 22, 7),
        ("PIN024", 5, 10, 5),
        ("REF001", 9, 5, 10),
    ]


@pytest.mark.parametrize(
    "written",
    [
        "description: See [x](pin:nobody)",
        'description: "See [x](pin:nobody)"',
        "description: 'See [x](pin:nobody)'",
        "description: |\n  See [x](pin:nobody)",
        "description: |2\n    See [x](pin:nobody)",
        "description: >-\n  Folded\n  text\n\n  See [x](pin:nobody)",
        'description: "Escaped \\"quotes\\"\n  and lines [x](pin:nobody)"',
        "description: {en: 'See [x](pin:nobody)'}",
        "images: [{file: a.jpg, alt: A, long_description: 'See [x](pin:nobody)'}]",
    ],
)
def test_a_reference_in_a_text_is_found_however_yaml_writes_it(tmp_path: Path, written: str) -> None:
    text = f"title: Moon Moth\nsummary: pin:nobody is not a link here\n{written}\n"
    _, problems = load_files(tmp_path, {"pins/x.yaml": text})
    (place,) = [one.place for one in problems if one.code.id == "REF001"]
    line = text.split("\n")[place.line - 1]
    assert place.line > 2
    assert line[place.column - 1 : place.column - 1 + place.length] == "pin:nobody"


def test_what_an_escape_hides_has_the_place_of_its_value(tmp_path: Path) -> None:
    _, problems = load_files(
        tmp_path, {"pins/x.yaml": 'title: Moon Moth\ndescription: "[x](pin:no\\\n  body)"\n'}
    )
    (place,) = [one.place for one in problems if one.code.id == "REF001"]
    assert (place.line, place.column) == (2, 14)


def test_every_one_of_equal_references_has_its_own_place(tmp_path: Path) -> None:
    text = "title: X\ndescription: |\n  [a](pin:no) and [b](pin:no)\n\n  [c](pin:nobody) and [d](pin:no)\n"
    _, problems = load_files(tmp_path, {"pins/x.yaml": text})
    assert of(problems, "REF001") == [
        ("REF001", 3, 7, 6),
        ("REF001", 3, 23, 6),
        ("REF001", 5, 7, 10),
        ("REF001", 5, 27, 6),
    ]


@pytest.mark.parametrize(
    "code",
    [
        "`[x](pin:nobody)`",
        "``[x](pin:nobody) ` ``",
        "```\n[x](pin:nobody)\n```",
        "~~~~\n```\n{pin: nobody}\n~~~\n~~~~",
        "words\n\n    [x](pin:nobody)\n",
        "```yaml\n{pin: nobody}\n```",
        "`over\ntwo [x](pin:nobody) lines`",
    ],
)
def test_what_is_shown_as_code_refers_to_nothing(tmp_path: Path, code: str) -> None:
    _, problems = load_files(tmp_path, {"stories/night.md": f"---\ntitle: A\n---\n\n{code}\n"})
    assert not problems


@pytest.mark.parametrize(
    "text",
    [
        "[x](pin:nobody)",
        "[x]( <pin:nobody> )",
        "[x][y]\n\n[y]: pin:nobody",
        "<a href='pin:nobody'>x</a>",
        "- a\n\n    [x](pin:nobody)",
        "a\n    [x](pin:nobody)",
        "> [x](pin:nobody)",
        "{pin: nobody}",
        "   {edition:nobody}  ",
        "```\ncode\n```\n\n{pin: nobody}",
        "a ` b [x](pin:nobody)",
    ],
)
def test_what_is_shown_as_text_refers_to_something(tmp_path: Path, text: str) -> None:
    _, problems = load_files(tmp_path, {"stories/night.md": f"---\ntitle: A\n---\n\n{text}\n"})
    assert [one.code.id for one in problems] == ["REF001"]


def test_one_mistake_in_a_record_hides_no_other(tmp_path: Path) -> None:
    _, problems = load_files(
        tmp_path,
        {
            "pins/x.yaml": "title: X\nsize: big\nrelated: [nobody]\nslug: y\nimages: no.jpg\n",
            "pins/y.yaml": "title: Y\n",
            "pinsite.yaml": "title: T\nauthor: Ada\npaginate: no\nmenu: [nowhere]\ntime_zone: Moon\n",
        },
    )
    assert {"PIN020", "REF001", "REF005", "REF007", "PIN027", "SET002", "SET004"} <= {
        one.code.id for one in problems
    }
