"""Read built pages as text: links, ids, structure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

#: Elements that have no end tag.
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_ADDRESSED = ("href", "src", "poster", "data-source")
_NAMING = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "for", "list")
_INTERACTIVE = frozenset(("a", "button", "input", "select", "textarea", "label", "details", "iframe"))


@dataclass
class Markup(HTMLParser):
    """What stands in a page: its tags in order, its ids, its links and what is wrong with how they nest."""

    tags: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        given = {name: value or "" for name, value in attrs}
        self._note_faults(tag, attrs, given)
        self.tags.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        self.links += [given[name] for name in _ADDRESSED if name in given]
        self.links += [part.split()[0] for part in given.get("srcset", "").split(",") if part.strip()]
        self.named += [word for name in _NAMING for word in given.get(name, "").split()]
        if tag not in VOID:
            self._open.append(tag)

    def _note_faults(self, tag: str, attrs: list[tuple[str, str | None]], given: dict[str, str]) -> None:
        if tag in _INTERACTIVE and (outer := {"a", "button"} & set(self._open)):
            self.faults.append(f"<{tag}> inside <{outer.pop()}>")
        if len(attrs) != len(given):
            self.faults.append(f"<{tag}> has an attribute twice")
        if "style" in given or any(name.startswith("on") for name in given):
            self.faults.append(f"<{tag}> has a style or script in an attribute")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself, as those of a drawing do."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the element that is open; any other is a fault."""
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self.faults.append(f"</{tag}> where <{self._open[-1] if self._open else ''}> is open")


def read_text(text: str) -> Markup:
    """Read the HTML of a page."""
    markup = Markup()
    markup.feed(text)
    markup.close()
    return markup


@cache
def read(path: Path) -> Markup:
    """Read a page; each file is read once."""
    return read_text(path.read_text("utf-8"))


def broken_links(folder: Path) -> list[str]:
    """Return every address of every page that leads nowhere."""
    return [f"{page.relative_to(folder).as_posix()}: {link}" for page in sorted(folder.rglob("*.html"))
            for link in dict.fromkeys(read(page).links) if not _is_there(folder, page, link)]  # fmt: skip


def _is_there(folder: Path, page: Path, link: str) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = page if not parts.path else _target(folder, page, unquote(parts.path))
    if not target.is_file() or not target.is_relative_to(folder):
        return False
    return not parts.fragment or target.suffix != ".html" or parts.fragment in read(target).ids


def _target(folder: Path, page: Path, path: str) -> Path:
    whole = PurePosixPath(page.parent.relative_to(folder).as_posix()) / path
    target = Path(folder / whole).resolve()
    return target / "index.html" if path.endswith("/") else target


def faults_of(markup: Markup) -> Iterator[str]:
    """Walk what is wrong with a page: nesting, ids that are there twice, references to ids that are not there."""
    yield from markup.faults
    known = set(markup.ids)
    yield from (f"the id {id} is there twice" for id in known if markup.ids.count(id) > 1)
    yield from (f"no element has the id {id}" for id in markup.named if id not in known)
