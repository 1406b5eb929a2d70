"""`pinsite theme`: themes, their options, and what a catalogue changes of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pinsite.cli.folders import catalogue_root, site_argument
from pinsite.cli.groups import Suggesting

if TYPE_CHECKING:
    from pinsite.themes import Chain, Override

_site_option = click.option(
    "--site", default=".", type=click.Path(file_okay=False, path_type=Path), help="The catalogue."
)


@click.group("theme", cls=Suggesting)
def command() -> None:
    """List themes, begin one of your own, see what you have changed."""


# ── list ─────────────────────────────────────────────────────────────────────────────────────────────────


@command.command("list")
@site_argument
def list_themes(site: Path) -> int:
    """List the themes that the catalogue in SITE can use, with their options."""
    from pinsite.cli.telling import tell_problems
    from pinsite.diagnostics import Place, Problems
    from pinsite.themes import open_chain, theme_names

    root = site.resolve()
    chosen = _chosen(root)
    for name in theme_names(root):
        problems = Problems()
        chain = open_chain(root, name, problems, Place(f"themes/{name}/theme.yaml"))
        if chain is None:
            click.echo(click.style(name, bold=True) + " cannot be used:")
            tell_problems(problems, root)
            continue
        _tell_theme(chain, name == chosen)
    return 0


def _chosen(root: Path) -> str | None:
    """Return the theme that a catalogue has chosen; outside of one there is none."""
    from pinsite.diagnostics import Problems
    from pinsite.source import SETTINGS, read_settings, read_text_file

    if not (root / SETTINGS).is_file():
        return None
    file = read_text_file(root, SETTINGS, Problems())
    return read_settings(file, Problems())[0].theme if file else None


def _tell_theme(chain: Chain, is_chosen: bool) -> None:
    theme = chain.themes[0]
    parents = " → ".join(one.name for one in chain.themes[1:])
    where = "comes with pinsite" if theme.bundled else f"{theme.shown}/"
    marks = [*(["in use"] if is_chosen else []), where, *([f"child of {parents}"] if parents else [])]
    click.echo(f"{click.style(theme.name, bold=True)} ({', '.join(marks)})")
    if theme.declared.description:
        click.echo(f"  {theme.declared.description}")
    languages = sorted({"en", *(file.stem for one in chain.themes for file in one.texts)})
    click.echo(f"  texts: {', '.join(languages)}")
    for name, option in chain.options.items():
        click.echo(
            f"  {click.style(name, bold=True)}: {option.wanted}; {option.default!r} by default. {option.help}"
        )


# ── new ──────────────────────────────────────────────────────────────────────────────────────────────────


@command.command("new")
@click.argument("name")
@click.option("--parent", help="The theme to begin with; the one that the catalogue uses, if none is given.")
@_site_option
def new_theme(name: str, parent: str | None, site: Path) -> int:
    """Begin a theme called NAME: a child that looks like its parent until you change it."""
    from pinsite.catalogue import is_id
    from pinsite.themes import RESERVED, theme_names, write_child

    root = catalogue_root(site)
    if not is_id(name) or name in RESERVED:
        raise click.UsageError(f"`{name}` is no name for a theme; lower-case words joined by `-` are")
    if name in theme_names(root):
        raise click.UsageError(f"there is a theme `{name}` already; nothing was written")
    chain = _chain(root, parent or _chosen(root) or "atelier")
    for path in write_child(root, name, chain):
        click.echo(f"  {path.relative_to(root).as_posix()}")
    click.echo(f"\nNow write `theme: {name}` in pinsite.yaml, and change what you like.")
    return 0


def _chain(root: Path, name: str) -> Chain:
    from pinsite.cli.telling import tell_problems
    from pinsite.diagnostics import Place, Problems
    from pinsite.themes import open_chain

    problems = Problems()
    chain = open_chain(root, name, problems, Place("pinsite.yaml"))
    if chain is None:
        tell_problems(problems, root)
        raise click.UsageError("the theme cannot be used; nothing was written")
    return chain


# ── copy ─────────────────────────────────────────────────────────────────────────────────────────────────


@command.command("copy")
@click.argument("template")
@click.argument("block", required=False)
@_site_option
def copy(template: str, block: str | None, site: Path) -> int:
    """Copy TEMPLATE of the theme, or one BLOCK of it, to be changed.

    It is copied into the catalogue's own theme where `theme:` names one, else into `templates/`.
    """
    from pinsite.diagnostics import did_you_mean, one_of
    from pinsite.themes import CannotCopy, accept, copy_template

    root = catalogue_root(site)
    chain = _chain(root, _chosen(root) or "atelier")
    level = 0 if chain.themes[0].bundled else 1
    try:
        copied = copy_template(chain, level, template, block)
    except CannotCopy as error:
        hint = did_you_mean(error.wrong, error.known, one_of(error.known)) if error.known else ""
        raise click.UsageError(f"{error}" + (f"; {hint}" if hint else "")) from None
    accept(_chain(root, chain.themes[0].folder.name), level)
    what = f"the block `{block}`" if block else f"`{template}`"
    click.echo(
        f"{copied.path.relative_to(root).as_posix()} has {what} of {copied.source.shown} now, to be changed."
    )
    return 0


# ── diff ─────────────────────────────────────────────────────────────────────────────────────────────────


@command.command("diff")
@site_argument
@click.option("--lines", is_flag=True, help="Show how each override differs, line by line.")
@click.option(
    "--accept", "accepting", is_flag=True, help="Note that all is well with what they override now."
)
def diff(site: Path, lines: bool, accepting: bool) -> int:
    """Tell which templates and blocks of the catalogue in SITE differ from those they override, and which of
    those have changed since.
    """
    from pinsite.build import STATE
    from pinsite.themes import accept, all_notes, overrides_of

    root = catalogue_root(site)
    chain = _chain(root, _chosen(root) or "atelier")
    overrides = list(overrides_of(chain))
    if accepting:
        for path in filter(None, (accept(chain, level) for level in chain.own_levels)):
            click.echo(f"{path.relative_to(root).as_posix()} notes what the overrides were made from.")
    notes = all_notes(chain, root / STATE)
    for override in overrides:
        _tell_override(override, notes, lines)
    if not overrides:
        click.echo("Nothing is overridden.")
    return 0


def _tell_override(override: Override, notes: dict[int, dict[str, dict[str, str]]], lines: bool) -> None:
    from pinsite.themes import has_changed, noted

    before = noted(override, notes)
    says = "differs" if override.differs else "the same as what it overrides; it can go"
    if has_changed(override, notes):
        says += click.style("; what it overrides has changed since", fg="yellow")
    elif before is None:
        says += "; nothing notes what it was made from (`--accept` does)"
    click.echo(f"{click.style(override.title, bold=True)} ({override.upstream.shown}): {says}")
    if has_changed(override, notes) and before is not None:
        _tell_lines(
            before,
            override.upstream_text,
            f"{override.upstream.shown} then",
            f"{override.upstream.shown} now",
        )
    if lines and override.differs:
        _tell_lines(override.upstream_text, override.text, override.upstream.shown, override.title)


def _tell_lines(one: str, other: str, one_name: str, other_name: str) -> None:
    from difflib import unified_diff

    from pinsite.themes import tidy

    colours = {"+": "green", "-": "red", "@": "cyan"}
    found: Iterable[str] = unified_diff(tidy(one), tidy(other), one_name, other_name, lineterm="", n=2)
    for line in found:
        click.echo("    " + click.style(line, fg=colours.get(line[:1])))
