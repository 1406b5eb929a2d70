"""Draw the pictures of `docs/themes.md`: `python docs/screens.py [FOLDER]`.

The example site is built in both themes from a copy, with Arabic added to its languages, served, and photographed in
headless Chromium: the pages below at 360 and 1280 pixels, light and dark, a pin in Arabic, a pin and the list as they
print. It needs a Chromium, as the tests do; the pictures are WebP, small, and the same for the same site and browser.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from pypdfium2 import PdfDocument

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT / "tests"))

from support.chromium import launch  # noqa: E402

THEMES = ("atelier", "vitrine")
#: Name of the picture, and the page.
PAGES = {
    "home": "",
    "list": "pins/",
    "pin": "pins/moon-moth/",
    "register": "editions/",
    "story": "stories/the-two-forty-ones/",
}
#: Width and height of the screen, and the width at which it is kept.
PHONE, WIDE = (360, 720, 270), (1280, 900, 760)
_SHEET = 560
_LARGEST = 900
_QUALITY = 62
#: Wait for the pictures that the screen shows. They stay lazy: one told to be eager chooses its file anew, since
#: `sizes=auto` is for lazy pictures only, and is photographed before it is there.
_SEEN = """() => Promise.all([...document.images]
  .filter((one) => one.getBoundingClientRect().top < innerHeight)
  .map((one) => one.decode().catch(() => {})))"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def copied(folder: Path) -> Path:
    """Return a copy of the example site whose pictures are as large as screens show them."""
    root = folder / "site"
    left = shutil.ignore_patterns("art", ".pinsite", "public", "__pycache__", "__main__.py")
    shutil.copytree(CHECKOUT / "example-site", root, ignore=left)
    for path in root.rglob("*.jpg"):
        with Image.open(path) as picture:
            picture.thumbnail((_LARGEST, _LARGEST))
            picture.save(path, quality=90)
    settings = root / "pinsite.yaml"
    text = settings.read_text("utf-8").replace("languages: [en, de]", "languages: [en, de, ar]")
    settings.write_text(text.replace("formats: [avif, jpeg]", "formats: [jpeg]"), "utf-8")
    return root


def built(root: Path, theme: str) -> Path:
    """Build the site in a theme; pictures are made once for both."""
    settings = root / "pinsite.yaml"
    lines = settings.read_text("utf-8").splitlines()
    text = "\n".join(f"theme: {theme}" if one.startswith("theme:") else one for one in lines) + "\n"
    settings.write_text(text, "utf-8")
    output = root.parent / theme
    subprocess.run([sys.executable, "-m", "pinsite", "build", str(root), "--output", str(output)], check=True)
    return output


def shot(
    browser: Browser,
    address: str,
    size: tuple[int, int, int],
    *,
    scheme: str = "light",
) -> Image.Image:
    """Return a page as a screen shows it."""
    width, height, kept = size
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address, wait_until="networkidle")
    page.evaluate(_SEEN)
    picture = Image.open(BytesIO(page.screenshot()))
    page.close()
    return picture.convert("RGB").resize(
        (kept, round(picture.height * kept / width)), Image.Resampling.LANCZOS
    )


def first_sheet(browser: Browser, address: str) -> Image.Image:
    """Return the first sheet of a page as it is printed; nobody has scrolled through it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address, wait_until="networkidle")
    sheets = PdfDocument(page.pdf(format="A4"))
    page.close()
    picture = sheets[0].render(scale=2).to_pil().convert("RGB")
    return picture.resize((_SHEET, round(picture.height * _SHEET / picture.width)), Image.Resampling.LANCZOS)


def main(to: Path) -> None:
    """Draw all pictures."""
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        root, browser = copied(Path(folder)), launch(play)
        for theme in THEMES:
            with served(built(root, theme)) as address:
                for name, picture in _pictures(browser, address):
                    picture.save(to / f"{theme}-{name}.webp", quality=_QUALITY, method=6)
    total = sum(path.stat().st_size for path in to.glob("*.webp"))
    print(f"{len(list(to.glob('*.webp')))} pictures, {total / 1e6:.2f} MB")


def _pictures(browser: Browser, address: str) -> Iterator[tuple[str, Image.Image]]:
    for name, path in PAGES.items():
        for scheme in ("light", "dark"):
            yield f"{name}-360-{scheme}", shot(browser, address + path, PHONE, scheme=scheme)
            yield f"{name}-1280-{scheme}", shot(browser, address + path, WIDE, scheme=scheme)
    yield "arabic-360", shot(browser, address + "ar/pins/moon-moth/", PHONE)
    yield "arabic-1280", shot(browser, address + "ar/pins/moon-moth/", WIDE)
    yield "print", first_sheet(browser, address + "pins/moon-moth/")
    yield "print-list", first_sheet(browser, address + "pins/")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else CHECKOUT / "docs" / "images" / "themes")
