"""Follow every link of a site: from each page to a file that is there, and to an anchor that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_ADDRESSES = {"href", "src", "poster", "action", "data-src", "data-search"}
_FETCHED = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"}
_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")

#: A host that no site has, to complete relative addresses with.
NOWHERE = "http://nowhere.invalid/"


@dataclass
class Page(HTMLParser):
    """What a page leads to, what it fetches, and the anchors that it has."""

    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the addresses and the id of an element."""
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.anchors.add(given["id"])
        for name in _ADDRESSES & given.keys():
            fetched = tag not in ("a", "form") and (
                tag != "link" or bool(_FETCHED & set(given.get("rel", "").split()))
            )
            (self.fetched if fetched else self.links).append(given[name])
        for part in given.get("srcset", "").split(","):
            if part.strip():
                self.fetched.append(part.split()[0])


def read_page(text: str) -> Page:
    """Return what a page holds."""
    page = Page()
    page.feed(text)
    return page


@dataclass(frozen=True)
class Site:
    """A site on disk, and where it is put (None: opened as files). `more` are files that are not made yet."""

    output: Path
    base: str | None = None
    more: frozenset[str] = frozenset()

    @property
    def root(self) -> str:
        """Return the address of the site's root."""
        return self.base or NOWHERE

    def broken(self) -> list[str]:
        """Return every link that leads nowhere, as a sentence."""
        pages = {path.relative_to(self.output).as_posix(): read_page(path.read_text("utf-8"))
                 for path in self.output.rglob("*.html")}  # fmt: skip
        files = {
            path.relative_to(self.output).as_posix() for path in self.output.rglob("*") if path.is_file()
        }
        known = files | self.more
        found = [
            f"{name}: {link}: {why}"
            for name, page in pages.items()
            for link in [*page.links, *page.fetched]
            if (why := self._why(name, link, known, pages))
        ]
        foreign = [f"{name}: {link}: of another host" for name, page in pages.items() for link in page.fetched
                   if not urljoin(self.root + name, link).startswith((self.root, "data:"))]  # fmt: skip
        return [*found, *foreign, *self._broken_styles(known)]

    def _why(self, name: str, link: str, known: set[str], pages: dict[str, Page]) -> str | None:
        """Return why a link leads nowhere, or None where it leads somewhere or out of the site."""
        whole = urljoin(self.root + name, link)
        if urlsplit(whole).scheme not in ("http", "https"):
            return None
        if urlsplit(whole).netloc != urlsplit(self.root).netloc:
            return None
        if not whole.startswith(self.root):
            return "out of the site"
        bare, _, fragment = whole.removeprefix(self.root).partition("#")
        path = unquote(bare.partition("?")[0])
        if self.base is None and (path.endswith("/") or not path) and link.partition("#")[0]:
            return "a folder, which no browser opens as a file"
        path += "index.html" if path.endswith("/") or not path else ""
        if path not in known:
            return "not there"
        if fragment and path in pages and unquote(fragment) not in pages[path].anchors:
            return "no such anchor"
        return None

    def _broken_styles(self, known: set[str]) -> Iterator[str]:
        for path in self.output.rglob("*.css"):
            name = path.relative_to(self.output).as_posix()
            for link in _CSS_URL.findall(path.read_text("utf-8")):
                whole = urljoin(self.root + name, link)
                if (
                    not whole.startswith("data:")
                    and whole.removeprefix(self.root).partition("#")[0] not in known
                ):
                    yield f"{name}: {link}: not there"
