"""`pinsite cache`: what made pictures take, and removing those that nothing shows."""

from __future__ import annotations

import re
from pathlib import Path

import click

from pinsite.cli.folders import catalogue_root, site_argument
from pinsite.cli.groups import Suggesting

_UNITS = {"": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}
_SPANS = {"d": 86_400, "w": 7 * 86_400, "m": 30 * 86_400, "y": 365 * 86_400}


class _Amount(click.ParamType):  # type: ignore[type-arg]  # click 8.1 takes none
    """A number with a unit: `500 MB`, `90d`."""

    def __init__(self, name: str, units: dict[str, int], example: str) -> None:
        self.name, self._units, self._example = name, units, example

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return bytes or seconds."""
        found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([A-Za-z]*)", str(value).strip())
        units = {unit.lower(): factor for unit, factor in self._units.items()}
        if found is None or found[2].lower() not in units:
            self.fail(f"`{value}` is not understood; write it like {self._example}", param, ctx)
        return round(float(found[1]) * units[found[2].lower()])


@click.group("cache", cls=Suggesting)
def command() -> None:
    """Tell what made pictures take, and remove those that nothing shows.

    They lie in .pinsite/images, outside the site, and are named by what they were made from: no picture there
    can be out of date.
    """


@command.command("show")
@site_argument
def show(site: Path) -> int:
    """Tell how many made pictures there are, and how many of them the last builds show."""
    from pinsite.build import STATE, pictures_in_use
    from pinsite.images import Store

    root = catalogue_root(site)
    store, used = Store(root / STATE / "images"), pictures_in_use(root)
    pictures, size = store.held()
    shown = [store.path(key).stat().st_size for key in used if store.has(key)]
    click.echo(f"{pictures} pictures, {_size(size)}: {store.root}")
    click.echo(f"{len(shown)} of them, {_size(sum(shown))}, are shown by the last build.")
    return 0


@command.command("clean")
@site_argument
@click.option("--max-size", type=_Amount("SIZE", _UNITS, "`2 GB`"), help="Keep no more than this, like 2GB.")
@click.option(
    "--max-age", type=_Amount("AGE", _SPANS, "`90d`"), help="Keep what was used within this time, like 90d."
)
@click.option("--all", "everything", is_flag=True, help="Remove what the last build shows, too.")
def clean(site: Path, max_size: int | None, max_age: int | None, everything: bool) -> int:
    """Remove made pictures that the last builds do not show: all of them, or those over the limits given.

    Those unused for longest go first. What the last build shows stays, unless `--all` is given.
    """
    from pinsite.build import STATE, pictures_in_use
    from pinsite.images import Store

    root = catalogue_root(site)
    keep = frozenset() if everything else pictures_in_use(root)
    done = Store(root / STATE / "images").collect(keep, max_bytes=max_size, max_age=max_age)
    click.echo(f"{done.removed} pictures removed, {_size(done.freed)}; {done.kept} kept, {_size(done.held)}.")
    return 0


def _size(count: int) -> str:
    for unit, factor in reversed(_UNITS.items()):
        if count >= factor and factor > 1:
            return f"{count / factor:.1f} {unit}"
    return f"{count} bytes"
