"""A picture is found under its name in any letters that mean the same, on every disk alike."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from unit.source.reading import codes, load_files

PICTURE = b"\xff\xd8\xff"


def found(root: Path, named: str, *files: str) -> tuple[set[str], set[str]]:
    """Return the paths that a pin's picture of this name leads to, and the codes of problems."""
    pin = f'title: Moth\nimages:\n  - {{file: "{named}", alt: A moth}}\n'
    loaded, problems = load_files(root, {"pins/moth.yaml": pin, **dict.fromkeys(files, PICTURE)})
    return {use.path for use in loaded.pictures.values()}, codes(problems)


@pytest.mark.parametrize(
    ("named", "file"),
    [
        (normalize("NFC", "Kätzchen für Zoë.jpg"), normalize("NFD", "pins/Kätzchen für Zoë.jpg")),
        (normalize("NFD", "Kätzchen.jpg"), normalize("NFC", "images/Kätzchen.jpg")),
        ("front.jpg", "pins/Front.JPG"),
        ("STRASSE.JPG", "images/straße.jpg"),
        ("my photo (2).jpg", "pins/my photo (2).jpg"),
        ("my%20photo.jpg", "pins/my photo.jpg"),
        ("k%C3%A4tzchen.jpg", normalize("NFD", "pins/Kätzchen.jpg")),
        ("../images/Front.jpg", "images/front.jpg"),
    ],
)
def test_other_letters_of_the_same_name(tmp_path: Path, named: str, file: str) -> None:
    """The path is the one of the disk, so that it is right where letters are told apart, too."""
    assert found(tmp_path, named, file) == ({file}, set())


def test_the_very_name_goes_first(tmp_path: Path) -> None:
    """Also where another differs only in case, and where a file really has a `%20` in its name."""
    assert found(tmp_path / "a", "Front.jpg", "pins/front.jpg", "pins/Front.jpg")[0] == {"pins/Front.jpg"}
    assert found(tmp_path / "b", "a%20b.jpg", "pins/a b.jpg", "pins/a%20b.jpg")[0] == {"pins/a%20b.jpg"}
    assert found(tmp_path / "c", "x.jpg", "images/x.jpg", "pins/X.jpg")[0] == {"pins/X.jpg"}


def test_which_of_two_is_not_guessed(tmp_path: Path) -> None:
    """Two files that differ in case, and a name that is neither."""
    assert found(tmp_path, "FRONT.jpg", "pins/front.jpg", "pins/Front.jpg") == (set(), {"REF007"})


def test_a_link_that_leads_out_is_no_way_round(tmp_path: Path) -> None:
    """The real name is looked at as the written one is."""
    (tmp_path / "secret.jpg").write_bytes(PICTURE)
    (tmp_path / "site/pins").mkdir(parents=True)
    (tmp_path / "site/pins/Front.jpg").symlink_to(tmp_path / "secret.jpg")
    assert found(tmp_path / "site", "front.jpg") == (set(), {"REF008"})
