"""Paths: one resolver for what an author may name, one rule for what the site may be called."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path


class Outside(ValueError):  # noqa: N818 - it reads as the sentence it makes
    """A path that leaves the folder it must stay in."""


def inside(root: Path, folder: str, name: str) -> Path:
    """Return the file `name`, as seen from `folder` of `root`; it need not exist.

    Raises `Outside` where the name is absolute, or leads out of the root by `..` or through a link. `..` within the
    root is fine: a story may show a picture of a pin as `../pins/moon-moth/front.jpg`.
    """
    plain = name.replace("\\", "/")
    if plain.startswith("/") or re.match(r"[A-Za-z]:", plain) or "\0" in plain:
        raise Outside(name)
    path = Path(os.path.normpath(root / folder / plain))
    if not path.is_relative_to(root) or not path.resolve().is_relative_to(root.resolve()):
        raise Outside(name)
    return path


_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"com{n}" for n in range(1, 10)),
    *(f"lpt{n}" for n in range(1, 10)),
}
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\\ud800-\udfff]')


def folders_of(path: str) -> list[str]:
    """Return the folders above a path of the site, the outermost first: `a/b/c.html` is in `a` and `a/b`."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]


#: What most paths are, and of which nothing more need be asked.
_PLAIN_PART = (
    r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|$))[a-z0-9_-]{1,150}(?:\.[a-z0-9_-]{1,20}){0,2}"
)
_PLAIN = re.compile(f"{_PLAIN_PART}(?:/{_PLAIN_PART})*")


def safe_site_path(path: str) -> str | None:
    """Return why a path of the site cannot be written on every system, or None when it can.

    Site paths use `/`, are relative, in Unicode normal form C, and short enough for every file system.
    """
    return None if _PLAIN.fullmatch(path) else _why_unsafe(path)


def _why_unsafe(path: str) -> str | None:
    if path.startswith("/") or unicodedata.normalize("NFC", path) != path:
        return "it is not in normal form"
    for part in path.split("/"):
        if part in ("", ".", "..") or part.endswith((".", " ")) or part.startswith(" "):
            return f"`{part}` is no name for a folder or file"
        if _FORBIDDEN.search(part) or part.split(".")[0].rstrip(" ").casefold() in _RESERVED:
            return f"`{part}` cannot be written on every system"
        if len(part.encode()) > 200:
            return f"`{part[:40]}…` is too long"
    return None
