"""Look at the pictures that show a pin as it is, and let the catalogue know their colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from pinsite.build.order import Order
from pinsite.catalogue import Pin
from pinsite.files import write_whole
from pinsite.images import Progress, Sight, Sights, Source
from pinsite.source import Loaded

#: How long a preview looks: it goes on at its next build, and shows pages in between.
_PREVIEW_SECONDS = 1.5
_QUICK_MEGAPIXELS = 4.0


def see(
    order: Order,
    loaded: Loaded,
    sources: Mapping[str, Source],
    on_progress: Callable[[Progress], None],
) -> dict[str, Sight]:
    """Return what is seen in the pictures of pins, by their path; each new one is opened once, even after Ctrl-C."""
    wanted = {path: sources[path] for path in _paths(loaded) if path in sources}
    kept = order.store / "sights.json"
    try:
        sights = Sights.of_text(kept.read_bytes())
    except OSError:
        sights = Sights()
    # What was only glanced at has no digest to keep anything by; it is looked at when it is known.
    files = (
        (order.root / path, source)
        for path, source in wanted.items()
        if not source.hasty and (not order.hasty or _is_quick(source))
    )
    try:
        sights.look_at(files, _PREVIEW_SECONDS if order.preview else None, on_progress)
    finally:
        sights.forget_others(wanted)
        if sights.changed:
            write_whole(kept, sights.text())
    seen = {path: sights.of(source) for path, source in wanted.items()}
    return {path: sight for path, sight in seen.items() if sight}


def _is_quick(source: Source) -> bool:
    """Say whether a look takes a moment only: the first page of a preview waits for no other."""
    return source.format == "jpeg" or source.megapixels <= _QUICK_MEGAPIXELS


def with_colours(loaded: Loaded, sights: Mapping[str, Sight]) -> Loaded:
    """Return the catalogue with the colours that are seen in pictures, for pins without written ones."""
    found = {
        id: tuple(dict.fromkeys(chain.from_iterable(_colours(pin, loaded, sights))))
        for id, pin in loaded.catalogue.pins.items()
        if not pin.outline.families
    }
    return replace(loaded, catalogue=replace(loaded.catalogue, seen_colours=found))


def _colours(pin: Pin, loaded: Loaded, sights: Mapping[str, Sight]) -> Iterator[tuple[str, ...]]:
    for path in _of_pin(pin, loaded):
        if path in sights:
            yield sights[path].colours


def _paths(loaded: Loaded) -> list[str]:
    return sorted({path for pin in loaded.catalogue.pins.values() for path in _of_pin(pin, loaded)})


def _of_pin(pin: Pin, loaded: Loaded) -> Iterator[str]:
    """Walk the paths of a pin's pictures that are looked at, its own first."""
    for name in pin.outline.faces:
        use = loaded.pictures.get((pin.folder, name))
        if use:
            yield use.path
