"""What is seen in a picture shapes cards, colours and social cards; one edit remakes what shows it, no more."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from support.builds import Studio, clean_site, differences, site_bytes
from support.catalogues import (
    append_ledger,
    edit,
    ledger_row,
    write_document,
    write_ledger,
    write_pin,
    write_settings,
)

from pinsite.build import Build, Listeners, prepare
from pinsite.diagnostics import Problems
from pinsite.images import Progress, sights

HERE = "https://example.org/pins/"


def write_photograph(path: Path, enamel: str, left: int = 60, ground: str = "#e2d6bc") -> Path:
    """Write a photograph of a pin on a plain ground, left of the middle."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.new("RGB", (900, 600), ground)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((left, 150, left + 240, 450), fill="#b9bcc0")
    draw.ellipse((left + 12, 162, left + 228, 438), fill=enamel)
    picture.save(path)
    return path


@pytest.fixture
def seen(tmp_path: Path) -> Studio:
    """Return a built site of two pins with photographs, one with colours that its author has written."""
    root = tmp_path / "site"
    write_settings(root, base_url=HERE, images={"formats": ["jpeg"]})
    write_photograph(root / "pins/moth.png", "#b22028")
    write_photograph(root / "pins/whale.png", "#16265a", left=500)
    write_pin(
        root, "moth", images=[{"file": "moth.png", "alt": "A moth"}], edition={"type": "limited", "size": 100}
    )
    write_pin(
        root,
        "whale",
        images=[{"file": "whale.png", "alt": "A whale"}],
        colors=[{"name": "Moss", "hex": "#3c8d40"}],
    )
    write_document(root, "stories", "night", pins=["moth"])
    write_ledger(root, [ledger_row("2026-01-10", "moth", "sold", quantity=3)])
    studio = Studio(root)
    studio.build()
    return studio


def planned(studio: Studio, part: str) -> dict[str, tuple[int, int, int, int]]:
    """Return the crops of the planned pictures whose address has a part."""
    assert studio.last.material is not None
    return {path: one.box for path, (_, one) in studio.last.material.planned.items() if part in path}


def card_of(studio: Studio, page: str) -> str:
    """Return the social card that a page names, as a path of the site."""
    found = re.search(r'property="og:image" content="([^"]+)"', studio.page(page))
    assert found is not None
    return found[1].removeprefix(HERE)


def test_lists_go_close_to_the_pin(seen: Studio) -> None:
    """The crop of a card is a square around the pin, not around the middle of the picture."""
    left, top, right, bottom = next(iter(planned(seen, "moth-moth-320w").values()))
    assert right - left == bottom - top < 420
    assert left <= 60 and right >= 300 and top <= 150 and bottom >= 450


def test_the_page_of_the_pin_shows_the_whole_picture(seen: Studio) -> None:
    """Only lists go close."""
    assert set(planned(seen, "moth-moth-800w").values()) == {(0, 0, 900, 600)}


def test_crop_none_keeps_the_distance(seen: Studio) -> None:
    """With `crop: none` a card is cut to its shape around the focal point, as before."""
    edit(seen.root / "pins/moth.yaml", '"alt": "A moth"', '"alt": "A moth", "crop": "none"')
    seen.build()
    assert set(planned(seen, "moth-moth-320w").values()) == {(150, 0, 750, 600)}


def test_a_box_by_hand_is_believed(seen: Studio) -> None:
    """The author knows better; the crop holds the given box."""
    edit(seen.root / "pins/moth.yaml", '"alt": "A moth"', '"alt": "A moth", "box": [0.6, 0.2, 0.3, 0.6]')
    seen.build()
    left, top, right, bottom = next(iter(planned(seen, "moth-moth-320w").values()))
    assert left <= 540 and right >= 810 and top <= 120 and bottom >= 480


def test_a_focal_point_moves_the_crop_as_far_as_the_pin_allows(seen: Studio) -> None:
    """The pin stays whole; where there is room, the point decides."""
    edit(seen.root / "pins/moth.yaml", '"alt": "A moth"', '"alt": "A moth", "focal": [0, 0.5]')
    seen.build()
    left, _, right, _ = next(iter(planned(seen, "moth-moth-320w").values()))
    assert left == 0 and right >= 300


