"""The catalogue as data: JSON and CSV of all pins, one file a pin, and the small file of edition numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pinsite.catalogue import address
from pinsite.outputs.target import Target
from pinsite.views import Material, Views, compact, head_text, indented, listed

RECIPE = 2


def plan(material: Material) -> Iterable[Target]:
    """List the data files; those of single pins lie beside their pages in the main language."""
    main = material.main
    for name in ("catalogue.json", "catalogue.csv", "editions.json"):
        yield Target(name, "data", main, (name,), "the data of the catalogue", joined=True)
    for id in material.catalogue.pins:
        path = address(material.catalogue, "pin", id, main)
        yield Target(f"{path}index.json", "data", main, ("pin", id), f"the pin {id}")


def make(target: Target, views: Views) -> bytes:
    """Make one data file."""
    if target.about[0] == "pin":
        return (str(views.ask("record json", target.about[1])) + "\n").encode()
    return {"catalogue.json": _catalogue, "catalogue.csv": _csv, "editions.json": _editions}[target.about[0]](
        views
    )


def _catalogue(views: Views) -> bytes:
    site = views.site()
    head = {"title": site.title.text, "language": site.main_language, "url": site.base_url}
    pins = listed((views.ask("record json", id) for id in views.ask("all pins")), "\n ")
    return (indented(head).removesuffix("\n}") + f',\n "pins": {pins}\n}}\n').encode()


def _csv(views: Views) -> bytes:
    rows = [views.ask("row text", id) for id in views.ask("all pins")]
    # The mark tells spreadsheet programs that the file is UTF-8.
    return "".join([head_text(), *rows]).encode("utf-8-sig")


def _editions(views: Views) -> bytes:
    """Write one edition a line: pages read this file after they are shown, and people compare two of them."""
    every = {id: record for id in views.ask("all editions") if (record := views.ask("edition", id))}
    as_of = max((day for record in every.values() if (day := json.loads(record)["as_of"])), default=None)
    lines = ",\n".join(f"{compact(id)}:{record}" for id, record in every.items())
    return f'{{"as_of":{compact(as_of)},"editions":{{\n{lines}\n}}}}\n'.encode()
