"""The frame of every page: title, description, trail, alternates."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import Said, section
from pinsite.outputs.target import Target
from pinsite.views import Link, Material, PageLink, Pager, PageView, SocialCard, Views, page_count


def page_target(
    path: str,
    maker: str,
    lang: str,
    about: tuple[str, ...] = (),
    origin: str = "",
    *,
    joined: bool = False,
) -> Target:
    """Return the target of the page at a site path such as `pins/`."""
    return Target(f"{path}index.html", maker, lang, about, origin, joined)


def list_targets(
    material: Material, name: str, list_name: str, maker: str, about: tuple[str, ...] = ()
) -> Iterable[Target]:
    """Return the pages of a list in every language."""
    for lang in material.catalogue.site.languages:
        for number in range(1, page_count(material, list_name) + 1):
            path = section(material.catalogue, name, lang, number)
            yield page_target(path, maker, lang, (*about, str(number)), name)


def frame(
    views: Views,
    kind: str,
    title: Said | str,
    *,
    description: Said | str | None = None,
    trail: Iterable[Link] = (),
    card: SocialCard | None = None,
    noindex: bool = False,
    linked_data: str = "",
    canonical: str | None = None,
) -> PageView:
    """Return what a page says of itself; the trail begins with the home page and ends with this one."""
    texts, site = views.texts, views.site()
    path = views.path.removesuffix("index.html")
    own = canonical if canonical is not None else path
    home = Link(texts.said("Home"), site.home)
    here = Link(title if isinstance(title, Said) else Said(title, views.lang), path, current=True)
    return PageView(
        kind,
        path,
        views.lang,
        texts.direction,
        texts.digits,
        str(title),
        str(description) if description else None,
        site.base_url + own if site.base_url is not None else None,
        views.alternates(),
        (home, *trail, here) if path != site.home else (),
        card,
        noindex,
        linked_data,
        *views.menu_place(),
    )


def section_link(views: Views, catalogue_home: str, name: str, label: str) -> Link:
    """Return the link to a section of the site, for a trail."""
    return Link(views.texts.said(label), f"{catalogue_home}{name}/")


def pager(views: Views, base: str, number: int, pages: int, count: int, first: int, shown: int) -> Pager:
    """Return where a page of a list stands; `base` is the site path of its first page."""

    def path(one: int) -> str:
        return base if one == 1 else f"{base}page/{one}/"

    linked = linked_pages(number, pages)
    links = tuple(
        PageLink(one, path(one), before is not None and one > before + 1)
        for before, one in zip((None, *linked), linked, strict=False)
    )
    previous = path(number - 1) if number > 1 else None
    following = path(number + 1) if number < pages else None
    return Pager(number, pages, first if count else 0, first + shown - 1, count, previous, following, links)


#: A list of so few pages links to all of them from each.
_FEW = 15
_STRIDES = (0, 1, 2, 10, 100, 1000)


def linked_pages(number: int, pages: int) -> tuple[int, ...]:
    """Return the pages that a page of a list links to.

    All of many would make the pages of a list grow with the square of its length. The ends, the next ones and
    ever longer strides reach every page in a few steps.
    """
    if pages <= _FEW:
        return tuple(range(1, pages + 1))
    near = {number + way * stride for stride in _STRIDES for way in (-1, 1)}
    return tuple(sorted({1, pages, *(one for one in near if 1 <= one <= pages)}))
