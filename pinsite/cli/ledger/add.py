"""`pinsite ledger add`: one thing that happened to copies, written down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from pinsite.cli.folders import catalogue_root, moment

#: What people say, and the word of the ledger for it.
_ALSO = {
    "sell": "sold",
    "sale": "sold",
    "gift": "gifted",
    "gave": "gifted",
    "give": "gifted",
    "trade": "traded",
    "swap": "traded",
    "hold": "held",
    "keep": "held",
    "reserve": "reserved",
    "preorder": "committed",
    "commit": "committed",
    "consign": "consigned",
    "release": "released",
    "receive": "received",
    "return": "returned",
    "refund": "returned",
    "lose": "lost",
    "damage": "damaged",
    "broken": "damaged",
}


@click.command("add")
@click.argument("pin")
@click.argument("event")
@click.option("--quantity", "-n", metavar="N", help="How many copies; 1 when left out.")
@click.option("--copies", "-c", metavar="NUMBERS", multiple=True, help="Which: 12, 3,7,12-15, proofs as AP2.")
@click.option("--variant", metavar="ID", default="", help="Which colourway.")
@click.option("--grade", metavar="CODE", default="", help="Of which grade.")
@click.option("--from", "origin", metavar="PLACE", default="", help="The place that they leave, as `held`.")
@click.option("--channel", metavar="NAME", default="", help="Where it happened: fair, shop, studio.")
@click.option("--ref", metavar="TEXT", default="", help="The shop's own number of the sale. No names.")
@click.option("--note", metavar="TEXT", default="", help="A word for yourself; it stays off the site.")
@click.option("--date", "day", metavar="DAY", default="", help="2026-11-22, today or yesterday.")
@click.option("--dry-run", is_flag=True, help="Judge it, write nothing.")
@click.option("--site", default=".", type=click.Path(file_okay=False, path_type=Path), help="The catalogue.")
def command(
    pin: str,
    event: str,
    quantity: str | None,
    copies: tuple[str, ...],
    variant: str,
    grade: str,
    origin: str,
    channel: str,
    ref: str,
    note: str,
    day: str,
    dry_run: bool,
    site: Path,
) -> int:
    """Write down that EVENT happened to copies of PIN, and tell how the edition stands now.

    PIN is the pin's id, the name of its file; moon-moth/gold means its variant gold. EVENT is one of received,
    reserved, committed, held, consigned, released, sold, gifted, traded, lost, damaged, returned.

    \b
      pinsite ledger add moon-moth sold --copies 12 --channel fair
      pinsite ledger add moon-moth received --quantity 100 --grade A
      pinsite ledger add moon-moth sold --from held --date yesterday

    What would break a promise of the edition is refused, and nothing is written.
    """
    from pinsite.bookkeeping import Added, Entry, Misdirected, NoColumn, add_row

    root, now = catalogue_root(site), moment()
    id, _, part = pin.partition("/")
    entry = Entry(
        date=_day(day, now),
        pin=id,
        variant=variant or part,
        event=_ALSO.get(event.lower(), event.lower()),
        origin=origin.lower(),
        quantity=quantity or "",
        copies=_numbers(copies),
        grade=grade,
        channel=channel,
        ref=ref,
        note=note,
    )
    try:
        done: Added = add_row(root, entry, now, dry_run=dry_run)
    except Misdirected as wrong:
        raise click.UsageError(str(wrong)) from None
    except NoColumn as missing:
        raise click.UsageError(
            f"ledger.csv has no column `{missing}`; add it to the first line, and a comma to every other"
        ) from None
    _tell(done, root, dry_run=dry_run)
    return 0 if done.line else 1


def _day(text: str, now: datetime) -> str:
    """Return a day as the ledger writes it; the day where this machine stands when nothing is said."""
    import os

    here = now if os.environ.get("SOURCE_DATE_EPOCH") else now.astimezone()
    days: dict[str, date] = {"": here.date(), "today": here.date(), "yesterday": here.date() - timedelta(1)}
    known = days.get(text.strip().lower())
    return known.isoformat() if known else text


def _numbers(texts: Sequence[str]) -> str:
    """Join numbers the way the ledger does; a shell takes `;` for its own, so commas are fine here."""
    parts = [part.strip().lstrip("#") for text in texts for part in text.replace(",", ";").split(";")]
    return ";".join(part for part in parts if part)


def _tell(done: object, root: Path, *, dry_run: bool) -> None:
    from pinsite.bookkeeping import Added
    from pinsite.cli.telling import tell_problems

    assert isinstance(done, Added)
    tell_problems(done.problems, root, {"ledger.csv": done.lines})
    if not done.line:
        asked = f"; line {done.asked} is the one that you asked for" if done.asked else ""
        click.echo(f"Nothing was written{asked}.", err=True)
        return
    for sentence in done.standings:
        click.echo(sentence)
    verb = "would be" if dry_run else "is"
    click.echo(f"Line {done.line} of ledger.csv {verb}: {done.row}")
