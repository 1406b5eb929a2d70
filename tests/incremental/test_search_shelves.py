"""The words of the search lie on shelves: an edit makes those again on which words came or went, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.builds import Studio, differences, site_bytes
from support.catalogues import edit, write_small_catalogue

from pinsite.search import index as index_of_words
from pinsite.search import place_of


@pytest.fixture
def shelved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Studio:
    """Give a small catalogue with many shelves, two pins a drawer, as a large one has them."""
    monkeypatch.setattr(index_of_words, "_SHELF", 20)
    monkeypatch.setattr("pinsite.views.search_index.DRAWER", 2)
    write_small_catalogue(tmp_path / "site")
    studio = Studio(tmp_path / "site")
    studio.build()
    return studio


def _shelves(paths: set[str], lang: str) -> set[int]:
    return {int(path.split("-")[3]) for path in paths if path.startswith(f"assets/search-{lang}-words-")}


def test_an_edit_makes_the_shelves_of_its_words_again(shelved: Studio, tmp_path: Path) -> None:
    """`Dying` has the stem `die`: it lies on the shelves of both beginnings, and leaves both."""
    everything = {path for path in site_bytes(shelved.output) if "-en-words-" in path}
    count = len(everything)
    assert count >= 32
    pin = shelved.root / "pins/moon-moth.yaml"
    edit(pin, "Opens at night.", "Opens at night. Dying.")
    shelved.build()
    assert _shelves(shelved.remade, "en") == {place_of(word, count) for word in ("dy", "di")}
    assert differences(site_bytes(shelved.output), shelved.clean(tmp_path / "clean")) == []
    edit(pin, " Dying.", "")
    shelved.build()
    assert {path for path in site_bytes(shelved.output) if "-en-words-" in path} == everything


def test_another_number_of_shelves_is_another_index(shelved: Studio, tmp_path: Path) -> None:
    before = len(list(shelved.output.glob("assets/search-en-words-*")))
    edit(shelved.root / "pins/moon-moth.yaml", "Opens at night.", " ".join(f"w{n}x" for n in range(400)))
    shelved.build()
    assert len(list(shelved.output.glob("assets/search-en-words-*"))) > before
    assert differences(site_bytes(shelved.output), shelved.clean(tmp_path / "clean")) == []
