"""The street door: one short file a command; the only room that prints.

Commands are imported when they are called, so that `pinsite --help` costs nothing but click.
"""

from __future__ import annotations

import gc
import os
import sys

import click

from pinsite import __version__
from pinsite.cli.groups import Filed

#: Every command with its one-line help, in the order in which people meet them.
COMMANDS = {
    "init": "Make a new catalogue folder that builds without a complaint.",
    "new": "Add a pin, story, page or series.",
    "serve": "Show the site in a browser while you work on it.",
    "build": "Write the site.",
    "check": "Look for mistakes, write nothing.",
    "status": "Tell what is published, what is not, and what is missing.",
    "why": "Tell why a file of the site was, or would be, made again.",
    "ledger": "Sell, gift, hold; the tally; sales from shops.",
    "explain": "Show the manual page of a problem.",
    "cache": "Tell what made pictures take, and remove those that nothing shows.",
    "theme": "List themes, begin your own, see what you have changed.",
    "schema": "Print the JSON Schema of a record, for editors.",
}

MACHINE_FAILED = 3
INTERRUPTED = 130


class _Commands(Filed):
    lines, package = COMMANDS, "pinsite.cli"


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pinsite")
def commands() -> None:
    """Make a website out of a folder of pins."""


def main() -> None:
    """Run the command; the exit code is 0 fine, 1 content, 2 the call, 3 the machine, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    # What is loaded stays, and hardly any of it in rings: a collector that looks often only costs time.
    gc.set_threshold(100_000, 20, 100)
    try:
        sys.exit(commands.main(prog_name="pinsite", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone; nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        click.echo(f"pinsite: the machine failed: {error}", err=True)
        sys.exit(MACHINE_FAILED)
    finally:
        # At its end Python would look once more through all that is left.
        gc.freeze()
