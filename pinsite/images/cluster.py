"""Workers of a Dask cluster, as one crew. Needs the extra `pinsite[cluster]`, here and on every worker."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from pinsite.images.hands import OtherVersions
from pinsite.images.work import Crew

EXTRA = "pip install 'pinsite[cluster]'"

_SCHEMES = {"dask": "tcp", "dask+tls": "tls"}
_REACH_SECONDS = 10
_TRIES = 2  # more for a task whose worker failed; deaths are counted by the scheduler itself


class ClusterFailed(OSError):  # noqa: N818  the machine failed, as it does with disks
    """A cluster that cannot be reached or used, with a sentence that says why."""


def scheduler_of(address: str) -> str | None:
    """Return the scheduler that `dask://host:port` or `dask+tls://host:port` names; None for another address."""
    parts = urlsplit(address)
    try:
        named = parts.scheme in _SCHEMES and parts.hostname and parts.port and not parts.path.strip("/")
    except ValueError:
        return None
    return f"{_SCHEMES[parts.scheme]}://{parts.netloc}" if named else None


@contextmanager
def crew_at(address: str) -> Iterator[Crew]:
    """Give the crew at an address. Raises `ClusterFailed`, also for what fails inside on the cluster's account.

    Certificates of a `dask+tls` scheduler are taken from Dask's own configuration.
    """
    client = _reached(address)
    try:
        with warnings.catch_warnings():
            # Sources are sent with their tasks on purpose: kept by the scheduler they outlive any worker.
            warnings.filterwarnings("ignore", message=r"Sending large graph", category=UserWarning)
            workers = sum(client.nthreads().values())
            if not workers:
                raise ClusterFailed(f"the cluster at {address} has no workers; start some")
            yield Crew(client.get_executor(pure=False, retries=_TRIES), workers)
    except OtherVersions as error:
        raise ClusterFailed(f"the cluster at {address} cannot be used: {error}") from error
    except Exception as error:
        if _is_dask(error):
            raise ClusterFailed(
                f"the cluster at {address} failed: {error or type(error).__name__}"
            ) from error
        raise
    finally:
        client.close(timeout=5)


def _reached(address: str) -> Any:
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise ClusterFailed(f"a cluster needs the library `distributed`: {EXTRA}") from error
    try:
        return distributed.Client(scheduler_of(address), timeout=_REACH_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterFailed(f"no cluster answers at {address}: {error}") from error


def _is_dask(error: Exception) -> bool:
    from concurrent.futures import CancelledError

    module = type(error).__module__
    return isinstance(error, CancelledError) or module.startswith(("distributed", "tornado"))
