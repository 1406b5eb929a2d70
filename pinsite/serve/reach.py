"""Whether the store of several machines answers: who finds it out of reach says so once, and all leave it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pinsite.images import Depot
    from pinsite.serve.bulletin import Bulletin


class Reach:
    """The shared store that the settings name now, for as long as it answers."""

    def __init__(self, bulletin: Bulletin) -> None:
        self._bulletin = bulletin
        self._lost: Depot | None = None

    @property
    def depot(self) -> Depot | None:
        """Return the shared store; None where there is none, or it did not answer."""
        shared = self._bulletin.current.shared
        return None if shared == self._lost else shared

    def lose(self) -> None:
        """Leave the store alone until the settings name another. The build tells why; here it only costs time."""
        self._lost = self._bulletin.current.shared
