"""Make one picture while a browser waits for it."""

import hashlib
from pathlib import Path

from pinsite.images.planning import Variant
from pinsite.images.probing import DIGEST_BYTES, Source
from pinsite.images.rendering import render
from pinsite.images.space import LOOKING
from pinsite.images.store import Store


def encode_one(path: Path, source: Source, variant: Variant, store: Store, *, fast: bool = False) -> bytes:
    """Return the bytes of one variant, from the store when it has them.

    A fast picture is kept under a key of its own, so that the next build still makes the good one; the good
    one is preferred when it is there.
    """
    finished = store.read(variant.key)
    if finished is not None or not fast:
        return finished or _make(path, source, variant, store, variant.key, fast=False)
    key = fast_key(variant)
    return store.read(key) or _make(path, source, variant, store, key, fast=True)


def fast_key(variant: Variant) -> str:
    """Return the place of the preview of a variant in the store."""
    return hashlib.blake2b(f"fast {variant.key}".encode(), digest_size=DIGEST_BYTES).hexdigest()


def _make(path: Path, source: Source, variant: Variant, store: Store, key: str, *, fast: bool) -> bytes:
    with LOOKING.taken(source.in_memory(variant.scale)):
        ((_, data),) = render(path, source, (variant,), quick=fast)
    store.put(key, data)
    return data
