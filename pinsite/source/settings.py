"""Settings: as written in `pinsite.yaml`, then merged with defaults and the call, then resolved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from pinsite.catalogue import (
    BUILT_IN,
    USUAL_GRADES,
    GradeEntry,
    LocalText,
    Reading,
    Site,
    SiteEntry,
    Term,
    Tools,
    is_id,
)
from pinsite.diagnostics import Problems, did_you_mean, nearest, one_of
from pinsite.diagnostics.codes import CODES
from pinsite.source.matter import Matter, read_matter
from pinsite.source.text_file import TextFile
from pinsite.source.validation import validate
from pinsite.source.yaml_text import Node, find

#: The file that makes a folder a catalogue.
SETTINGS = "pinsite.yaml"

_EXTENSIBLE = (
    "technique",
    "base_metal",
    "plating",
    "effects",
    "construction",
    "attachment",
    "status",
    "role",
    "stage",
)


def read_settings(file: TextFile, problems: Problems) -> tuple[Site, Matter | None]:
    """Return the resolved settings (defaults stand in for what cannot be read) and their places."""
    matter = read_matter(file, problems)
    node = matter.node if matter else None
    languages = _languages_first(node, file.path, problems)
    reading = Reading(languages=languages)
    if matter is None or node is None:
        title = LocalText(languages[0], ((languages[0], "Untitled"),))
        return _resolve(SiteEntry.model_construct(title=title, language=languages[0]), languages), None
    entry = validate(SiteEntry, matter, reading, problems).entry
    _check(entry, node, file.path, problems)
    return _resolve(entry, languages), matter


def reading_of(site: Site) -> Reading:
    """Return what the readers of records must know of the site."""
    grades = tuple(grade.code for grade in site.grades)
    return Reading(site.languages, site.currency, site.time_zone, site.vocabularies, grades)


def with_base_url(site: Site, base_url: str | None) -> Site:
    """Return the settings with the address that the call gives."""
    return replace(site, base_url=_slashed(base_url)) if base_url is not None else site


def _languages_first(node: Node | None, path: str, problems: Problems) -> tuple[str, ...]:
    """Find the languages before anything else is read, since every text may be a map of them."""
    if node is None or not isinstance(node.content, dict):
        return ("en",)
    main = _texts(node.content.get("language")) or ["en"]
    every = _texts(node.content.get("languages")) or main
    if main[0] not in every and "language" not in node.content:
        main = every[:1]
    if main[0] not in every or len(set(every)) != len(every):
        problems.add(
            CODES["SET007"],
            node.key_place(path, "languages"),
            "the languages do not agree",
            f"name each once, and `{main[0]}` among them",
        )
    return tuple(dict.fromkeys([main[0], *every]))


def _texts(node: Node | None) -> list[str]:
    content = node.content if node else None
    if isinstance(content, list):
        return [item.content for item in content if isinstance(item.content, str)]
    return [content] if isinstance(content, str) else []


def _check(entry: SiteEntry, node: Node, path: str, problems: Problems) -> None:
    for name in entry.vocabularies:
        if name not in _EXTENSIBLE:
            problems.add(
                CODES["SET003"],
                find(node, ("vocabularies",)).key_place(path, name),
                f"`{name}` is not a vocabulary",
                did_you_mean(name, _EXTENSIBLE, one_of(_EXTENSIBLE)),
            )
        for code in entry.vocabularies[name]:
            if not is_id(code):
                problems.add(
                    CODES["PIN032"],
                    find(node, ("vocabularies", name)).key_place(path, code),
                    f"`{code}` is not a code",
                    "lower-case words joined by `-`",
                )
    _check_time_zone(entry, node, path, problems)
    if entry.currency and not re.fullmatch("[A-Z]{3}", entry.currency):
        problems.add(
            CODES["SET006"],
            find(node, ("currency",)).place(path),
            f"`{entry.currency}` is not a currency",
            "three capital letters, like `EUR`",
        )
    _check_grades(entry.grades, node, path, problems)


def _check_time_zone(entry: SiteEntry, node: Node, path: str, problems: Problems) -> None:
    try:
        ZoneInfo(entry.time_zone)
    except (ValueError, OSError, KeyError):
        from zoneinfo import available_timezones

        meant = nearest(entry.time_zone, available_timezones())
        problems.add(
            CODES["SET004"],
            find(node, ("time_zone",)).place(path),
            f"`{entry.time_zone}` is not a time zone",
            f"did you mean `{meant}`?" if meant else "a name such as `Europe/Berlin`",
        )


def _check_grades(grades: tuple[GradeEntry, ...], node: Node, path: str, problems: Problems) -> None:
    seen: set[str] = set()
    for number, grade in enumerate(grades):
        if grade.code in seen:
            problems.add(
                CODES["SET005"],
                find(node, ("grades", number, "code")).place(path),
                f"the grade `{grade.code}` stands here twice",
                "give each grade a code of its own",
            )
        seen.add(grade.code)


def _resolve(entry: SiteEntry, languages: tuple[str, ...]) -> Site:
    zone_known = _is_zone(entry.time_zone)
    return Site(
        title=entry.title,
        description=entry.description,
        base_url=_slashed(entry.base_url),
        languages=languages,
        author=entry.author,
        currency=entry.currency,
        time_zone=entry.time_zone if zone_known else "UTC",
        theme=entry.theme,
        theme_options=dict(entry.theme_options),
        menu=entry.menu,
        paginate=entry.paginate,
        rights=entry.rights,
        grades=entry.grades or _default_grades(),
        vocabularies=_vocabularies(entry.vocabularies),
        synonyms=dict(entry.synonyms),
        image_formats=entry.images.formats,
        max_megapixels=entry.images.max_megapixels,
        image_store=str(entry.images.store) if entry.images.store else None,
        tools=Tools(
            collect=entry.tools.collect,
            trade=entry.tools.collect and entry.tools.trade,
            board=entry.tools.board,
            size=entry.tools.size,
        ),
        strict=entry.strict,
    )


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return False
    return True


def _slashed(url: str | None) -> str | None:
    return url.rstrip("/") + "/" if url else None


def _vocabularies(own: Mapping[str, Mapping[str, LocalText]]) -> dict[str, dict[str, Term]]:
    merged = {name: dict(terms) for name, terms in BUILT_IN.items()}
    for name, terms in own.items():
        for code, text in terms.items():
            merged.setdefault(name, {})[code] = Term(code, str(text), own=text)
    return merged


def _default_grades() -> tuple[GradeEntry, ...]:
    return tuple(
        GradeEntry.model_construct(
            code=code, name=LocalText("en", (("en", term.label),)), counts=code != "S", description=None
        )
        for code, term in USUAL_GRADES.items()
    )
