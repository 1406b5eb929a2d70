"""`pinsite new`: a new record, ready to be filled in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from pinsite.cli.folders import catalogue_root, moment


@click.command("new")
@click.argument("kind", type=click.Choice(["pin", "story", "page", "series"]))
@click.argument("title", nargs=-1, required=True)
@click.option("--site", default=".", type=click.Path(file_okay=False, path_type=Path), help="The catalogue.")
def command(kind: str, title: tuple[str, ...], site: Path) -> int:
    """Add a pin, story, page or series called TITLE. Its id is made from the title and is permanent."""
    from pinsite.catalogue import slugify
    from pinsite.starter import new_record, record_path

    root = catalogue_root(site)
    name = " ".join(title).strip()
    id = slugify(name)
    if not id.isascii() or id == "x":
        id = click.prompt("An id for it (lower-case words joined by `-`)", value_proc=_id)
    taken = list(record_path(kind, id, root))
    if taken:
        raise click.UsageError(f"`{taken[0]}` is there already; nothing was written")
    today: date = moment().date()
    path = new_record(root, kind, id, name, today)
    click.echo(f"{path.relative_to(root).as_posix()} is ready to be filled in.")
    return 0


def _id(text: str) -> str:
    from pinsite.catalogue import is_id

    if not is_id(text.strip()):
        raise click.UsageError(f"`{text}` is not an id; lower-case words joined by `-` are, like `moon-moth`")
    return text.strip()
