"""What a request may ask for, and whom it may call."""

from __future__ import annotations

import ipaddress
import re
import socket
from pathlib import Path
from urllib.parse import unquote

from pinsite.files import safe_site_path

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^:\[\]/@\s]+)(:\d{1,5})?")
_HERE = {"localhost", "127.0.0.1", "[::1]"}
_EVERYWHERE = {"", "0.0.0.0", "::"}


def site_path(target: str) -> str | None:
    """Return the path below the site's root that a request means; None for what no site can have.

    A path that ends in `/`, or is empty, means a folder.
    """
    plain = target.partition("?")[0].partition("#")[0]
    if not plain.startswith("/"):
        return None
    try:
        path = unquote(plain[1:], errors="strict")
    except UnicodeDecodeError:
        return None
    bare = path.removesuffix("/")
    if not bare:
        return "" if path in ("", "/") and plain == "/" else None
    hidden = any(part.startswith(".") for part in bare.split("/"))
    return None if hidden or safe_site_path(bare) else path


def file_below(root: Path, path: str) -> Path | None:
    """Return the file at a path that `site_path` gave, or None where there is none, or a link leads out."""
    found = (root / path).resolve()
    return found if found.is_relative_to(root.resolve()) and found.is_file() else None


def is_welcome(header: str | None, host: str) -> bool:
    """Tell whether a `Host` header names this machine.

    A page of another site can make its own name point here (DNS rebinding) and would then read drafts; its
    requests still carry that name. A preview bound to every interface also answers to plain addresses, which
    nobody can rebind, and to the machine's name.
    """
    match = _HOST.fullmatch(header or "")
    if match is None:
        return False
    name = match[1].lower().removesuffix(".")
    if name in _HERE or name in (host.lower(), f"[{host.lower()}]"):
        return True
    return host in _EVERYWHERE and (
        _is_plain(name) or name.removesuffix(".local") == socket.gethostname().lower()
    )


def _is_plain(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