def test_the_colours_of_a_pin_are_found_and_those_of_its_author_win(seen: Studio) -> None:
    """The moth is red as seen; the whale is green as written, whatever its photograph shows."""
    assert "pins/moth/" in seen.page("colours/red/index.html")
    assert "pins/whale/" in seen.page("colours/green/index.html")
    assert not (seen.output / "colours/blue/index.html").exists()
    edit(seen.root / "pins/whale.yaml", 'colors: [{"name": "Moss", "hex": "#3c8d40"}]\n', "")
    seen.build()
    assert "pins/whale/" in seen.page("colours/blue/index.html")
    assert not (seen.output / "colours/green/index.html").exists()


def test_the_search_knows_the_colours(seen: Studio) -> None:
    """The families are among the choices, with their labels; the shades of a pin are its author's, or those seen."""
    assert "red" in _search(seen, "columns")["codes"]["colours"]
    assert "Red" in _search(seen, "en-index")["labels"]["colours"][1]
    assert "409040" in _search(seen, "shades")["palette"]


def _search(seen: Studio, name: str) -> dict[str, Any]:
    """Return what a file of the search holds."""
    (path,) = seen.output.glob(f"assets/search-{name}-*.js")
    return dict(json.loads(path.read_text("utf-8").partition("=")[2].rstrip(";\n")))


def test_a_placeholder_stands_in_for_each_card(seen: Studio) -> None:
    """Ground and outline as attributes of SVG, in the measure of the crop; no style, no script, few bytes."""
    (shape,) = re.findall(r'<svg class="until".*?</svg>', seen.page("colours/red/index.html"))
    assert re.search(r'fill="#e2d[56]bc"', shape) and re.search(r'fill="#b[0-9a-f]{5}" d="M', shape)
    assert "style" not in shape and len(shape) < 420


def test_every_kind_of_page_has_a_card_with_a_whole_address(seen: Studio) -> None:
    """Pin, story and home page name a file that is there, with its size and words."""
    for page in ("pins/moth/index.html", "stories/night/index.html", "index.html"):
        file = seen.output / card_of(seen, page)
        assert Image.open(file).size == (1200, 630)
        head = seen.page(page)
        assert '<meta property="og:image:width" content="1200">' in head
        assert '<meta property="og:image:alt" content="A ' in head
        assert '<meta name="twitter:card" content="summary_large_image">' in head


def test_cards_are_counted_as_pictures(tmp_path: Path, seen: Studio) -> None:
    """The report counts what was made; the second build makes nothing."""
    cards = [path for path in site_bytes(seen.output) if "-card-" in path]
    assert len(cards) == len(set(cards)) >= 4
    assert seen.build().images.made == 0


def test_without_an_address_no_card_is_made(seen: Studio) -> None:
    """Networks want whole addresses; a site that does not know its own makes no cards and says nothing."""
    edit(seen.root / "pinsite.yaml", f'base_url: "{HERE}"\n', "")
    seen.build()
    assert "og:image" not in seen.page("pins/moth/index.html")
    assert not [path for path in site_bytes(seen.output) if "-card-" in path]


def test_a_sale_draws_no_card_again(seen: Studio) -> None:
    """The card says how many there will be, not how many are left."""
    before = card_of(seen, "pins/moth/index.html")
    append_ledger(seen.root, ledger_row("2026-02-01", "moth", "sold", quantity=1))
    report = seen.build()
    assert card_of(seen, "pins/moth/index.html") == before
    assert report.images.made == 0 and not [path for path in report.written if path.endswith(".jpg")]


def test_another_title_or_edition_is_another_card(seen: Studio) -> None:
    """The words are part of the address, so that no network shows an old card."""
    before = card_of(seen, "pins/moth/index.html")
    edit(seen.root / "pins/moth.yaml", '"size": 100', '"size": 120')
    seen.build()
    between = card_of(seen, "pins/moth/index.html")
    edit(seen.root / "pins/moth.yaml", 'title: "Moth"', 'title: "Moon Moth"')
    seen.build()
    assert len({before, between, card_of(seen, "pins/moth/index.html")}) == 3
    assert not (seen.output / before).exists()


