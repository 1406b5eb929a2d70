"""`pinsite ledger`: what happened to copies; one short file a command."""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = {
    "add": "Write down that copies were sold, given away, held, received …",
    "show": "Tell how an edition stands, and how it came to be so.",
    "import": "Take over the sales of a shop from its export.",
}

#: The files of commands whose names Python keeps for itself.
_FILES = {"import": "importing"}


class _Commands(click.Group):
    """Finds each command in its file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the file of a command."""
        if cmd_name not in COMMANDS:
            return None
        found = import_module(f"pinsite.cli.ledger.{_FILES.get(cmd_name, cmd_name)}").command
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group("ledger", cls=_Commands)
def command() -> None:
    """Keep the ledger: what happened to the copies of every pin.

    The ledger is the file ledger.csv in the catalogue, one line for each thing that happened. These commands add
    lines to it and read it; you can as well write it by hand or in a spreadsheet.
    """
