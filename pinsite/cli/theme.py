"""`pinsite theme`: themes and their options."""

from __future__ import annotations

from pathlib import Path

import click

from pinsite.cli.folders import site_argument


@click.group("theme")
def command() -> None:
    """List themes and what each offers."""


@command.command("list")
@site_argument
def list_themes(site: Path) -> int:
    """List the themes that the catalogue in SITE can use, with their options."""
    from pinsite.themes import ThemeProblem, open_chain, theme_names

    root = site.resolve()
    for name in theme_names(root):
        try:
            chain = open_chain(root, name)
        except ThemeProblem as problem:
            click.echo(f"{name}: {problem.message}")
            continue
        declared = chain.themes[0].declared
        parent = f" (child of {declared.parent})" if declared.parent else ""
        click.echo(click.style(name, bold=True) + f"{parent}: {declared.description}")
        for option, offer in chain.options.items():
            click.echo(f"  {option}: {offer.type}, {offer.default!r} by default. {offer.help}")
    return 0
