"""`pinsite serve`: show the site in a browser while it is being worked on."""

from __future__ import annotations

import errno
import signal
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from pinsite.cli.folders import catalogue_root, moment, site_argument

if TYPE_CHECKING:
    from pinsite.diagnostics import Problem
    from pinsite.serve import Address, Built


@click.command("serve")
@site_argument
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for the network."
)
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one."
)
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
@click.option("--drafts", is_flag=True, help="Show drafts, and what is not published yet.")
def command(site: Path, host: str, port: int, open_browser: bool, drafts: bool) -> int:
    """Show the site of the catalogue in SITE (the current folder) while you work on it.

    Browsers reload it at every change. The published site is not touched. Ctrl-C ends it.
    """
    from pinsite.serve import Audience, Preview, Wanted

    root = catalogue_root(site)
    told = _Telling(root)
    preview = Preview(Wanted(root, host, port, drafts), Audience(told.built, told.trouble), moment)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        try:
            address = preview.open()
        except OSError as error:
            raise _no_address(host, port, error) from error
        told.address(address)
        if open_browser:
            click.launch(address.url)
        preview.wait()
    except KeyboardInterrupt:
        click.echo("\nGoodbye.")
    finally:
        preview.close()
    return 0


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _no_address(host: str, port: int, error: OSError) -> click.ClickException:
    if error.errno == errno.EADDRINUSE:
        return click.UsageError(
            f"port {port} of {host} is taken, and so are the next ones; name another with --port"
        )
    return click.UsageError(f"cannot listen on {host}, port {port}: {error.strerror or error}")


class _Telling:
    """Tells on the terminal what the preview does; warnings that were told before are not repeated."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: set[Problem] = set()
        self._was_broken = False

    def address(self, address: Address) -> None:
        """Say where the site is."""
        if address.taken:
            ports = " and ".join(str(port) for port in address.taken)
            click.echo(f"Port {ports} is taken by another program; this is the next free one.", err=True)
        click.echo(f"The site is at {click.style(address.url, bold=True)} – Ctrl-C ends it.")

    def built(self, built: Built) -> None:
        """Say what a build did."""
        from pinsite.cli.telling import MOST, tell_problems

        report = built.report
        tell_problems(
            (one for one in report.problems if one.severity == "error" or one not in self._known),
            self._root,
            most=MOST,
        )
        self._known = set(report.problems)
        for sentence in report.told:
            click.echo(sentence)
        head = f"{datetime.now():%H:%M:%S} {_cause(built.changed)}"
        if not report.ok:
            errors = f"{report.errors} error{'' if report.errors == 1 else 's'}"
            click.echo(f"{head}{errors}. The last good pages stay.", err=True)
        elif report.written or report.removed or self._was_broken or not built.changed:
            click.echo(
                f"{head}{report.pages.made} of {report.pages.made + report.pages.kept} pages made "
                f"in {report.seconds:.1f} s."
            )
        self._was_broken = not report.ok

    def trouble(self, sentence: str) -> None:
        """Say what went wrong with the machine, or with pinsite."""
        click.echo(click.style("pinsite: ", fg="red", bold=True) + sentence, err=True)


def _cause(changed: tuple[str, ...]) -> str:
    if not changed:
        return ""
    return f"{changed[0]}: " if len(changed) == 1 else f"{len(changed)} files: "
