"""The bytes of a file: encodings, line ends, characters that cannot be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit.source.reading import codes, load_files

PIN = "title: Moon Moth\nreleased: soon\n"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    loaded, problems = load_files(tmp_path, {"pins/x.yaml": b"\xef\xbb\xbftitle: Moon Moth\n"})
    assert codes(problems) == set()
    assert str(loaded.catalogue.pins["x"].entry.title) == "Moon Moth"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system(tmp_path: Path, end: str) -> None:
    _, problems = load_files(
        tmp_path,
        {
            "pins/x.yaml": PIN.replace("\n", end),
            "stories/y.md": f"---{end}title: Y{end}---{end}{end}[a](pin:z){end}",
        },
    )
    assert {
        (one.place.path, one.place.line, one.place.column)
        for one in problems
        if one.code.id in ("PIN023", "REF001")
    } == {
        ("pins/x.yaml", 2, 11),
        ("stories/y.md", 5, 5),
    }


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused_by_its_name(tmp_path: Path, encoding: str) -> None:
    _, problems = load_files(tmp_path, {"pins/x.yaml": PIN.encode(encoding)})
    (one,) = [one for one in problems if one.place.path == "pins/x.yaml"]
    assert one.code.id == "YML001"
    assert "UTF-16" in one.help


def test_the_first_byte_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    _, problems = load_files(tmp_path, {"pins/x.yaml": "title: Mönd\nsku: caf".encode() + b"\xe9\n"})
    (one,) = problems
    assert (one.code.id, one.place.line, one.place.column) == ("YML001", 2, 9)


@pytest.mark.parametrize(
    ("character", "meant"),
    [("\x91", "‘"), ("\x92", "’"), ("\x93", "“"), ("\x96", "–"), ("\x85", "…"), ("\x80", "€")],
)
def test_a_character_of_windows_1252_is_named(tmp_path: Path, character: str, meant: str) -> None:
    loaded, problems = load_files(tmp_path, {"pins/x.yaml": f"title: Moon{character}Moth\nreleased: soon\n"})
    (control, date) = [one for one in problems if not one.code.id.startswith("PIN10")]
    assert (control.place.line, control.place.column) == (1, 12)
    assert f"U+{ord(character):04X}" in control.message
    assert f"`{meant}`" in control.help
    assert (date.place.line, date.place.column) == (2, 11), "the places below stay right"
    assert character not in loaded.files["pins/x.yaml"].text


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_what_only_some_programs_take_for_a_line_end_shifts_no_line(tmp_path: Path, character: str) -> None:
    _, problems = load_files(
        tmp_path, {"pins/x.yaml": f"title: Moon{character}Moth\nsummary: a\nreleased: soon\n"}
    )
    assert [one.place.line for one in problems if one.code.id == "PIN023"] == [3]


def test_settings_that_are_no_text_stop_nothing(tmp_path: Path) -> None:
    _, problems = load_files(tmp_path, {"pinsite.yaml": b"title: \xff", "pins/x.yaml": PIN})
    assert codes(problems) == {"YML001", "PIN023"}


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    _, problems = load_files(
        tmp_path, {"pins/x.yaml": "", "pins/y.yaml": "# nothing yet\n", "stories/z.md": ""}
    )
    assert codes(problems) == {"YML007", "PIN001"}
