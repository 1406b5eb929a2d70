"""Photograph scenes with headless Chromium and develop them as progressive JPEG."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageCms
from playwright.sync_api import Page, sync_playwright
from shapes import SIZE

ARTIST, COPYRIGHT = 0x013B, 0x8298
QUALITIES = range(86, 70, -3)
LIMIT = 360_000


@contextmanager
def camera() -> Iterator[Page]:
    """Open a browser page of the size of a picture."""
    with sync_playwright() as play:
        found = shutil.which("chromium")
        options = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb"]
        browser = play.chromium.launch(executable_path=found, args=options)
        yield browser.new_page(viewport={"width": SIZE, "height": SIZE})
        browser.close()


def photograph(page: Page, svg: str) -> Image.Image:
    """Return the picture of an SVG scene."""
    page.set_content(f"<!doctype html><style>body{{margin:0}}svg{{display:block}}</style>{svg}")
    return Image.open(io.BytesIO(page.screenshot(timeout=120_000))).convert("RGB")


def develop(image: Image.Image, target: Path, year: int = 2026) -> int:
    """Write a progressive JPEG with its rights, as fine as the limit of bytes allows, and return its size."""
    exif = Image.Exif()
    exif[ARTIST] = "Ines Marlow"
    exif[COPYRIGHT] = f"(c) {year} Ines Marlow"
    target.parent.mkdir(parents=True, exist_ok=True)
    for quality in QUALITIES:
        data = _jpeg(image, quality, exif)
        if len(data) <= LIMIT:
            break
    target.write_bytes(data)
    return len(data)


def _jpeg(image: Image.Image, quality: int, exif: Image.Exif) -> bytes:
    out = io.BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options = {"quality": quality, "progressive": True, "optimize": True, "subsampling": 2}
    image.save(out, "JPEG", exif=exif, icc_profile=profile, **options)
    return out.getvalue()
