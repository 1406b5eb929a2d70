"""`pinsite explain CODE`: the manual page of a problem."""

from __future__ import annotations

import click

from pinsite.diagnostics import did_you_mean
from pinsite.diagnostics.codes import CODES


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Show the manual page of the problem CODE; without one, list all codes."""
    if code is None:
        for known in CODES.values():
            click.echo(f"{known.id}  {known.severity:7}  {known.title}")
        return 0
    found = CODES.get(code.upper())
    if found is None:
        hint = did_you_mean(code.upper(), CODES, "`pinsite explain` lists all codes")
        raise click.UsageError(f"there is no code `{code}`; {hint}")
    click.echo(
        click.style(f"{found.id}: {found.title}", bold=True) + f" ({found.severity})\n\n{found.manual}"
    )
    return 0
