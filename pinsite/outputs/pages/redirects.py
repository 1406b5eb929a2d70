"""Pages at old addresses, which lead to where a record is now."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pinsite.catalogue import address, home
from pinsite.outputs.pages.frame import frame
from pinsite.outputs.target import Target
from pinsite.source import alias_path
from pinsite.views import Material, Views

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List the aliases of each record, the address of its id where its slug is another, and old slugs."""
    catalogue = material.catalogue
    seen: set[str] = set()

    @cache
    def taken() -> frozenset[str | None]:
        return frozenset(
            address(catalogue, kind, id, lang)
            for kind, records in catalogue.records
            for id in records
            for lang in catalogue.site.languages
        )

    for kind, records in catalogue.records:
        for id, record in records.items():
            old = [
                *record.outline.aliases,
                *([id] if record.slug != id else []),
                *material.moved.get((kind, id), ()),
            ]
            if not old:
                continue
            # A series without pins has no page that an old address could lead to.
            for lang in catalogue.site.languages if address(catalogue, kind, id, material.main) else ():
                for alias in dict.fromkeys(old):
                    path = home(catalogue, lang) + alias_path(kind, alias)
                    if path.removesuffix("index.html") not in taken() and path not in seen:
                        seen.add(path)
                        yield Target(path, "redirects", lang, (kind, id), f"an old address of {id}")


def make(target: Target, views: Views) -> bytes:
    """Make one redirect."""
    kind, id = target.about
    to = views.ask("address", kind, id, views.lang)
    title = views.texts.said("Moved")
    page = frame(views, "redirect", title, noindex=True, canonical=to)
    return views.render("redirect.html", page, target=to)
