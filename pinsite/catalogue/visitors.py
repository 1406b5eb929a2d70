"""What visitors can do with the pins: as it is written in the settings, and as it is resolved."""

from __future__ import annotations

from msgspec import Struct
from pydantic import Field

from pinsite.catalogue.fields import Flag, Record


class ToolsEntry(Record):
    """What visitors can do with the pins; each is there unless it is switched off."""

    collect: Flag = Field(True, description="mark what one has and wants, in the browser alone")
    trade: Flag = Field(True, description="mark what one would trade, and write a trade post")
    board: Flag = Field(True, description="lay pins out on a board at their true relative size")
    size: Flag = Field(True, description="show a pin at its true size, beside a coin, a card or another pin")


class Tools(Struct, frozen=True):
    """What visitors can do with the pins."""

    collect: bool = True
    trade: bool = True
    board: bool = True
    size: bool = True

    @property
    def sections(self) -> tuple[str, ...]:
        """Return the first words of addresses that the tools use."""
        known = (("collection", self.collect or self.board), ("board", self.board))
        return tuple(name for name, is_used in known if is_used)
