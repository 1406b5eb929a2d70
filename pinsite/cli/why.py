"""`pinsite why PATH`: why a file of the site was, or would be, made again."""

from __future__ import annotations

import os
from pathlib import Path

import click

from pinsite.cli.folders import catalogue_root, moment


@click.command("why")
@click.argument("path")
@click.option("--site", default=".", type=click.Path(file_okay=False, path_type=Path), help="The catalogue.")
def command(path: str, site: Path) -> int:
    """Tell why the file PATH of the site (like `pins/moon-moth/`) would be made again, or was last time."""
    from pinsite.build import Build, Order, in_words

    root = catalogue_root(site)
    order = Order(root, root / "public", moment())
    build = Build(order)
    wanted = _site_path(path, order.output)
    reasons, last = build.reasons(), build.last_reasons()
    if reasons is None:
        raise click.UsageError("the catalogue has errors; `pinsite check` shows them")
    if wanted not in build.targets:
        raise click.UsageError(f"the site has no `{wanted}`")
    found = reasons.get(wanted)
    if found is not None:
        click.echo(f"{wanted} would be made again: {in_words(found)}.")
    else:
        before = f" It was last made because {last[wanted]}." if wanted in last else ""
        click.echo(f"{wanted} is up to date: nothing that it shows has changed.{before}")
    return 0


def _site_path(path: str, output: Path) -> str:
    absolute = Path(path).resolve()
    plain = (
        absolute.relative_to(output).as_posix()
        if absolute.is_relative_to(output)
        else path.replace(os.sep, "/")
    )
    plain = plain.lstrip("/")
    if plain in ("", "."):
        return "index.html"
    return plain if Path(plain).suffix else plain.rstrip("/") + "/index.html"
