"""The stories, paged, and the page of each."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import address
from pinsite.outputs.pages.frame import frame, list_targets, page_target, pager, section_link
from pinsite.outputs.target import Target
from pinsite.views import Material, Views

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List the pages of the list and the page of each story."""
    catalogue = material.catalogue
    yield from list_targets(material, "stories", "stories", "stories", ("list",))
    for lang in catalogue.site.languages:
        for id in catalogue.stories:
            path = address(catalogue, "story", id, lang)
            if path:
                yield page_target(path, "stories", lang, (id,), f"the story {id}")


def make(target: Target, views: Views) -> bytes:
    """Make one page of the list, or the page of one story."""
    return (
        _list(int(target.about[1]), views)
        if target.about[0] == "list" and len(target.about) > 1
        else (_story(target.about[0], views))
    )


def _list(number: int, views: Views) -> bytes:
    part = views.ask("slice", "stories", str(number))
    turning = pager(
        views, f"{views.site().home}stories/", number, part.pages, part.count, part.first, len(part.ids)
    )
    page = frame(views, "stories", views.texts.said("Stories"), noindex=number > 1)
    return views.render("stories.html", page, stories=views.story_cards(part.ids), pager=turning)


def _story(id: str, views: Views) -> bytes:
    story = views.document("story", id)
    newer, older = views.ask("story neighbours", id)
    up = [section_link(views, views.site().home, "stories", "Stories")]
    page = frame(
        views,
        "story",
        story.title,
        description=story.summary,
        trail=up,
        card=views.ask("social", "story", id, views.lang),
        linked_data=views.ask("linked story", id, views.lang),
    )
    return views.render(
        "story.html",
        page,
        document=story,
        cards=views.cards(views.ask("pins of story", id)),
        newer=views.ask("story", newer, views.lang) if newer else None,
        older=views.ask("story", older, views.lang) if older else None,
    )
