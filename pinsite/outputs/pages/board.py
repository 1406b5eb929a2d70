"""The page of a visitor's own board, and the outlines by which it cuts pins out."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import section
from pinsite.outputs.pages.frame import frame, page_target
from pinsite.outputs.target import Target
from pinsite.views import Material, Views, shelf_count

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List the page in each language, and the outlines shelf by shelf, where the site lets its visitors have boards."""
    if not material.catalogue.site.tools.board:
        return
    for lang in material.catalogue.site.languages:
        yield page_target(section(material.catalogue, "board", lang), "board", lang, (), "the page of boards")
    for number in range(shelf_count(material)):
        about = ("outlines", str(number))
        yield Target(
            f"board/{number}.json", "board", material.main, about, "the outlines of pins", joined=True
        )


def make(target: Target, views: Views) -> bytes:
    """Make the page, or the outlines of a shelf."""
    if target.about:
        return _outlines(views, target.about[1])
    page = frame(views, "board-page", views.texts.said("Board"), noindex=True)
    return views.render("board.html", page, shelves=views.ask("shelf count"))


def _outlines(views: Views, number: str) -> bytes:
    """Write one outline a line."""
    lines = (views.ask("outlines", id) for id in views.ask("shelf", number).pins)
    return ("{\n" + ",\n".join(line for line in lines if line) + "\n}\n").encode()
