"""A small catalogue on the disk, and its ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HEADER = "date,pin,variant,event,from,quantity,copies,grade,channel,ref,note"

MOON = """\
title: {en: Moon Moth, de: Mondspinner}
sku: MM-01
shop: [{label: Etsy, url: "https://www.etsy.com/listing/1200000001/moon-moth-pin"}]
edition: {type: limited, size: 25, numbered: stamped, proofs: {AP: 3}}
variants: [{id: gold, title: Gold, sku: MM-01-G, edition: {type: limited, size: 5}}]
"""
SUN = "title: Sun Moth\nsku: SM-01\nedition: {type: limited, size: 100}\n"
TWINS = """\
title: Twins
sku: TW-01
variants:
  - {id: red, title: Red, edition: {type: limited, size: 10}}
  - {id: blue, title: {en: Blue, de: Blau}, sku: TW-01-B, edition: {type: limited, size: 10}}
"""


@dataclass(frozen=True)
class Studio:
    """A catalogue folder."""

    root: Path

    @property
    def ledger(self) -> Path:
        return self.root / "ledger.csv"

    def rows(self) -> list[str]:
        """Return the rows below the header."""
        return self.ledger.read_bytes().decode().splitlines()[1:] if self.ledger.exists() else []

    def write_ledger(self, *rows: str) -> None:
        self.ledger.write_bytes("".join(f"{row}\n" for row in (HEADER, *rows)).encode())


def studio(root: Path, *rows: str) -> Studio:
    """Make a catalogue of three pins; with `rows` it has a ledger."""
    (root / "pins").mkdir(parents=True)
    (root / "pinsite.yaml").write_bytes(b"title: Studio\nauthor: Ada\nlanguages: [en, de]\n")
    for name, text in (("moon-moth", MOON), ("sun-moth", SUN), ("twins", TWINS)):
        (root / "pins" / f"{name}.yaml").write_bytes(text.encode())
    made = Studio(root)
    if rows:
        made.write_ledger(*rows)
    return made
