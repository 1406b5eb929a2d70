"""From the path of a request to an answer. Knows nothing of sockets."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from pinsite.images import MEDIA_TYPES, ImageRefused, Refusal
from pinsite.serve.addresses import site_path
from pinsite.serve.bulletin import Bulletin, Planned, State
from pinsite.serve.media_types import HTML, PLAIN, media_type
from pinsite.serve.pages import OWN, plain_page, problems_page, waiting_page, with_script
from pinsite.serve.pictures import Pictures
from pinsite.serve.shelves import Disk

FIRST_BUILD_SECONDS = 15.0
"""How long a browser waits for the first build before it is shown that there is one."""

_PICTURES = "assets/images/"
_BUILD_SECONDS = 10.0
_FILES = {"reload.js", "preview.css"}


class Answer(Struct, frozen=True):
    """What goes back to a browser."""

    status: int
    content: bytes
    media_type: str
    location: str | None = None


class Desk:
    """Answers requests for pages, files, pictures, and for the preview's own."""

    def __init__(
        self, output: Path, bulletin: Bulletin, pictures: Pictures, on_trouble: Callable[[str], None]
    ) -> None:
        self._disk, self._bulletin, self._pictures = Disk(output), bulletin, pictures
        self._on_trouble = on_trouble
        self._refused: set[str] = set()

    def answer(self, target: str) -> Answer:
        """Return the answer to a request; the first ones wait for the first build."""
        path = site_path(target)
        if path is not None and path.startswith(OWN):
            return self._own(path.removeprefix(OWN))
        state = self._bulletin.wait(lambda state: state.said, FIRST_BUILD_SECONDS)
        return self._in(state, path, target) or self._in(self._built(), path, target) or _wait()

    def _in(self, state: State, path: str | None, target: str) -> Answer | None:
        """Answer as things stand; None for what will be known when the first build has ended."""
        if not state.said:
            return _wait()
        if not state.pages:
            return Answer(500, problems_page(state), HTML)
        found = self._find(path, target, state) if path is not None else None
        return found if found or state.early else self._missing(state)

    def _built(self) -> State:
        """Wait for the end of a build that has begun."""
        return self._bulletin.wait(lambda state: not state.building, _BUILD_SECONDS)

    def _own(self, name: str) -> Answer:
        if name == "problems":
            return Answer(200, problems_page(self._bulletin.current), HTML)
        if name in _FILES:
            return Answer(200, Path(__file__).with_name(name).read_bytes(), media_type(name))
        return Answer(404, b"There is nothing here.\n", PLAIN)

    def _find(self, path: str, target: str, state: State) -> Answer | None:
        """Look at the root, then below the sub-path that the site will have (its 404 page links there)."""
        below = state.base.strip("/") + "/"
        for candidate in (path, path.removeprefix(below) if path.startswith(below) else None):
            found = self._found(candidate, target, state) if candidate is not None else None
            if found:
                return found
        return None

    def _found(self, path: str, target: str, state: State) -> Answer | None:
        if path.startswith(_PICTURES):
            # A build that runs may have written pages with new pictures, but not said so yet.
            planned = state.pictures.get(path) or (None if state.early else self._built().pictures.get(path))
            if planned:
                return self._picture(planned)
        if path == "" or path.endswith("/"):
            return self._file(path + "index.html", state)
        found = self._file(path, state)
        if found is None and (state.early or self._disk).has(path + "/index.html"):
            query = target.partition("?")[2]
            return Answer(302, b"", PLAIN, f"/{quote(path)}/" + (f"?{query}" if query else ""))
        return found

    def _picture(self, planned: Planned) -> Answer:
        try:
            return Answer(
                200,
                self._pictures.get(planned),
                MEDIA_TYPES[planned.variant.format],
            )
        except ImageRefused as refused:
            if refused.kind is Refusal.CHANGED:
                return Answer(503, b"The picture has just changed.\n", PLAIN)
            self._tell_once(planned, refused)
            return Answer(500, f"{planned.path}: {refused.message}\n".encode(), PLAIN)

    def _tell_once(self, planned: Planned, refused: ImageRefused) -> None:
        if planned.source.digest not in self._refused:
            self._refused.add(planned.source.digest)
            self._on_trouble(f"{planned.path} cannot be used: {refused.message}")

    def _file(self, path: str, state: State) -> Answer | None:
        content = (state.early or self._disk).read(path)
        return None if content is None else _shown(200, content, media_type(path), state)

    def _missing(self, state: State) -> Answer:
        content = self._disk.read("404.html")
        if content is None:
            return Answer(404, plain_page("Not found", "The site has no such page."), HTML)
        return _shown(404, content, HTML, state)


def _wait() -> Answer:
    return Answer(503, waiting_page(), HTML)


def _shown(status: int, content: bytes, kind: str, state: State) -> Answer:
    return Answer(status, with_script(content, state.pages) if kind == HTML else content, kind)


def as_event(state: State) -> bytes:
    """Return a state as an event of the stream that browsers listen to."""
    news = {"pages": state.pages, "problems": state.problems, "summary": state.summary, "text": state.text}
    return f"event: state\ndata: {json.dumps(news)}\n\n".encode()