def test_pictures_are_looked_at_once(seen: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was seen is kept by content: a build after an edit opens none, a copy under a new name neither."""
    looked: list[Path] = []
    real = sights.look
    monkeypatch.setattr(sights, "look", lambda path, source: (looked.append(path), real(path, source))[1])
    edit(seen.root / "pins/moth.yaml", 'title: "Moth"', 'title: "Moon Moth"')
    (seen.root / "pins/moth.png").rename(seen.root / "pins/moon.png")
    edit(seen.root / "pins/moth.yaml", '"file": "moth.png"', '"file": "moon.png"')
    seen.build()
    assert looked == []
    write_photograph(seen.root / "pins/whale.png", "#16265a", left=480)
    seen.build()
    assert [path.name for path in looked] == ["whale.png"]


def test_looking_is_told_and_what_was_seen_outlives_ctrl_c(
    seen: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A first build of photographs looks at them for minutes: it says how far it is, and loses nothing."""
    monkeypatch.setattr(sights, "processors", lambda: 1)
    (seen.root / ".pinsite/images/sights.json").unlink()
    write_photograph(seen.root / "pins/moth.png", "#b22028", left=70)
    told: list[Progress | str] = []

    def stop(now: Progress) -> None:
        told.append(now)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Build(seen.order, Listeners(told.append, stop)).run()
    assert told == ["Reading", "Looking at pictures", Progress(1, 2, 0.54, 1.08)]
    looked: list[Path] = []
    real = sights.look
    monkeypatch.setattr(sights, "look", lambda path, source: (looked.append(path), real(path, source))[1])
    seen.build()
    assert len(looked) == 1


def test_the_first_page_of_a_preview_waits_for_no_long_look(
    seen: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A HEIC or TIFF of 24 megapixels takes seconds to look at: the build behind the first page does it."""
    (seen.root / ".pinsite/images/sights.json").unlink()
    monkeypatch.setattr("pinsite.build.sights._QUICK_MEGAPIXELS", 0.1)
    looked: list[Path] = []
    real = sights.look
    monkeypatch.setattr(sights, "look", lambda path, source: (looked.append(path), real(path, source))[1])
    order = replace(seen.order, preview=True)
    assert prepare(replace(order, hasty=True), Problems()).material and looked == []
    assert prepare(order, Problems()).material and len(looked) == 2


def test_a_picture_in_which_nothing_is_found_is_looked_at_once_too(
    seen: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not to be found is a fact like any other."""
    Image.linear_gradient("L").resize((400, 400)).save(seen.root / "pins/moth.png")
    seen.build()
    monkeypatch.setattr(sights, "look", lambda path, source: pytest.fail("it is known already"))
    edit(seen.root / "pins/moth.yaml", 'title: "Moth"', 'title: "Moon Moth"')
    seen.build()


def test_what_was_seen_by_another_version_is_forgotten(seen: Studio) -> None:
    """A memory that another version wrote, or that is damaged, costs a look, never truth."""
    kept = seen.root / ".pinsite/images/sights.json"
    before = site_bytes(seen.output)
    for text in (kept.read_text("utf-8").replace("pillow", "tin"), "[1", '["x", 3]', '{"a": 1}'):
        kept.write_text(text, "utf-8")
        seen.build(clean=True)
        assert site_bytes(seen.output) == before


def test_another_photograph_makes_the_site_of_a_clean_build(seen: Studio, tmp_path: Path) -> None:
    """Crop, colour, placeholder and card follow the new picture; nothing of the old one stays."""
    write_photograph(seen.root / "pins/moth.png", "#e8c832", left=300, ground="#203040")
    seen.build()
    assert "pins/moth/" in seen.page("colours/yellow/index.html")
    assert differences(site_bytes(seen.output), clean_site(seen.root, tmp_path)) == []


def test_a_see_through_photograph_lies_on_the_paper_of_the_theme(tmp_path: Path) -> None:
    """A JPEG keeps no transparency; another theme is another paper, and the picture is made again."""
    root = tmp_path / "site"
    write_settings(root, theme="atelier", images={"formats": ["jpeg"]})
    (root / "pins").mkdir()
    noise = Image.effect_noise((900, 900), 90).convert("RGB")
    shape = Image.new("L", noise.size)
    ImageDraw.Draw(shape).ellipse((150, 150, 750, 750), fill=255)
    noise.putalpha(shape)
    noise.save(root / "pins/moth.png")
    write_pin(root, "moth", images=[{"file": "moth.png", "alt": "A moth"}])
    studio = Studio(root)
    studio.build()
    assert corner_of_jpeg(studio) == pytest.approx((0xF8, 0xF4, 0xEC), abs=2)
    write_settings(root, theme="vitrine", images={"formats": ["jpeg"]})
    studio.build()
    assert corner_of_jpeg(studio) == pytest.approx((0xFF, 0xFF, 0xFF), abs=2)


def corner_of_jpeg(studio: Studio) -> tuple[int, ...]:
    shown = re.findall(r'(assets/images/[^" ]+-800[^" ]*\.jpg)', studio.page("pins/moth/index.html"))
    with Image.open(studio.output / shown[0]) as picture:
        return picture.convert("RGB").getpixel((2, 2))  # type: ignore[return-value]
