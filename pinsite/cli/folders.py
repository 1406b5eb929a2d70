"""Which catalogue a call means, and where its site goes."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import click

_SETTINGS = "pinsite.yaml"

site_argument = click.argument("site", default=".", type=click.Path(file_okay=False, path_type=Path))


def catalogue_root(site: Path) -> Path:
    """Return the catalogue's folder; a folder without settings is a wrong call (exit code 2)."""
    root = site.resolve()
    if not root.is_dir():
        raise click.UsageError(f"there is no folder `{site}`")
    if not (root / _SETTINGS).is_file():
        raise click.UsageError(
            f"`{site}` is no catalogue: it holds no {_SETTINGS}. `pinsite init DIR` makes a new one."
        )
    return root


def output_folder(root: Path, output: Path | None) -> Path:
    """Return where the site is written; the catalogue itself, or a folder around it, is refused."""
    folder = (output if output is not None else root / "public").resolve()
    if folder == root or folder in root.parents:
        raise click.UsageError(f"the site cannot be written to `{folder}`: the catalogue is in it")
    sources = ("pins", "series", "stories", "pages", "images", "static", "templates", "themes", ".pinsite")
    if folder.parent == root and folder.name in sources:
        raise click.UsageError(f"the site cannot be written to `{folder.name}/`: the catalogue uses it")
    return folder


def moment() -> datetime:
    """Return the moment that a call happens at; `SOURCE_DATE_EPOCH` sets it, for builds that can be repeated."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed.isdigit() else datetime.now(UTC)
