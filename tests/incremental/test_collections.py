"""What visitors' collections read: shelves of a few pins, made again for their own pins alone."""

from __future__ import annotations

import json
from pathlib import Path
from zlib import crc32

from support.builds import Studio, clean_site, differences, site_bytes
from support.catalogues import edit, write_document, write_pin, write_settings


def shelf(studio: Studio, number: int = 0) -> dict[str, dict[str, dict[str, object]]]:
    """Return the data of a shelf."""
    told: dict[str, dict[str, dict[str, object]]] = json.loads(studio.page(f"collection/{number}.json"))
    return told


def test_a_changed_slug_is_found_by_the_same_id(studio: Studio) -> None:
    """The shelf says where the pin is now; nobody's list has to change."""
    before = shelf(studio)["pins"]["sun-moth"]
    edit(studio.root / "pins/sun-moth.yaml", "title:", "slug: moth-of-noon\ntitle:")
    studio.build()
    assert "collection/0.json" in studio.remade
    assert shelf(studio)["pins"]["sun-moth"] == before | {"path": "pins/moth-of-noon/"}


def test_a_sale_and_a_description_leave_the_shelves_alone(studio: Studio) -> None:
    """They hold what a collector quotes, which is no number of a day."""
    edit(studio.root / "pins/moon-moth.yaml", "Opens at night.", "Opens late.")
    studio.build()
    assert not [path for path in studio.remade if "collection" in path]


def test_many_pins_stand_on_many_shelves(tmp_path: Path) -> None:
    """Each where its id says; one edit makes one shelf again."""
    write_settings(tmp_path)
    for n in range(150):
        write_pin(tmp_path, f"pin-{n}", title=f"Pin {n}", size="30 x 20 mm")
    studio = Studio(tmp_path)
    studio.build()
    shelves = [shelf(studio, number)["pins"] for number in range(4)]
    assert sum(map(len, shelves)) == 150
    assert all(crc32(id.encode()) % 4 == number for number, pins in enumerate(shelves) for id in pins)
    edit(tmp_path / "pins/pin-7.yaml", "Pin 7", "Pin Seven")
    studio.build()
    changed = [path for path in studio.remade if path.startswith("collection/")]
    assert changed == [f"collection/{crc32(b'pin-7') % 4}.json"]


def test_a_site_without_collections(tmp_path: Path) -> None:
    """Switched off there is no page, no data, no button; the address is free. Without trade there is no such word."""
    write_settings(tmp_path, tools={"trade": False})
    write_pin(tmp_path, "owl")
    studio = Studio(tmp_path)
    studio.build()
    page = studio.page("pins/owl/index.html") + studio.page("collection/index.html")
    assert 'data-mark="h"' in page and 'data-mark="t"' not in page and 'id="post"' not in page
    assert (studio.output / "board/0.json").exists()
    write_settings(tmp_path, tools={"collect": False, "board": False})
    write_document(tmp_path, "pages", "collection", "Our objects.\n")
    studio.build()
    assert "Our objects." in studio.page("collection/index.html")
    assert not (studio.output / "collection/0.json").exists()
    assert not (studio.output / "board").exists()
    assert "data-collect" not in studio.page("pins/owl/index.html")


def test_a_site_without_true_size(tmp_path: Path) -> None:
    """Switched off, a pin's page has no true size and no script for it; its millimetres stay among the facts."""
    root = tmp_path / "catalogue"
    write_settings(root)
    write_pin(root, "owl", size={"width": "31 mm", "height": "27 mm"})
    studio = Studio(root)
    studio.build()
    page = studio.page("pins/owl/index.html")
    assert 'id="true-size"' in page and "assets/size-" in page
    write_settings(root, tools={"size": False})
    studio.build()
    page = studio.page("pins/owl/index.html")
    assert 'id="true-size"' not in page and "assets/size-" not in page
    assert "31" in page
    assert differences(site_bytes(studio.output), clean_site(root, tmp_path)) == []
