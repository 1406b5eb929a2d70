"""`pinsite status`: what is published, what is not and why, and what is missing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from pinsite.cli.folders import catalogue_root, moment, site_argument


@click.command("status")
@site_argument
def command(site: Path) -> int:
    """Tell what the catalogue in SITE publishes, what it does not and why, what is missing, what a build would do."""
    from pinsite.build import Build, Order, prepare
    from pinsite.cli.telling import tally
    from pinsite.diagnostics import Problems
    from pinsite.source import missing_translations

    root = catalogue_root(site)
    problems = Problems()
    order = Order(root, root / "public", moment())
    prepared = prepare(order, problems)
    catalogue = prepared.loaded.catalogue
    click.echo(
        f"Published: {len(catalogue.pins)} pins, {len(catalogue.series_in_order)} series, "
        f"{len(catalogue.stories)} stories, {len(catalogue.pages)} pages."
    )
    for one in catalogue.unpublished:
        click.echo(f"Not published: the {one.kind} {one.id}: {one.reason}.")
    for lang, missing in missing_translations(prepared.loaded).items():
        click.echo(f"Without a text in {lang}: {missing.texts} texts of {missing.records} records.")
    counts = Counter((problem.code.id, problem.code.title) for problem in problems)
    for (code, title), count in sorted(counts.items()):
        click.echo(f"{code}: {title}, {count} times." if count > 1 else f"{code}: {title}.")
    if problems.errors:
        click.echo(f"A build would stop: {tally(problems.errors, problems.warnings)}.")
        return 1
    reasons = Build(order).reasons() or {}
    click.echo(f"A build would make {len(reasons)} files." if reasons else "A build would do nothing.")
    return 0
