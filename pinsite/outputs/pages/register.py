"""The register: every edition with its counter and its date, paged, and the index by which a script narrows it.

Why paged and not one page a filter: ten thousand editions make some 200 pages a language, which a sale touches one
of. Pages for each answer of each question would be five times as many, and every edition that sells out would move
rows through dozens of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import section
from pinsite.outputs.pages.frame import frame, page_target, pager
from pinsite.outputs.target import Target
from pinsite.views import REGISTER_FIELDS, Material, Views, compact, register_pages

RECIPE = 2


def plan(material: Material) -> Iterable[Target]:
    """List the pages of the register in each language, and the index of them all."""
    for lang in material.catalogue.site.languages:
        for number in range(1, register_pages(material) + 1):
            path = section(material.catalogue, "editions", lang, number)
            yield page_target(path, "register", lang, (str(number),), "the register")
    path = section(material.catalogue, "editions", material.main)
    yield Target(f"{path}index.json", "register", material.main, ("index",), "the index of the register")


def make(target: Target, views: Views) -> bytes:
    """Make one page of the register, or its index."""
    if target.about == ("index",):
        return _index(views)
    number = int(target.about[0])
    part = views.ask("register", target.about[0])
    rows = [views.ask("register row", id, variant, views.lang) for id, variant in part.rows]
    base = f"{views.site().home}editions/"
    page = frame(views, "editions", views.texts.said("Editions"), noindex=number > 1)
    first = number == 1
    return views.render(
        "editions.html",
        page,
        rows=rows,
        pager=pager(views, base, number, part.pages, part.count, part.first, len(rows)),
        choices=views.ask("register choices", views.lang) if first else (),
        as_of=views.ask("register as of") if first else None,
        grades=views.site().grades if first else (),
        preorders=views.ask("preorders") if first else (),
    )


def _index(views: Views) -> bytes:
    rows = [[page, *codes] for page, codes in views.ask("register index")]
    found = {"fields": list(REGISTER_FIELDS), "rows": rows}
    return (compact(found) + "\n").encode()
