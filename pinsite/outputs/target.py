"""What a maker promises to make: one file of the site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, Protocol

from msgspec import Struct

from pinsite.views import Material, Views


class Target(NamedTuple):
    """One file of the site: its path, the maker's name, its language, and what it is about.

    `origin` says to a person where it comes from, should two targets want one path. A `joined` file
    is made of a text of each record, and therefore after all others.
    """

    path: str
    maker: str
    lang: str
    about: tuple[str, ...] = ()
    origin: str = ""
    joined: bool = False


class Copied(Struct, frozen=True):
    """One file of the site whose bytes lie somewhere else; `key` changes whenever they do."""

    path: str
    source: Path
    key: str


class Maker(Protocol):
    """Two functions and a constant: what is to be made, how one is made, when bytes would change."""

    RECIPE: int

    def plan(self, material: Material) -> Iterable[Target]:
        """List the targets."""

    def make(self, target: Target, views: Views) -> bytes:
        """Turn one target into bytes."""
