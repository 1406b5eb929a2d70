"""`pinsite ledger import`: the sales of a shop, out of its own export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pinsite.cli.folders import catalogue_root, moment

if TYPE_CHECKING:
    from pinsite.bookkeeping import Imported, Lesson
    from pinsite.source.shops import Unmatched

_SHOPS = ("etsy", "shopify", "square", "squarespace", "csv")
_SHOWN = 40


@click.command("import")
@click.argument("shop", type=click.Choice(_SHOPS))
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--map", "maps", metavar="TITLE=PIN", multiple=True, help="What a title means; remembered.")
@click.option(
    "--ignore", "ignored", metavar="TITLE", multiple=True, help="A title that is no pin; remembered."
)
@click.option("--since", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="Leave older rows alone.")
@click.option("--channel", metavar="NAME", default="", help="With csv: where these sales happened.")
@click.option(
    "--field", "fields", metavar="FIELD=COLUMN", multiple=True, help="With csv: which column is what."
)
@click.option("--dry-run", is_flag=True, help="Tell what would be written, write nothing.")
@click.option("--site", default=".", type=click.Path(file_okay=False, path_type=Path), help="The catalogue.")
def command(
    shop: str,
    files: tuple[Path, ...],
    maps: tuple[str, ...],
    ignored: tuple[str, ...],
    since: datetime | None,
    channel: str,
    fields: tuple[str, ...],
    dry_run: bool,
    site: Path,
) -> int:
    """Append the sales in FILES, exports of SHOP, to the ledger: what is not there yet, and nothing else.

    A row is matched by its SKU, then by its listing, then by a title that you have explained:

    \b
      pinsite ledger import etsy EtsySoldOrderItems2026.csv EtsySoldOrders2026.csv --dry-run
      pinsite ledger import shopify orders.csv --map "Moon Moth Pin=moon-moth"
      pinsite ledger import square items.csv --map "Moon Moth | Gold=moon-moth/gold"
      pinsite ledger import csv fair.csv --channel fair --field date=Day --field title=What

    Names, addresses and e-mails in an export are never read. What was explained is remembered in imports.yaml.
    """
    from pinsite.bookkeeping import Misdirected, NoColumn, Order, Unclear, import_sales
    from pinsite.source.shops import Unusable

    root = catalogue_root(site)
    lesson = _lesson(maps, ignored, shop, channel, fields)
    contents = [(file.name, file.read_bytes()) for file in files]
    order = Order(shop, contents, lesson, since.date() if since else None, dry_run)
    try:
        done = import_sales(root, order, moment())
    except (Misdirected, Unclear) as wrong:
        raise click.UsageError(str(wrong)) from None
    except NoColumn as missing:
        raise click.UsageError(f"ledger.csv has no column `{missing}`; add it to the first line") from None
    except Unusable as wrong:
        click.echo(f"{wrong}.\nNothing was written.", err=True)
        return 1
    return _tell(done, root, dry_run=dry_run)


def _lesson(
    maps: Sequence[str], ignored: Sequence[str], shop: str, channel: str, fields: Sequence[str]
) -> Lesson:
    from pinsite.bookkeeping import Lesson
    from pinsite.source.shops import FIELDS, TABLE, read_target

    if shop == TABLE and not channel:
        raise click.UsageError("say where these sales happened: `--channel fair`")
    if shop != TABLE and (channel or fields):
        raise click.UsageError(f"`--channel` and `--field` are for csv; an export of {shop} says it itself")
    titles = {}
    for text in maps:
        title, equals, pin = text.rpartition("=")
        target = read_target(pin)
        if not equals or not title.strip() or target is None:
            raise click.UsageError(
                f'`--map "{text}"` is not understood; write `--map "Moon Moth Pin=moon-moth"`'
            )
        titles[title.strip()] = target
    columns = {}
    for text in fields:
        name, equals, column = text.partition("=")
        if not equals or name.strip() not in FIELDS or not column.strip():
            raise click.UsageError(f"`--field {text}` is not understood; fields are {', '.join(FIELDS)}")
        columns[name.strip()] = column.strip()
    return Lesson(titles, tuple(ignored), channel, columns)


def _tell(done: Imported, root: Path, *, dry_run: bool) -> int:
    from pinsite.cli.telling import tell_problems
    from pinsite.source.shops import Weight

    if done.problems:
        tell_problems(done.problems, root)
        click.echo("Nothing was written: the ledger has to be mended first.", err=True)
        return 1
    for line in _story(done, dry_run=dry_run):
        click.echo(line)
    tell_problems(done.warnings, root, {"ledger.csv": done.lines})
    wrong = any(remark.weight is Weight.ERROR for remark in done.remarks)
    return 1 if done.held_back or wrong else 0


def _story(done: Imported, *, dry_run: bool) -> Iterator[str]:
    """Tell what became of the rows, the news first."""
    from pinsite.editions import name_rows

    rows = _count(len(done.written), "row")
    if dry_run:
        yield f"{rows} would be written to ledger.csv." if done.written else "Nothing would be written."
    else:
        yield f"{rows} written to ledger.csv." if done.written else "Nothing was written."
    for one in done.written if dry_run else done.written[:_SHOWN]:
        yield f"  line {one.line}: {one.text}"
    if not dry_run and len(done.written) > _SHOWN:
        yield f"  … and {len(done.written) - _SHOWN} more"
    yield from done.standings
    if done.unnumbered:
        yield (
            f"{_count(len(done.unnumbered), 'row')} of numbered editions without a number, which no shop knows; "
            f"write it in `copies` when you do: {name_rows(done.unnumbered)}."
        )
    yield from _left_out(done)
    yield from _unmatched(done.unmatched)
    if done.held_back:
        yield f"{_count(len(done.held_back), 'row')} held back, because a promise would be broken:"
    for held in done.held_back:
        yield f"  {held.row.where}: {held.row.kind.value} {held.row.quantity} of {held.target}: {held.reason}"


def _left_out(done: Imported) -> Iterator[str]:
    from pinsite.source.shops import Weight

    for count, said in (
        (done.already, "in the ledger already"),
        (done.undone, "undone in the shop before they came into the ledger"),
        (done.older, "older than the day that you named"),
        (done.ignored, "of things that are no pins"),
    ):
        if count:
            yield f"{_count(count, 'row')} {said}."
    for weight, said in (
        (Weight.ERROR, "cannot be read"),
        (Weight.LOOK, "to look at"),
        (Weight.SKIPPED, "left out"),
    ):
        remarks = [remark for remark in done.remarks if remark.weight is weight]
        if remarks:
            yield f"{len(remarks)} {said}:"
        for remark in remarks:
            yield f"  {remark.where if remark.where.line else remark.where.file}: {remark.text}"


def _unmatched(rows: Sequence[Unmatched]) -> Iterator[str]:
    """Tell once what each unknown title is, and how to explain it."""
    groups: dict[tuple[str, str], list[Unmatched]] = {}
    for one in rows:
        groups.setdefault((one.key, one.reason), []).append(one)
    if groups:
        yield f"{_count(len(rows), 'row')} not matched:"
    for (key, reason), found in groups.items():
        copies = sum(one.row.quantity for one in found)
        sku = f", SKU {found[0].row.sku}" if found[0].row.sku else ""
        yield f'  "{key}"{sku}: {_count(len(found), "row")}, {copies} sold, first at {found[0].row.where}; {reason}'
        yield f'    --map "{key}={found[0].guess or "PIN"}"   or   --ignore "{key}"'


def _count(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
