"""A store that several machines share: a folder, or an object store through fsspec.

Every entry is sealed: a mark, a digest over its name and its bytes, then the bytes. Who reads one knows that it
is whole and that it is the one asked for, however the store writes and whoever else does; a broken entry counts
as absent and is written again. Names follow from content, so two machines can only write the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from pinsite.images.store import Store

_Given = TypeVar("_Given")

_MARK = b"pinsite\x01"
_SEAL_BYTES = 20
_HEAD = len(_MARK) + _SEAL_BYTES
_AT_ONCE = 16
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)

#: How the sentence about a missing library tells what to install.
EXTRA = "pip install 'pinsite[shared]'"


class DepotFailed(Exception):  # noqa: N818  it fails as machines do; the build goes on without it
    """A shared store that cannot be used, with a sentence that says why."""


class Depot(Struct, frozen=True):
    """A shared store by its location: `s3://bucket/folder`, any other address that fsspec knows, or a folder.

    It holds nothing but the location, so that it can be sent to other machines; who may use it is the affair of
    their surroundings (for S3: the usual variables or roles), never of the catalogue.
    """

    location: str

    def fetch(self, key: str) -> bytes | None:
        """Return the bytes of an entry; None where it is absent or not whole. Raises `DepotFailed`."""
        sealed = self._do(lambda: _read(self.location, key))
        return _unsealed(key, sealed) if sealed is not None else None

    def offer(self, key: str, data: bytes) -> None:
        """Write an entry. Raises `DepotFailed`."""
        self._do(lambda: _write(self.location, key, _MARK + _seal(key, data) + data))

    def _do(self, act: Callable[[], _Given]) -> _Given:
        try:
            return act()
        except Exception as error:  # libraries for object stores fail in every way
            raise DepotFailed(_sentence(self.location, error)) from error


def is_folder(location: str) -> bool:
    """Say whether a location is a folder of this machine and not an address."""
    return not _SCHEME.match(location)


def names_secret(location: str) -> bool:
    """Say whether an address holds a name or password, which do not belong into a catalogue."""
    return not is_folder(location) and "@" in location.split("://", 1)[1].split("/", 1)[0]


class Courier:
    """Carries entries between the store of this machine and a depot while pictures are made; a context.

    The first failure is told, and the depot is left alone from then on: a network that is down costs one
    sentence and not one time-out a picture.
    """

    def __init__(self, depot: Depot | None, store: Store, on_trouble: Callable[[str], None]) -> None:
        self._depot, self._store, self._on_trouble = depot, store, on_trouble
        self._pool: ThreadPoolExecutor | None = None
        self._sent: list[Future[None]] = []

    def __enter__(self) -> Courier:
        """Begin; without a depot nothing is ever carried."""
        if self._depot is not None:
            self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="pinsite-depot")
        return self

    def __exit__(self, *_: object) -> None:
        """Wait for what is on its way."""
        if self._pool is not None:
            self._pool.shutdown(wait=True)
            self._settle()

    @property
    def depot(self) -> Depot | None:
        """Return the depot while it works."""
        return self._depot

    def bring(self, keys: Collection[str]) -> None:
        """Fetch what the depot has of these entries into the store of this machine."""
        if self._pool is not None:
            for future in [self._pool.submit(self._fetch, key) for key in keys]:
                self._hear(future)

    def send(self, keys: Iterable[str]) -> None:
        """Begin to offer entries of the store to the depot."""
        if self._pool is not None:
            self._sent += [self._pool.submit(self._offer, key) for key in keys]

    def _fetch(self, key: str) -> None:
        depot = self._depot
        data = depot.fetch(key) if depot is not None else None
        if data is not None:
            self._store.put(key, data)

    def _offer(self, key: str) -> None:
        data = self._store.read(key)
        if self._depot is not None and data is not None:
            self._depot.offer(key, data)

    def _settle(self) -> None:
        for future in self._sent:
            self._hear(future)
        self._sent.clear()

    def _hear(self, future: Future[None]) -> None:
        try:
            future.result()
        except DepotFailed as failed:
            if self._depot is not None:
                self._depot = None
                self._on_trouble(str(failed))


def _seal(key: str, data: bytes) -> bytes:
    digest = hashlib.blake2b(key.encode(), digest_size=_SEAL_BYTES)
    digest.update(data)
    return digest.digest()


def _unsealed(key: str, sealed: bytes) -> bytes | None:
    data = sealed[_HEAD:]
    whole = sealed[:_HEAD] == _MARK + _seal(key, data)
    return data if whole and data else None


def _read(location: str, key: str) -> bytes | None:
    if is_folder(location):
        return Store(Path(location)).read(key)
    files, root = _opened(location)
    try:
        content = files.cat_file(_address(root, key))
    except FileNotFoundError:
        return None
    return bytes(content)


def _write(location: str, key: str, content: bytes) -> None:
    if is_folder(location):
        Store(Path(location)).put(key, content)
        return
    files, root = _opened(location)
    address = _address(root, key)
    if not _is_flat(files):
        files.makedirs(address.rpartition("/")[0], exist_ok=True)
    files.pipe_file(address, content)


def _address(root: str, key: str) -> str:
    return f"{root.rstrip('/')}/{key[:2]}/{key[2:]}"


def _is_flat(files: Any) -> bool:
    """Object stores have no folders; asking them to make one would make a bucket."""
    protocols = files.protocol if isinstance(files.protocol, tuple | list) else (files.protocol,)
    return not {"file", "local", "sftp", "ssh", "smb", "ftp", "webdav", "webhdfs", "hdfs", "memory"} & set(
        protocols
    )


@lru_cache(maxsize=8)
def _opened(location: str) -> tuple[Any, str]:
    """Return the file system of an address and the path within it; connections are kept by fsspec."""
    files, root = import_module("fsspec.core").url_to_fs(location, use_listings_cache=False)
    return files, str(root)


def _sentence(location: str, error: Exception) -> str:
    if isinstance(error, ImportError):
        return f"the shared store `{location}` needs a library: {error}; `{EXTRA}`, and the library of that store"
    said = " ".join(str(error).split()) or type(error).__name__
    return f"the shared store `{location}` cannot be used: {said[:300]}"
