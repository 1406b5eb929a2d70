"""One row to be written: the texts of its cells, before anybody has judged them."""

from __future__ import annotations

from msgspec import Struct


class Entry(Struct, frozen=True):
    """The cells of a new row of the ledger; empty ones say nothing."""

    date: str
    pin: str
    event: str
    variant: str = ""
    origin: str = ""
    quantity: str = ""
    copies: str = ""
    grade: str = ""
    channel: str = ""
    ref: str = ""
    note: str = ""

    def cells(self) -> dict[str, str]:
        """Return the cells by the names of their columns, each on one line and without blanks around it."""
        written = {
            "date": self.date,
            "pin": self.pin,
            "variant": self.variant,
            "event": self.event,
            "from": self.origin,
            "quantity": self.quantity,
            "copies": self.copies,
            "grade": self.grade,
            "channel": self.channel,
            "ref": self.ref,
            "note": self.note,
        }
        return {name: " ".join(text.split()) for name, text in written.items()}
