"""`pinsite ledger`: what happened to copies; one short file a command."""

from __future__ import annotations

import click

from pinsite.cli.groups import Filed

COMMANDS = {
    "add": "Write down that copies were sold, given away, held, received …",
    "show": "Tell how an edition stands, and how it came to be so.",
    "import": "Take over the sales of a shop from its export.",
}


class _Commands(Filed):
    lines, package, files = COMMANDS, "pinsite.cli.ledger", {"import": "importing"}


@click.group("ledger", cls=_Commands)
def command() -> None:
    """Keep the ledger: what happened to the copies of every pin.

    The ledger is the file ledger.csv in the catalogue, one line for each thing that happened. These commands add
    lines to it and read it; you can as well write it by hand or in a spreadsheet.
    """
