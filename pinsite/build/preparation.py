"""From a folder to material: read, choose the theme, probe the pictures."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from pinsite import __version__
from pinsite.build.moved import known_moves
from pinsite.build.order import STATE, Order
from pinsite.build.pictures import CODE_OF
from pinsite.build.sights import see, with_colours
from pinsite.build.unchanged import catalogue_stamps
from pinsite.diagnostics import Place, Problems
from pinsite.diagnostics.codes import CODES
from pinsite.files import Stamp, write_whole
from pinsite.images import (
    HEX_COLOUR,
    UNREADABLE,
    Format,
    ImageRefused,
    Limits,
    Progress,
    Recipe,
    Source,
    probe_all,
)
from pinsite.outputs import asset_contents, asset_paths
from pinsite.source import SETTINGS, Cache, Call, Loaded, load
from pinsite.themes import Chain, check_contrast, check_overrides, check_upstream, open_chain, read_options
from pinsite.views import Material

_WHITE = "#ffffff"
_FORMATS: dict[str, Format] = {"avif": "avif", "jpeg": "jpeg", "webp": "webp"}


class Prepared(Struct, frozen=True):
    """Everything that a build needs to know before it decides; `material` is None where there are errors."""

    loaded: Loaded
    stamps: Mapping[str, Stamp]
    material: Material | None
    chain: Chain | None


def source_stamps(order: Order) -> dict[str, Stamp]:
    """Return the stamps of the catalogue's files; an output folder inside it is no source."""
    return catalogue_stamps(order.root, order.output)


def prepare(
    order: Order,
    problems: Problems,
    stamps: Mapping[str, Stamp] | None = None,
    on_look: Callable[[Progress], None] = lambda progress: None,
) -> Prepared:
    """Read everything; what is wrong is in `problems`. Raises `NoCatalogue` where there is none.

    `stamps` are those of the catalogue's files, where somebody has just taken them. `on_look` hears how many
    of the new pictures have been looked at.
    """
    stamps = source_stamps(order) if stamps is None else stamps
    call = Call(order.now, order.base_url, order.drafts, order.jobs)
    loaded = load(order.root, stamps, call, problems, order.readings or Cache(order.root / STATE))
    chain = _chain(order.root, loaded, problems)
    options = _options(order, chain, loaded, problems) if chain else {}
    sources = _probe(order, loaded, problems)
    if chain is None or problems.errors:
        return Prepared(loaded, stamps, None, chain)
    sights = see(order, loaded, sources, on_look)
    loaded = with_colours(loaded, sights)
    contents = asset_contents(chain, options)
    moved = known_moves(order, loaded.catalogue)
    material = Material(
        loaded,
        chain,
        options,
        asset_paths(contents),
        contents,
        sources,
        _recipe(loaded, chain, options),
        __version__,
        moved,
    )
    material.kept = order.state
    material.sights = sights
    return Prepared(loaded, stamps, material, chain)


def _chain(root: Path, loaded: Loaded, problems: Problems) -> Chain | None:
    return open_chain(root, loaded.catalogue.site.theme, problems, loaded.settings_place("theme"))


def _options(order: Order, chain: Chain, loaded: Loaded, problems: Problems) -> dict[str, str]:
    """Return the theme's options, and look at what the catalogue does to its theme."""
    written = loaded.catalogue.site.theme_options

    def place_of(name: str) -> Place:
        return loaded.settings_place("theme_options", name)

    options = read_options(chain, written, place_of, problems)
    check_contrast(chain, options, lambda name: place_of(name) if name in written else None, problems)
    check_overrides(chain, problems)
    check_upstream(chain, order.root / STATE, problems)
    return options


def _probe(order: Order, loaded: Loaded, problems: Problems) -> dict[str, Source]:
    """Learn what every picture is; those that are known from before are not opened."""
    root = order.root
    memory_path = order.store / "pictures.json"
    memory = _load_probes(memory_path)
    before = dict(memory)
    limits = Limits(loaded.catalogue.site.max_megapixels)
    sources: dict[str, Source] = {}
    uses = loaded.pictures.values()
    found = probe_all((root / use.path for use in uses), limits, memory, hasty=order.hasty)
    for use in uses:
        if use.path in sources:
            continue
        source = found[root / use.path]
        if isinstance(source, ImageRefused):
            code = CODE_OF.get(source.kind, "IMG001")
            problems.add(CODES[code], use.place, f"`{use.path}` cannot be used", source.message)
        else:
            sources[use.path] = source
            if source.guessed:
                problems.add(CODES["IMG010"], use.place, *_guess(use.path, source))
    if memory != before:
        write_whole(memory_path, json.dumps(memory).encode())
    return sources


def _guess(path: str, source: Source) -> tuple[str, str]:
    """Return what is said of colours that nobody knows, and what to do."""
    if source.profile == UNREADABLE:
        return (
            f"the colour profile of `{path}` is damaged",
            "export the picture again, with its profile or in sRGB",
        )
    return (
        f"the colours of `{path}` are a guess: it is in CMYK and has no profile",
        "export it in sRGB, or embed the profile of the press or scanner",
    )


def _load_probes(path: Path) -> dict[str, str]:
    try:
        stored = json.loads(path.read_bytes())
        return {str(key): str(value) for key, value in stored.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def _recipe(loaded: Loaded, chain: Chain, options: Mapping[str, str]) -> Recipe:
    """Return how this site's pictures are made; see-through ones that must be opaque lie on the theme's paper."""
    site = loaded.catalogue.site
    paper = chain.social_colours(options)["paper"]
    author = str(site.author.name) if site.author else ""
    rights = site.rights
    return Recipe(
        formats=tuple(_FORMATS[name] for name in site.image_formats),
        copyright=f"© {author}" if author else "",
        creator=author,
        credit=author,
        licence_uri=(rights.uri or "") if rights else "",
        background=paper if HEX_COLOUR.fullmatch(paper) else _WHITE,
    )


__all__ = ["SETTINGS", "Prepared", "prepare", "source_stamps"]
