"""Addresses: each page has one of its own, and old ones lead to it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from pinsite.catalogue import SECTIONS, TERM_FIELDS, is_id, is_language, slugify
from pinsite.diagnostics import Problems, did_you_mean
from pinsite.diagnostics.codes import CODES
from pinsite.files import safe_site_path
from pinsite.source.filed import Filed
from pinsite.source.matter import Matter

_FOLDERS = {"pin": "pins", "series": "series", "story": "stories", "page": ""}


def check_addresses(records: list[Filed], tools: tuple[str, ...], problems: Problems) -> None:
    """Report slugs that are no addresses, addresses taken twice, and aliases that hide a page.

    `tools` are the first words of addresses that the site's tools use beside the sections that every site has.
    """
    taken: dict[str, Filed] = {}
    for record in records:
        slug = record.outline.slug or record.id
        if slug != slugify(slug):
            _report_slug(record, slug, problems)
            continue
        if record.kind == "page" and (slug in tools or _reserved(slug)):
            problems.add(
                CODES["REF005"],
                record.place("slug"),
                f"`/{slug}/` is a section of the site",
                "give the page another `slug`",
            )
        path = f"{_FOLDERS[record.kind]}/{slug}".lstrip("/")
        first = taken.setdefault(path, record)
        if first is not record:
            problems.add(
                CODES["REF005"],
                record.place("slug"),
                f"`/{path}/` is the address of {first.path} too",
                "give one of them another `slug`",
            )
    old: dict[str, Filed] = {}
    for record in records:
        _check_aliases(record, taken, old, tools, problems)


def _report_slug(record: Filed, slug: str, problems: Problems) -> None:
    # A file name that is no id is reported where the folder is read.
    if record.outline.slug or is_id(record.id):
        problems.add(
            CODES["PIN032"],
            record.place("slug"),
            f"`{slug}` is not an address",
            f"lower-case words joined by `-`, like `slug: {slugify(slug)}`",
        )


def _reserved(slug: str) -> bool:
    return slug in SECTIONS or slug in TERM_FIELDS or (is_language(slug) and len(slug) < 3)


def _check_aliases(
    record: Filed,
    taken: Mapping[str, Filed],
    old: dict[str, Filed],
    tools: tuple[str, ...],
    problems: Problems,
) -> None:
    for number, alias in enumerate(record.outline.aliases):
        path, place = alias_path(record.kind, alias), partial(record.place, "aliases", number)
        folder = path.removesuffix("/index.html").casefold()
        why = safe_site_path(path)
        if why:
            problems.add(
                CODES["PIN032"],
                place(),
                f"`{alias}` is not an address: {why}",
                "write an old address like `moth-old` or `/shop/moth.html`",
            )
        elif (
            taken.get(folder, record) is not record or path in _FIXED or folder in tools or _reserved(folder)
        ):
            problems.add(
                CODES["REF006"],
                place(),
                f"a page stands at `{alias}`",
                "remove the alias, or change the slug",
            )
        elif old.setdefault(folder, record) is not record:
            other = old[folder].path
            problems.add(
                CODES["REF006"],
                place(),
                f"`{alias}` is an old address of {other} too",
                "remove one of the two; an address leads to one page",
            )


#: Files at the root of a site that pinsite writes itself.
_FIXED = frozenset({"index.html", "404.html"})


def alias_path(kind: str, alias: str) -> str:
    """Return the file that an old address stands for; without a leading `/` it is beside the record's own."""
    plain = alias.strip("/") if alias.startswith("/") else f"{_FOLDERS[kind]}/{alias.strip('/')}".lstrip("/")
    return plain if plain.endswith((".html", ".htm")) else f"{plain}/index.html"


def check_menu(site_menu: list[tuple[int, str]], pages: set[str], where: Matter, problems: Problems) -> None:
    """Report entries of the menu that lead nowhere."""
    known = {*SECTIONS, *TERM_FIELDS, *pages} - {"assets"}
    for number, url in site_menu:
        if "/" not in url and ":" not in url and "." not in url and url not in known:
            place = where.place("menu", number, "url")
            problems.add(
                CODES["SET002"],
                place,
                f"`{url}` is not an entry of the menu",
                did_you_mean(url, known, "a section, the id of a page, or `{label:, url:}`"),
            )
