"""Groups of commands: the nearest is named where one is misspelt, and none is imported before it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click


class Suggesting(click.Group):
    """Names the nearest command where one is misspelt."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called."""
        from pinsite.diagnostics import did_you_mean

        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            hint = did_you_mean(args[0], names)
            raise click.UsageError(f"there is no command `{args[0]}`" + (f"; {hint}" if hint else ""), ctx)
        return super().resolve_command(ctx, args)


class Filed(Suggesting):
    """Finds each command in a file: `lines` has the one-line help of each, in the order in which people meet them.

    The file is called as the command, but for names that Python keeps for itself (`files`).
    """

    lines: Mapping[str, str] = {}
    package = ""
    files: Mapping[str, str] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands."""
        return list(self.lines)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the file of a command."""
        if cmd_name not in self.lines:
            return None
        command = import_module(f"{self.package}.{self.files.get(cmd_name, cmd_name)}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lines.items()))
