"""`pinsite check`: look for mistakes, write nothing."""

from __future__ import annotations

from pathlib import Path

import click

from pinsite.cli.folders import catalogue_root, moment, site_argument


@click.command("check")
@site_argument
@click.option(
    "--format", "look", type=click.Choice(["text", "json", "github"]), default="text", show_default=True
)
@click.option("--strict", is_flag=True, help="Take every warning for an error.")
def command(site: Path, look: str, strict: bool) -> int:
    """Look for mistakes in the catalogue in SITE (the current folder). Nothing is written."""
    from pinsite.build import Order, check_templates, prepare
    from pinsite.cli.telling import tally, tell_problems
    from pinsite.diagnostics import Problems, as_github, as_json

    root = catalogue_root(site)
    problems = Problems(strict=strict)
    prepared = prepare(Order(root, root / "public", moment()), problems)
    if prepared.chain is not None:
        check_templates(prepared.chain, problems)
    if look == "json":
        click.echo(as_json(problems))
    elif look == "github":
        for problem in problems:
            click.echo(as_github(problem))
    else:
        tell_problems(problems, root)
        count = len(prepared.loaded.catalogue.pins)
        found = tally(problems.errors, problems.warnings) or "no problems"
        click.echo(f"{count} pin{'' if count == 1 else 's'} looked at: {found}.")
    return 1 if problems.errors else 0
