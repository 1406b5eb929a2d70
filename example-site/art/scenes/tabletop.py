"""Cut finished pins out of their pictures and lay them, with their shadows, on a wider table."""

from __future__ import annotations

import importlib
import io
from dataclasses import dataclass, replace
from pathlib import Path

import scene as kit
from grounds import GROUNDS, ground_defs, ground_svg
from photograph import photograph
from PIL import Image, ImageChops, ImageFilter
from pin import Picture, Pin
from playwright.sync_api import Page

WIDE, HIGH = 1600, 1067
SQUARE = 1600
SHADOW = (6, 7, 12)
SLOW = 120_000


@dataclass
class Table:
    """A camera over a table; cut-outs may be kept in a folder, so that a second look is quick."""

    page: Page
    kept: Path | None = None

    def ground(self, name: str, top: int = 160) -> Image.Image:
        """Return a strip of one of the kit's grounds as wide as the table."""
        ground = GROUNDS[name]
        whole = photograph(self.page, _svg(f"<defs>{ground_defs(ground)}</defs>{ground_svg(ground)}"))
        return whole.crop((0, top, WIDE, top + HIGH))

    def layer(self, body: str) -> Image.Image:
        """Return SVG content on nothing, as large as the table."""
        style = "<style>body{margin:0;background:transparent}svg{display:block}</style>"
        self.page.set_content(f"<!doctype html>{style}{_svg(body)}")
        shot = self.page.screenshot(omit_background=True, timeout=SLOW)
        return Image.open(io.BytesIO(shot)).convert("RGBA").crop((0, 0, WIDE, HIGH))

    def pin(self, pin_id: str, tilt: float = 0, file: str = "front.jpg") -> Image.Image:
        """Return a pin cut out of its picture, turned by degrees under the same lamp."""
        where = self.kept / f"{pin_id}-{Path(file).stem}-{tilt:g}.png" if self.kept else None
        if where and where.exists():
            return Image.open(where).convert("RGBA")
        module = importlib.import_module(f"pins.{pin_id.replace('-', '_')}")
        picture: Picture = module.PICTURES[file]
        image = self._cut(replace(picture, ground="charcoal", tilt=tilt, zoom=1))
        if where:
            where.parent.mkdir(parents=True, exist_ok=True)
            image.save(where)
        return image

    def _cut(self, picture: Picture) -> Image.Image:
        self.page.set_default_timeout(SLOW)
        colours = photograph(self.page, kit.scene(picture))
        mask = photograph(self.page, _svg(_mask(picture.pin, picture.tilt))).convert("L")
        for step in range(1, 7):
            mask = ImageChops.lighter(mask, ImageChops.offset(mask, step // 2, 1))
        return Image.merge("RGBA", (*colours.split(), mask))


def _mask(pin: Pin, tilt: float) -> str:
    fillet = """<filter id="fillet" filterUnits="userSpaceOnUse" x="0" y="0" width="1600" height="1600">
<feGaussianBlur stdDeviation="5"/><feComponentTransfer><feFuncA type="linear" slope="7" intercept="-3"/>
</feComponentTransfer></filter>"""
    body = kit.reverse(pin, "#fff", f"rotate({tilt:g} 800 800)")
    return f'<defs>{fillet}</defs><rect width="1600" height="1600"/>{body}'


def _svg(body: str) -> str:
    size = f'width="{SQUARE}" height="{SQUARE}" viewBox="0 0 {SQUARE} {SQUARE}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{body}</svg>'


def shrunk(image: Image.Image, size: int) -> Image.Image:
    """Return a square cut-out at another size."""
    return image.resize((size, size), Image.Resampling.LANCZOS, reducing_gap=3)


def lay(
    table: Image.Image, image: Image.Image, x: float, y: float, lift: float = 6, dark: float = 0.6
) -> None:
    """Lay a cut-out on the table, its middle at (x, y); lift is how far its shadow falls."""
    spot = (round(x - image.width / 2), round(y - image.height / 2))
    for far, soft, share in ((lift * 0.35, lift * 0.22, 0.75), (lift * 1.4, lift * 0.95, dark)):
        fallen = Image.new("L", table.size)
        fallen.paste(image.getchannel("A"), (spot[0] + round(far * 0.64), spot[1] + round(far * 0.77)))
        fallen = fallen.filter(ImageFilter.GaussianBlur(soft))
        table.paste(
            Image.new("RGB", table.size, SHADOW), (0, 0), fallen.point(lambda v, k=share: round(v * k))
        )
    table.paste(image.convert("RGB"), spot, image.getchannel("A"))


def spread(table: Image.Image, layer: Image.Image, lift: float = 6, dark: float = 0.6) -> None:
    """Lay a layer as large as the table where it is."""
    lay(table, layer, WIDE / 2, HIGH / 2, lift, dark)
