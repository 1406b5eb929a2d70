"""Find a Chromium to drive, or get one.

In this order: `PINSITE_CHROMIUM`, what is on the PATH, the usual places, Playwright's own download; and where none of
them is there, Playwright or the system's packages are asked for one. A headless shell comes first: the same engine
without a browser's windows, which costs a third of the time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from pinsite.files import locked

#: Names under which browsers of the Chromium family are found on the PATH.
NAMES = ("chromium-headless-shell", "chrome-headless-shell", "headless_shell", "chromium", "chromium-browser",
         "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge", "brave-browser")  # fmt: skip
#: Where they are when they are not on the PATH: macOS, Windows, snap and flatpak.
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "{PROGRAMFILES}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES(X86)}/Google/Chrome/Application/chrome.exe",
    "{LOCALAPPDATA}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES}/Microsoft/Edge/Application/msedge.exe",
    "{PROGRAMFILES(X86)}/Microsoft/Edge/Application/msedge.exe",
    "/snap/bin/chromium",
    "/var/lib/flatpak/exports/bin/org.chromium.Chromium",
)
#: The tests talk to nobody but their own server; nor does the browser.
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
         "--no-first-run", "--disable-gpu")  # fmt: skip
_PACKAGES = ("chromium-headless-shell", "chromium")
_PATIENCE = 240


def launch(playwright: Playwright) -> Browser | None:
    """Start a browser, or return None where there is none and none can be had."""
    # Several workers look at the same time; one of them gets what the others then find.
    with locked(Path(tempfile.gettempdir()) / "pinsite-browser.lock", 3 * _PATIENCE):
        found = find() or _of_playwright(playwright) or _got(playwright)
    if found is None:
        return None
    sandbox = () if hasattr(os, "geteuid") and os.geteuid() != 0 else ("--no-sandbox",)
    return playwright.chromium.launch(executable_path=found, args=[*QUIET, *sandbox])


def find() -> Path | None:
    """Return the browser that is on this machine, or None."""
    return _chosen() or _on_path() or _in_places()


def _chosen() -> Path | None:
    named = os.environ.get("PINSITE_CHROMIUM")
    if not named:
        return None
    found = shutil.which(named)
    if found is None:
        raise FileNotFoundError(f"PINSITE_CHROMIUM is `{named}`, which cannot be run")
    return Path(found)


def _on_path() -> Path | None:
    return next((Path(found) for name in NAMES if (found := shutil.which(name))), None)


def _in_places() -> Path | None:
    return next((path for path in _places() if path.is_file()), None)


def _places() -> Iterator[Path]:
    for place in PLACES:
        named, _, rest = place.partition("}")
        if not rest:
            yield Path(place)
        elif folder := os.environ.get(named.removeprefix("{")):
            yield Path(folder + rest)


def _of_playwright(playwright: Playwright) -> Path | None:
    path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None


def _got(playwright: Playwright) -> Path | None:
    """Ask Playwright for its browser; on Debian, as root, the packages after it."""
    if _ran(sys.executable, "-m", "playwright", "install", "chromium") and (
        own := _of_playwright(playwright)
    ):
        return own
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if as_root and shutil.which("apt-get") and _ran("apt-get", "update", "-q"):
        any(_ran("apt-get", "install", "-y", "-q", "--no-install-recommends", name) for name in _PACKAGES)
    return _on_path()


def _ran(*command: str) -> bool:
    try:
        return subprocess.run(command, check=False, timeout=_PATIENCE, capture_output=True).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
