"""Who hears what a preview does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pinsite.build import Report


class Address(Struct, frozen=True):
    """Where the preview is found; `taken` has the ports that were tried before, and belong to others."""

    host: str
    port: int
    taken: tuple[int, ...] = ()

    @property
    def url(self) -> str:
        """Return the address for a browser on this machine."""
        everywhere = self.host in ("", "0.0.0.0", "::")
        name = "localhost" if everywhere else f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{name}:{self.port}/"


class Built(Struct, frozen=True):
    """A build that ended: what it did, and the changed files that asked for it.

    The first build, and one that the clock asked for, have none.
    """

    report: Report
    changed: tuple[str, ...] = ()


class Audience(Struct, frozen=True):
    """Called from the preview's threads, one call at a time for builds."""

    on_built: Callable[[Built], None] = lambda built: None
    on_trouble: Callable[[str], None] = lambda sentence: None
