"""`pinsite init`: a small catalogue that builds without a complaint."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--theme", default="atelier", show_default=True, help="A bundled theme.")
def command(folder: Path, theme: str) -> int:
    """Make a new catalogue in DIR: settings, one pin with its pictures, a series, a story and a page."""
    from pinsite.diagnostics import did_you_mean, one_of
    from pinsite.starter import write_starter
    from pinsite.themes import theme_names

    known = theme_names(folder)
    if theme not in known:
        raise click.BadParameter(f"there is no theme `{theme}`; {did_you_mean(theme, known, one_of(known))}")
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"`{folder}` is not empty; nothing was written")
    for path in write_starter(folder, theme):
        click.echo(f"  {folder / path}")
    click.echo(f"\nNow `pinsite serve {folder}` shows it in a browser.")
    return 0
