"""The pages of the example site that stand for their kind, and what is recorded on a visit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, Response

THEMES = ("atelier", "vitrine")
#: For what a script does, and no theme can change: it is tried in one of them, by turns.
in_atelier, in_vitrine = (pytest.mark.parametrize("site", [theme], indirect=True) for theme in THEMES)
WIDE = (1280, 900)
PHONE = (360, 740)
#: A browser that lets no page keep anything, as a script that runs before all others.
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
#: Site paths, one a kind of page.
PAGES = {
    "home": "",
    "pins": "pins/",
    "pins, page 2": "pins/page/2/",
    "pin": "pins/barn-owl/",
    "pin with variants": "pins/moon-moth/",
    "pin in production": "pins/pilot-whale/",
    "pin of a museum": "pins/astrolabe/",
    "all series": "series/",
    "series": "series/night-garden/",
    "stories": "stories/",
    "story": "stories/the-two-forty-ones/",
    "page": "faq/",
    "terms": "plating/",
    "term": "plating/gold/",
    "editions": "editions/",
    "editions, page 2": "editions/page/2/",
    "narrowed editions": "editions/?availability=low-stock",
    "preorders": "editions/preorders/",
    "a number": "pins/moon-moth/#12",
    "search": "search/",
    "not found": "404.html",
    "German home": "de/",
    "German pin": "de/pins/moon-moth/",
}


@dataclass(frozen=True)
class ServedSite:
    """A built site: where it is on disk, and where it is served."""

    folder: Path
    address: str

    def text(self, path: str) -> str:
        """Return the HTML of a page."""
        path = path.partition("?")[0].partition("#")[0]
        file = self.folder / path
        return (file / "index.html" if path.endswith("/") or not path else file).read_text("utf-8")


@dataclass
class Troubles:
    """Everything that went wrong on a page, as sentences; an empty list is a good visit."""

    address: str
    heard: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Note console errors (a violated Content-Security-Policy is one), exceptions and requests."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.heard.append(f"exception: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not _asks_a_picture_for_an_icon(message):
            self.heard.append(f"console {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.heard.append(f"request to elsewhere: {request.url}")

    def _failed(self, request: Request) -> None:
        # Who leaves a page before its pictures are there aborts them; nothing is wrong with that.
        if request.failure != "net::ERR_ABORTED":
            self.heard.append(f"failed: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.heard.append(f"{response.status}: {response.url}")


def _asks_a_picture_for_an_icon(message: ConsoleMessage) -> bool:
    """Tell whether the browser looks for the icon of a picture opened as a file, which can name none."""
    shown = message.page.url if message.page else ""
    return shown.endswith(".jpg") and message.location["url"].endswith("/favicon.ico")


def right_to_left(html: str) -> str:
    """Return a page as one whose language is written from right to left."""
    return html.replace('dir="ltr"', 'dir="rtl"', 1)


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something holds that no locator can tell."""
    for _ in range(200):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it never held")


def scroll_through(page: Page) -> None:
    """Scroll to the end of a page, and of every row that scrolls sideways, and wait for all its lazy pictures."""
    page.evaluate("""async () => {
      while (document.querySelector('[aria-busy=true]')) await new Promise((done) => setTimeout(done, 20));
      const step = innerHeight * .8;
      for (let y = 0; y < document.documentElement.scrollHeight; y += step) {
        scrollTo({ top: y, behavior: 'instant' });
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 10)));
      }
      for (const one of document.images) {
        if (!one.complete) {
          one.scrollIntoView({ behavior: 'instant', block: 'center', inline: 'center' });
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 10)));
        }
      }
      await Promise.all([...document.images].map((one) => one.complete || new Promise((done) => {
        one.onload = one.onerror = done;
      })));
      scrollTo({ top: 0, behavior: 'instant' });
    }""")
