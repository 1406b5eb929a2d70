"""Count a ledger of 100,000 rows: anew, and with one row more. `python bench/ledger.py [ROWS]`.

Told are seconds of processor time, medians of some runs.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pinsite.diagnostics import Problems
from pinsite.source.ledger_memory import MEMORY, count_rows
from pinsite.source.pins import read_pins

PINS = 1000
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
HEADER = "date,pin,variant,event,from,quantity,copies,grade,channel,ref,note\n"


def row(number: int, chance: random.Random) -> str:
    """Return one sale of an online shop."""
    day = f"2026-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"
    return f"{day},pin-{chance.randrange(PINS)},,sold,,1,,A,etsy,{number},\n"


def catalogue(root: Path, rows: int) -> str:
    """Write the pins; return the ledger."""
    (root / "pins").mkdir()
    (root / "pinsite.yaml").write_text("title: Bench\n")
    for number in range(PINS):
        (root / f"pins/pin-{number}.yaml").write_text(
            f"title: Pin {number}\nedition: {{type: limited, size: {rows}}}\n"
        )
    chance = random.Random(1)
    return HEADER + "".join(row(number, chance) for number in range(rows))


def seconds(work: Callable[[], object], times: int) -> float:
    """Return the median of some runs."""
    found = []
    for _ in range(times):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return statistics.median(found)


def main(rows: int) -> None:
    """Measure, and print."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        text = catalogue(root, rows)
        shelf = read_pins(root, Problems())

        def count(ledger: str) -> None:
            problems = Problems()
            count_rows(root, ledger, shelf.pins, shelf.ids, shelf.site, NOW, problems)
            assert not problems.errors

        def anew() -> None:
            (root / MEMORY).unlink(missing_ok=True)
            count(text)

        more = text + row(rows, random.Random(2))
        print(f"{rows} rows of {PINS} pins, {len(text) / 1e6:.1f} MB")
        print(f"anew, and remembered: {seconds(anew, 3):.3f} s")
        print(f"the same again:       {seconds(lambda: count(text), 5):.3f} s")
        print(f"with one row more:    {seconds(lambda: count(more), 5):.3f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
