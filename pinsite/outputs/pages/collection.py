"""The page of a visitor's own collection, and the shelves of data that it reads."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import section
from pinsite.outputs.pages.frame import frame, page_target
from pinsite.outputs.target import Target
from pinsite.views import Material, Views, compact, shelf_count

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List the page in each language where visitors may collect, and the shelves, which boards need, too."""
    tools = material.catalogue.site.tools
    for lang in material.catalogue.site.languages if tools.collect else ():
        path = section(material.catalogue, "collection", lang)
        yield page_target(path, "collection", lang, (), "the page of collections")
    for number in range(shelf_count(material) if tools.sections else 0):
        about = ("shelf", str(number))
        path = f"collection/{number}.json"
        yield Target(path, "collection", material.main, about, "the data of collections", joined=True)


def make(target: Target, views: Views) -> bytes:
    """Make the page or a shelf."""
    if target.about:
        return _shelf(views, target.about[1])
    page = frame(views, "collection", views.texts.said("My collection"), noindex=True)
    return views.render("collection.html", page, shelves=views.ask("shelf count"))


def _shelf(views: Views, number: str) -> bytes:
    """Write one record a line."""
    shelf = views.ask("shelf", number)
    pins = _lines((id, views.ask("collectable", id)) for id in shelf.pins)
    series = _lines((id, views.ask("collectable series", id)) for id in shelf.series)
    return f'{{"pins":{{{pins}}},"series":{{{series}}}}}\n'.encode()


def _lines(records: Iterable[tuple[str, str]]) -> str:
    lines = [f"{compact(id)}:{record}" for id, record in records]
    return "\n" + ",\n".join(lines) + "\n" if lines else ""
