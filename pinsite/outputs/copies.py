"""Files whose bytes are made or lie elsewhere: pictures out of the store, and the author's static files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pinsite.files import Stamp
from pinsite.images import Job, Store
from pinsite.outputs.target import Copied
from pinsite.views import Material

_STATIC = "static/"


def picture_copies(material: Material, store: Store) -> list[Copied]:
    """Return the pictures that the pages asked for, each with its place in the store."""
    return [
        Copied(path, store.path(variant.key), variant.key)
        for path, (_, variant) in sorted(material.planned.items())
    ]


def picture_jobs(material: Material, root: Path) -> list[Job]:
    """Return the work of making those pictures, one job a source."""
    by_source: dict[str, list[str]] = {}
    for path in sorted(material.planned):
        by_source.setdefault(material.planned[path][0], []).append(path)
    return [
        Job(root / source, material.sources[source], tuple(material.planned[path][1] for path in paths))
        for source, paths in sorted(by_source.items())
    ]


def static_copies(root: Path, stamps: Mapping[str, Stamp]) -> Iterable[Copied]:
    """Return the files of `static/`, which go to the root of the site as they are."""
    for path, stamp in sorted(stamps.items()):
        if path.startswith(_STATIC):
            yield Copied(path.removeprefix(_STATIC), root / path, f"{path} {stamp}")
