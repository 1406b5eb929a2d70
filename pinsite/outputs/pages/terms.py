"""A page for each term: every pin in gold plating, every pin of a year; and an index of each field."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import section
from pinsite.outputs.pages.frame import frame, list_targets, page_target, pager
from pinsite.outputs.target import Target
from pinsite.views import Link, Material, Views

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List the index of each field and the pages of each term."""
    catalogue = material.catalogue
    for folder, terms in catalogue.terms.items():
        for lang in catalogue.site.languages:
            yield page_target(
                section(catalogue, folder, lang), "terms", lang, (folder,), f"the terms of {folder}"
            )
        for code in terms:
            name = f"{folder}/{code}"
            yield from list_targets(material, name, name, "terms", (folder, code))


def make(target: Target, views: Views) -> bytes:
    """Make an index, or one page of a term."""
    if len(target.about) == 1:
        return _index(target.about[0], views)
    folder, code, number = target.about
    term = views.ask("term", folder, code, views.lang)
    part = views.ask("slice", f"{folder}/{code}", number)
    turning = pager(views, term.path, int(number), part.pages, part.count, part.first, len(part.ids))
    up = [Link(term.field_label, f"{views.site().home}{folder}/")]
    page = frame(views, "term", term.label, description=term.note, trail=up, noindex=int(number) > 1)
    return views.render("term.html", page, term=term, cards=views.cards(part.ids), pager=turning)


def _index(folder: str, views: Views) -> bytes:
    terms = views.ask("terms", folder, views.lang)
    label = views.ask("field", folder, views.lang)
    return views.render("terms.html", frame(views, "terms", label), field_label=label, terms=terms)
