"""The golden site: the digest of every file of the example site, and some whole pages to read.

Names of pictures carry versions of encoders; here they stand without, so that the golden site is the same
with any.
"""

from __future__ import annotations

import re
from pathlib import Path

from support.builds import site_bytes
from support.example import ExampleSite

from pinsite import __version__
from pinsite.files import digest_bytes

FOLDER = Path(__file__).parents[1] / "golden"
DIGESTS = FOLDER / "digests.txt"

#: Files that are kept whole, to be read in a review.
WHOLE = (
    "pins/moon-moth/index.html",
    "pins/moon-moth/index.json",
    "de/pins/barn-owl/index.html",
    "series/night-garden/index.html",
    "editions.json",
    "editions/feed.xml",
    "editions/preorders/index.html",
    "feed.xml",
    "404.html",
    "sitemap.xml",
)

_PICTURE = re.compile(rb"(-\d+w)-[0-9a-f]{16}(\.\w+)")
_SEARCH = re.compile(rb"(assets/search-[\w-]+?)-[0-9a-f]{8}(\.js)")


def plain(content: bytes) -> bytes:
    """Return a text without what follows from versions: of encoders in names, of pinsite in pages."""
    content = content.replace(f"pinsite {__version__}".encode(), b"pinsite")
    return _SEARCH.sub(rb"\1\2", _PICTURE.sub(rb"\1\2", content))


def golden_files(site: ExampleSite) -> dict[str, bytes]:
    """Return every file of the built example site in its plain form."""
    return {
        plain(path.encode()).decode(): plain(content) for path, content in site_bytes(site.output).items()
    }


def digests_of(files: dict[str, bytes]) -> str:
    """Return the digests as a text of lines, sorted by path."""
    return "".join(f"{digest_bytes(content)}  {path}\n" for path, content in sorted(files.items()))


def page_file(path: str) -> Path:
    """Return where a whole page is kept."""
    return FOLDER / "pages" / path.replace("/", "__")
