"""Make the pictures that pages show: from the store, from a shared one, here or on a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pinsite.build.order import MEMORY, STATE, Order
from pinsite.diagnostics import Problems
from pinsite.diagnostics.codes import CODES
from pinsite.freshness import recipes_in
from pinsite.images import Crew, Depot, Progress, Refusal, Store, encode_all, is_folder, names_secret
from pinsite.outputs import picture_jobs
from pinsite.source import Loaded
from pinsite.views import IMAGES, Material

CODE_OF = {
    Refusal.TOO_LARGE: "IMG002",
    Refusal.ANIMATED: "IMG003",
    Refusal.BROKEN: "IMG004",
    Refusal.CHANGED: "IMG004",
    Refusal.VECTOR: "IMG005",
    Refusal.LOST: "IMG007",
    Refusal.EXTRA: "IMG008",
    Refusal.HDR: "IMG009",
}
"""The problem that each kind of refusal is; what is not here is no picture at all, IMG001."""


def make_pictures(
    order: Order, material: Material, problems: Problems, on_images: Callable[[Progress], None]
) -> int:
    """Make what the store has not got; return how many pictures were made. What could not be is in `problems`."""
    loaded, store = material.loaded, Store(order.store)
    with _crew(order.executor) as crew:
        outcomes = encode_all(
            picture_jobs(material, order.root),
            store,
            workers=order.jobs,
            crew=crew,
            depot=depot_of(loaded, order.root, problems),
            on_progress=on_images,
            on_trouble=lambda sentence: _warn(loaded, problems, sentence),
        )
    refused = [(outcome.job.path, outcome.refused) for outcome in outcomes if outcome.refused]
    # Places cost more than pictures that are there: only those of the refused are looked up.
    uses = {use.path: use for use in loaded.pictures.values()} if refused else {}
    for file, refusal in refused:
        path = file.relative_to(order.root).as_posix()
        code = CODE_OF.get(refusal.kind, "IMG001")
        problems.add(CODES[code], uses[path].place, f"`{path}` cannot be used", refusal.message)
    return sum(len(outcome.made) for outcome in outcomes)


def depot_of(loaded: Loaded, root: Path, problems: Problems) -> Depot | None:
    """Return the shared store that the settings name; a folder is meant from the catalogue."""
    location = loaded.catalogue.site.image_store
    if location is None:
        return None
    if names_secret(location):
        _warn(loaded, problems, "the address of the shared store holds a name or password and is not used")
        return None
    return Depot(str(root / Path(location).expanduser()) if is_folder(location) else location)


def pictures_in_use(root: Path) -> frozenset[str]:
    """Return the keys of the pictures that the last builds of all outputs show."""
    return frozenset(
        recipe.removeprefix("copy ")
        for memory in (root / STATE).glob(f"build-*/{MEMORY}")
        for path, recipe in recipes_in(memory).items()
        if path.startswith(IMAGES)
    )


def _warn(loaded: Loaded, problems: Problems, sentence: str) -> None:
    place = loaded.settings_place("images", "store")
    problems.add(CODES["IMG006"], place, sentence, "`pinsite explain IMG006` tells what it needs")


@contextmanager
def _crew(address: str | None) -> Iterator[Crew | None]:
    if address is None:
        yield None
        return
    from pinsite.images import crew_at

    with crew_at(address) as crew:
        yield crew
