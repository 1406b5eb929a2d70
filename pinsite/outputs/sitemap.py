"""`sitemap.xml` and `robots.txt`.

`lastmod` is the day on which content changed, images are listed with their pages. The format wants whole
addresses, which only a site with a `base_url` has; without one the addresses are relative, good for people
and link checkers.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from pinsite.outputs.target import Target
from pinsite.views import Material, Views

RECIPE = 1
_HEAD = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
)


def plan(material: Material) -> Iterable[Target]:
    """List both files."""
    for name in ("sitemap.xml", "robots.txt"):
        yield Target(name, "sitemap", material.main, (name,), "for search engines", joined=True)


def make(target: Target, views: Views) -> bytes:
    """Make one of them."""
    return _robots(views) if target.about[0] == "robots.txt" else _sitemap(views)


def _robots(views: Views) -> bytes:
    base = views.site().base_url
    where = f"\nSitemap: {base}sitemap.xml\n" if base else ""
    return f"User-agent: *\nAllow: /\n{where}".encode()


def _sitemap(views: Views) -> bytes:
    lines = ['<?xml version="1.0" encoding="utf-8"?>', _HEAD]
    for entry in views.ask("sitemap"):
        lines.append(f"<url><loc>{escape(views.whole(entry.path))}</loc>")
        if entry.changed:
            lines.append(f"<lastmod>{entry.changed.isoformat()}</lastmod>")
        lines += [
            f'<xhtml:link rel="alternate" hreflang="{lang}" href="{escape(views.whole(path))}"/>'
            for lang, path in entry.alternates
        ]
        lines += [
            f"<image:image><image:loc>{escape(views.whole(src))}</image:loc></image:image>"
            for src in entry.pictures
        ]
        lines.append("</url>")
    return "\n".join([*lines, "</urlset>\n"]).encode()
