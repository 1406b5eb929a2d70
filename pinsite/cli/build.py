"""`pinsite build`: write the site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pinsite.cli.folders import catalogue_root, moment, output_folder, site_argument

if TYPE_CHECKING:
    from pinsite.build import Order, Report


@click.command("build")
@site_argument
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), help="Where to write it.  [SITE/public]"
)
@click.option("--base-url", help="Address that the site will have; may have a sub-path.")
@click.option("--drafts", is_flag=True, help="Show drafts, and what is not published yet.")
@click.option("--clean", is_flag=True, help="Forget what earlier builds remember (made pictures stay).")
@click.option("--jobs", type=click.IntRange(1), help="Pictures made at the same time.  [number of cores]")
@click.option("--executor", help="A Dask cluster that makes the pictures: dask://HOST:PORT.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as one JSON object.")
@click.option("--stages", is_flag=True, help="With --json: tell how many seconds each stage took, too.")
def command(
    site: Path,
    output: Path | None,
    base_url: str | None,
    drafts: bool,
    clean: bool,
    jobs: int | None,
    executor: str | None,
    as_json: bool,
    stages: bool,
) -> int:
    """Write the site of the catalogue in SITE (the current folder) to SITE/public.

    With any error nothing is written: the site stays as it was.
    """
    from pinsite.build import Order

    root = catalogue_root(site)
    order = Order(
        root,
        output_folder(root, output),
        moment(),
        _address(base_url),
        drafts,
        clean,
        jobs,
        executor=_cluster(executor),
    )
    told = None if clean else _unchanged(order)
    if told is not None:
        return _tell_unchanged(told, as_json)
    return _build(order, as_json, stages)


def _address(base_url: str | None) -> str | None:
    if base_url is None:
        return None
    if not base_url.startswith(("http://", "https://")):
        raise click.BadParameter("an address begins with `https://`", param_hint="--base-url")
    return base_url


def _cluster(address: str | None) -> str | None:
    if address is None:
        return None
    from pinsite.images import scheduler_of

    if scheduler_of(address) is None:
        raise click.BadParameter("write it as `dask://HOST:PORT`", param_hint="--executor")
    return address


def _unchanged(order: Order) -> dict[str, Any] | None:
    from pinsite.build import call_of, nothing_changed

    return nothing_changed(order.state, order.root, order.output, call_of(order), order.now)


def _tell_unchanged(told: dict[str, Any], as_json: bool) -> int:
    if as_json:
        nothing = {"made": 0, "removed": 0}
        click.echo(
            json.dumps(
                {
                    "ok": True,
                    "pages": {**nothing, "kept": told["pages"]},
                    "images": {**nothing, "kept": told["images"]},
                    "written": [],
                    "removed": [],
                    "problems": told["problems"],
                    "seconds": 0.0,
                },
                ensure_ascii=False,
            )
        )
        return 0
    from pinsite.cli.telling import tell_recorded

    tell_recorded(told["problems"])
    click.echo("Nothing has changed.")
    return 0


def _build(order: Order, as_json: bool, with_stages: bool) -> int:
    from pinsite.build import Build
    from pinsite.cli.telling import MOST, progress, tell_problems

    with progress(as_json) as listeners:
        report = Build(order, listeners).run()
    if as_json:
        click.echo(json.dumps(_record(report, with_stages), ensure_ascii=False))
    else:
        tell_problems(report.problems, order.root, most=MOST)
        _tell(report, order)
    return 0 if report.ok else 1


def _record(report: Report, with_stages: bool) -> dict[str, object]:
    from dataclasses import asdict

    from pinsite.diagnostics import as_record

    told: dict[str, object] = {
        "ok": report.ok,
        "pages": asdict(report.pages),
        "images": asdict(report.images),
        "written": report.written,
        "removed": report.removed,
        "problems": [as_record(problem) for problem in report.problems],
        "seconds": round(report.seconds, 3),
    }
    return told | {"stages": report.stages} if with_stages else told


def _tell(report: Report, order: Order) -> None:
    from pinsite.cli.telling import tally

    found = tally(report.errors, report.warnings)
    if not report.ok:
        click.echo(f"{found}. The site was not touched. `pinsite explain CODE` tells more.", err=True)
        return
    for sentence in report.told:
        click.echo(sentence)
    pages, images = report.pages, report.images
    click.echo(
        f"{pages.made + pages.kept} pages ({pages.made} made), {images.made + images.kept} pictures "
        f"({images.made} made) in {report.seconds:.1f} s: {order.output}" + (f" – {found}" if found else "")
    )
