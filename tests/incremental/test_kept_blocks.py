"""Of a page that is made again, blocks that are as they were are taken from the page that lies there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.builds import Studio, differences, site_bytes
from support.catalogues import append_ledger, edit, ledger_row, write_text

from pinsite.freshness import Frame, Woven
from pinsite.views import Views
from pinsite.views.values import PinView

PAGE = "pins/moon-moth/index.html"
FOOT = '{% extends "parent:pin.html" %}{% block footer %}FOOT{{ super() }}{% endblock %}'


class Watch:
    """The blocks that were made, those that were kept, and the pins that were looked at, of the page of the moth."""

    def __init__(self) -> None:
        self.made: set[str] = set()
        self.kept: set[str] = set()
        self.looked_at = False


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Watch the next builds."""
    watch = Watch()
    pin, woven = Views.pin, Views.woven

    def looked_at(views: Views, id: str) -> PinView:
        watch.looked_at |= views.path == PAGE
        return pin(views, id)

    def seen(views: Views, outside: Frame) -> Woven:
        waiting = list(views._blocks._page.inner) if views._blocks and views.path == PAGE else []
        while waiting:
            block = waiting.pop()
            (watch.made if block.kept is None else watch.kept).add(block.name)
            waiting += block.inner
        return woven(views, outside)

    monkeypatch.setattr(Views, "pin", looked_at)
    monkeypatch.setattr(Views, "woven", seen)
    return watch


def clean(studio: Studio, scratch: Path) -> list[str]:
    """Build, and return how the site differs from a clean one."""
    studio.build()
    return differences(site_bytes(studio.output), studio.clean(scratch))


def test_a_template_of_a_foot_makes_feet(studio: Studio, tmp_path: Path, watch: Watch) -> None:
    """The record of the page is not looked at."""
    write_text(studio.root / "templates/pin.html", FOOT)
    studio.build()
    assert PAGE in studio.remade
    assert "FOOT" in studio.page(PAGE)
    assert watch.made == {"footer"}
    assert not watch.looked_at
    assert clean(studio, tmp_path) == []
    write_text(studio.root / "templates/pin.html", FOOT.replace("FOOT", "BOOT"))
    assert clean(studio, tmp_path) == []
    assert "BOOT" in studio.page(PAGE)


def test_a_copy_sold_makes_what_counts(studio: Studio, tmp_path: Path, watch: Watch) -> None:
    """And nothing that is said of the pin itself."""
    append_ledger(studio.root, ledger_row(pin="moon-moth", quantity=1))
    studio.build()
    assert "edition" in watch.made
    assert {"lead", "facts", "gallery", "notes", "footer", "header"} <= watch.kept
    assert clean(studio, tmp_path) == []


def test_a_page_that_somebody_has_changed_is_made_whole(studio: Studio, watch: Watch) -> None:
    """Also where its stamp was set back: what is kept has the digest that it had."""
    path = studio.output / PAGE
    stamp = path.stat()
    path.write_bytes(path.read_bytes().replace(b"Moon", b"Loon"))
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    write_text(studio.root / "templates/pin.html", FOOT)
    studio.build()
    assert watch.kept == set()
    assert "Loon" not in studio.page(PAGE)


def test_what_was_kept_is_kept_again(studio: Studio, tmp_path: Path, watch: Watch) -> None:
    """After many edits, a block still needs what it needed, and its pictures stay."""
    for turn in range(3):
        write_text(studio.root / "templates/pin.html", FOOT.replace("FOOT", f"turn {turn}"))
        studio.build()
    assert watch.made == {"footer"}
    edit(studio.root / "pins/moon-moth.yaml", "Opens at night.", "Opens late.")
    assert clean(studio, tmp_path) == []
    assert "Opens late." in studio.page(PAGE)
    assert "story" in watch.made
