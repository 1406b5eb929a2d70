"""How many records are open at a time."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from pinsite.catalogue import Outline, Pin, PinEntry, Reading
from pinsite.source import filed
from pinsite.source.filed import Filed, Library
from pinsite.source.gist import Gist, packed


def _record(library: Library, kind: str, id: str) -> Filed:
    plain = packed([{"title": id.title()}, ""])
    return Filed(kind, id, f"{kind}/{id}.yaml", kind, Gist(whole=True), Outline(id.title()), plain, library)


def test_the_pin_that_was_open_for_longest_is_closed_and_can_be_read_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Series stay open: there are few of them, and each of their pins asks what they are called."""
    monkeypatch.setattr(filed, "_OPEN", 2)
    library = Library(tmp_path, Reading())
    records = [_record(library, "pin", id) for id in ("moth", "owl", "fox")]
    series = _record(library, "series", "night")
    read = [cast(Pin, one.published).entry for one in (records[0], series, *records[1:])]
    assert [str(one.title) for one in read] == ["Moth", "Night", "Owl", "Fox"]
    open_now = [one.id for one in (*records, series) if "entry" in vars(one.published)]
    assert open_now == ["owl", "fox", "night"]
    again = cast(Pin, records[0].published).entry
    assert isinstance(again, PinEntry)
    assert (again == read[0], again is read[0]) == (True, False)
    assert [one.id for one in library.open] == ["fox", "moth"]
