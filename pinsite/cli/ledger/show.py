"""`pinsite ledger show`: how editions stand, and how it came to be so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pinsite.cli.folders import catalogue_root, moment

if TYPE_CHECKING:
    from pinsite.bookkeeping import Book, Standing
    from pinsite.editions import Event, GradeTally

_HISTORY = 20


@click.command("show")
@click.argument("pin", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print it as data.")
@click.option("--all", "whole", is_flag=True, help="Tell the whole history of the pin.")
@click.option("--site", default=".", type=click.Path(file_okay=False, path_type=Path), help="The catalogue.")
def command(pin: str | None, as_json: bool, whole: bool, site: Path) -> int:
    """Tell how every edition stands; or, of one PIN, its tally, grades, channels, numbers and history."""
    from pinsite.bookkeeping import Misdirected, as_data, read_book
    from pinsite.cli.telling import tell_problems

    root = catalogue_root(site)
    try:
        book = read_book(root, moment(), pin)
    except Misdirected as wrong:
        raise click.UsageError(str(wrong)) from None
    errors = [problem for problem in book.problems if problem.severity == "error"]
    tell_problems(book.problems if pin else errors, root)
    if as_json:
        import json

        data = as_data(book)
        if pin is None:
            del data["history"]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for line in _of_pin(book, whole=whole) if pin else _of_all(book):
            click.echo(line)
    return 1 if errors else 0


def _of_all(book: Book) -> Iterator[str]:
    """Tell one line an edition."""
    from pinsite.bookkeeping import sentence

    if not book.standings:
        yield "No pin has an edition yet."
        return
    rows = [(_name(one), sentence(one.counted.tally), one.status) for one in book.standings]
    width, middle = (max(len(row[at]) for row in rows) for at in (0, 1))
    for name, said, status in rows:
        yield f"{name:<{width}}  {said:<{middle}}  {status}"
    yield from _channels(book)


def _of_pin(book: Book, *, whole: bool) -> Iterator[str]:
    """Tell all of one pin."""
    from pinsite.bookkeeping import sentence

    for one in book.standings:
        tally = one.counted.tally
        day = f", as of {tally.as_of}" if tally.as_of else ""
        yield f"{one.title}: {sentence(tally)}{day}."
        yield from _details(one)
    if not book.standings:
        yield "This pin has no edition, and the ledger no row of it."
    yield from _channels(book)
    yield from _history(book.events, whole=whole)


def _details(one: Standing) -> Iterator[str]:
    from pinsite.editions import format_ranges

    tally = one.counted.tally
    if tally.claimed:
        parts = ((tally.sold, "sold"), (tally.gifted, "gifted"), (tally.traded, "traded"))
        yield "  claimed: " + ", ".join(f"{count} {word}" for count, word in parts if count)
    if tally.received is not None:
        yield f"  received: {tally.received}"
    for grade in tally.grades:
        yield f"  grade {grade.code or '(none)'}: {_grade(grade)}"
    for at in tally.numbers:
        yield f"  {at.place}: {format_ranges(at.ranges).replace(';', ', ')}"
    if tally.without_number:
        yield f"  gone without a number: {tally.without_number}"
    for proof in tally.proofs:
        yield f"  proofs {proof.series}: {proof.claimed} of {proof.size} claimed, {proof.available} available"


def _grade(grade: GradeTally) -> str:
    known = ((grade.received, "received"), (grade.claimed, "claimed"), (grade.available, "available"))
    said = ", ".join(f"{count} {word}" for count, word in known if count is not None)
    return said + ("" if grade.counts else " (outside the edition)")


def _channels(book: Book) -> Iterator[str]:
    for one in book.channels:
        counts = (
            (one.sold, "sold"),
            (one.gifted, "gifted"),
            (one.traded, "traded"),
            (one.returned, "returned"),
        )
        said = ", ".join(f"{count} {word}" for count, word in counts if count)
        if said:
            yield f"  by {one.channel or 'no channel'}: {said}"


def _history(events: Sequence[Event], *, whole: bool) -> Iterator[str]:
    shown = events if whole else events[-_HISTORY:]
    if len(shown) < len(events):
        yield f"History, the last {len(shown)} of {len(events)} rows (`--all` for the rest):"
    elif shown:
        yield "History:"
    for event in shown:
        what = f"#{event.copies}" if event.copies else str(event.count)
        extra = [event.variant or "", f"grade {event.grade}" if event.grade else "", event.channel]
        origin = f" from {event.origin}" if event.origin else ""
        rest = ", ".join(part for part in extra if part)
        yield f"  line {event.line}  {event.date}  {event.kind} {what}{origin}" + (
            f"  ({rest})" if rest else ""
        )


def _name(one: Standing) -> str:
    return one.pin if one.variant is None else f"{one.pin}/{one.variant}"
