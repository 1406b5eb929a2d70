"""The site and its frame as a reader of one language meets them."""

from __future__ import annotations

from pinsite.catalogue import Said, home
from pinsite.views.lists import menu_link
from pinsite.views.material import Material
from pinsite.views.rich_text import rich_of
from pinsite.views.values import GradeView, Link, PersonView, Rich, SiteView
from pinsite.views.wording import grade_name, rights_said, said

_USUAL = ("pins", "series", "stories", "editions", "about")


def site_view(material: Material, lang: str) -> SiteView:
    """Return the site in a language."""
    catalogue = material.catalogue
    site = catalogue.site
    author = site.author
    return SiteView(
        site.title.say(lang),
        said(site.description, lang),
        PersonView(author.name.say(lang), said(author.role, lang), author.url, None) if author else None,
        home(catalogue, lang),
        site.languages,
        lang,
        site.main,
        _menu(material, lang),
        site.base_url,
        rights_said(material, site.rights, lang),
        tuple(
            GradeView(
                one.code, grade_name(one, material.texts(lang)), one.counts, said(one.description, lang)
            )
            for one in site.grades
        ),
        bool(catalogue.stories),
        bool(catalogue.series_in_order),
        _has_editions(material),
        material.version,
        site.tools,
    )


def _menu(material: Material, lang: str) -> tuple[Link, ...]:
    site = material.catalogue.site
    if site.menu:
        return tuple(menu_link(material, one.url, said(one.label, lang), lang) for one in site.menu)
    catalogue = material.catalogue
    there = {
        "pins": True,
        "series": catalogue.series_in_order,
        "stories": catalogue.stories,
        "editions": _has_editions(material),
        "about": "about" in catalogue.pages,
    }
    return tuple(menu_link(material, name, None, lang) for name in _USUAL if there[name])


def _has_editions(material: Material) -> bool:
    return bool(material.counted_pins)


def intro(material: Material, lang: str) -> Rich | None:
    """Return the text of the page `home`, which introduces the site on its home page."""
    page = material.catalogue.pages.get("home")
    return rich_of(material, Said(page.body, page.lang), lang, page.folder) if page else None
