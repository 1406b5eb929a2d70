"""A pin is cut out of the picture of its front and has its own millimetres, whatever lies around it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from support.builds import Studio
from support.catalogues import write_pin, write_settings

from pinsite.views.cutouts import cutout
from pinsite.views.values import Cutout

#: Pixels of the drawn pin: left, top, width, height.
PIN = (20, 50, 80, 100)
FILES = {"front.png": "A pin", "clear.png": "A pin alone", "busy.png": "Many pins"}
SIZES: dict[str, object] = {
    "both": "24 x 30 mm",
    "longest": "30 mm",
    "width": {"width": "24 mm"},
    "height": {"height": "30 mm"},
    "near": "24.5 x 30 mm",
    "exchanged": "30 x 24 mm",
    "other": "40 x 30 mm",
}
#: The pages of the site, once it is built.
PAGES: dict[str, str] = {}
Look = Callable[..., Cutout | None]


def draw(path: Path, ground: object, mode: str = "RGB") -> None:
    picture = Image.new(mode, (300, 200), ground)  # type: ignore[arg-type]
    left, top, width, height = PIN
    box = (left, top, left + width - 1, top + height - 1)
    ImageDraw.Draw(picture).ellipse(box, fill="#b22028", outline="#b9bcc0", width=6)
    picture.save(path)


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> Look:
    """Return what tells of a pin of a small site."""
    root = tmp_path_factory.mktemp("cutouts")
    write_settings(root, images={"formats": ["jpeg"]})
    (root / "images").mkdir()
    draw(root / "images/front.png", "#e2d6bc")
    draw(root / "images/clear.png", (0, 0, 0, 0), "RGBA")
    Image.effect_noise((200, 200), 90).convert("RGB").save(root / "images/busy.png")

    def pin(id: str, *files: str, **fields: object) -> None:
        images = [{"file": file, "alt": FILES[file]} for file in files]
        write_pin(root, id, images=images, **fields)

    for id, size in SIZES.items():
        pin(id, "front.png", size=size)
    pin("unmeasured", "front.png")
    pin("second", "busy.png", "front.png")
    pin("unseen", "busy.png", size="24 mm")
    pin("framed", "busy.png", size="24 x 30 mm")
    pin("clear", "clear.png", size="24 x 30 mm")
    images = [{"file": "clear.png", "alt": "Gold", "role": "variant"}]
    gold = {"id": "gold", "title": "Gold", "size": "48 x 60 mm", "images": images}
    dusk = {"id": "dusk", "title": "Dusk", "size": "18 x 22 mm"}
    pin("variants", "front.png", size="24 x 30 mm", variants=[gold, dusk, {"id": "dawn", "title": "Dawn"}])
    studio = Studio(root)
    studio.build()
    material = studio.last.material
    assert material is not None
    PAGES["collection/0.json"] = studio.page("collection/0.json")
    PAGES.update({id: studio.page(f"pins/{id}/index.html") for id in material.catalogue.pins})
    return lambda id, variant=None: cutout(material, id, variant, "card", "en")


def test_the_metal_has_the_size_and_not_the_photograph(look: Look) -> None:
    """Width and height of the metal are the written ones; the whole picture measures more, at one scale."""
    cut = look("both")
    assert cut and cut.metal == (24.0, 30.0) and cut.whole and cut.agrees and not cut.transparent
    assert cut.whole[0] * cut.at.box[2] / cut.at.width == pytest.approx(24, abs=0.01)
    assert cut.whole[1] * cut.at.box[3] / cut.at.height == pytest.approx(30, abs=0.01)
    assert cut.whole[0] == pytest.approx(cut.whole[1], rel=0.03), "the card is a square, and so it stays"
    assert cut.at.path and cut.src == cut.picture.src


@pytest.mark.parametrize(("id", "metal", "agrees"), [
    pytest.param("longest", (24, 30), True, id="the longest side alone"),
    pytest.param("width", (24, 30), True, id="the width alone"),
    pytest.param("height", (24, 30), True, id="the height alone"),
    pytest.param("near", (24.5, 30), True, id="as near as a lens allows"),
    pytest.param("exchanged", (24, 30), False, id="sides exchanged"),
    pytest.param("other", (32, 40), False, id="other proportions"),
])  # fmt: skip
def test_what_is_not_written_follows_from_the_picture(
    look: Look, id: str, metal: tuple[float, float], agrees: bool
) -> None:
    cut = look(id)
    assert cut and cut.metal == pytest.approx(metal, rel=0.02) and cut.agrees is agrees


def test_a_picture_that_shows_no_pin_is_passed_over(look: Look) -> None:
    """The next front serves; without any there is nothing, and without a size no millimetres."""
    second, unmeasured = look("second"), look("unmeasured")
    assert second and "front" in second.src
    assert unmeasured and unmeasured.metal is None and unmeasured.whole is None and unmeasured.agrees
    assert look("unseen") is None and look("nobody") is None


def test_a_transparent_picture_stays_so(look: Look) -> None:
    cut = look("clear")
    assert cut and cut.transparent and cut.src.endswith((".png", ".webp"))


def test_a_variant_has_its_own_picture_and_its_own_size(look: Look) -> None:
    """What it has no picture of is not cut out of another's."""
    gold, own = look("variants", "gold"), look("variants")
    assert gold and gold.metal == (48.0, 60.0) and own and own.metal == (24.0, 30.0)
    assert look("variants", "dusk") is None and look("variants", "none") is None


def test_a_page_shows_variants_of_another_size_beside_the_pin(look: Look) -> None:
    """Gold has its own millimetres, Dusk, of which no picture is, a frame; Dawn is as large as the pin."""
    page = PAGES["variants"]
    tool = page[page.index('id="true-size"') : page.index("true-tools")]
    shown = re.findall(r'<svg class="cut" width="([\d.]+)mm" height="([\d.]+)mm".*?aria-label="(.*?)"', tool)
    assert [(float(wide), float(high), name.partition(":")[0]) for wide, high, name in shown] == [
        (24, 30, "Variants"),
        (48, 60, "Variants, Gold"),
        (18, 22, "Variants, Dusk"),
    ]
    told = json.loads(PAGES["collection/0.json"])["pins"]["variants"]["variants"]
    assert told["gold"]["cut"]["metal"] == [48, 60] and told["dusk"]["size"] == [18, 22]
    assert "size" not in told["dawn"]


def test_a_page_shows_no_size_that_nobody_knows(look: Look) -> None:
    """Without a size there is no tool; without a picture of the pin a frame; where sides disagree, the page says so."""
    assert "true-size" not in PAGES["unmeasured"] and "size.js" not in PAGES["unmeasured"]
    assert "true-size" not in PAGES["unseen"], "one side makes no frame"
    assert (
        'width="24mm" height="30mm"' in PAGES["framed"] and "the frame has its outer size" in PAGES["framed"]
    )
    assert "only the longest side is right" in PAGES["exchanged"]
    assert "only the longest side is right" not in PAGES["both"] and 'width="24.0mm"' in PAGES["both"]
