"""Rendered texts that are kept between builds, so that no build renders the same Markdown twice.

Why it may hold finished HTML: `.pinsite` is trusted as the output folder is. Whoever can write there can write
pages too (and templates compiled by Jinja, which are code), so sanitising what was sanitised before it was kept
would defend nothing. It is keyed by the digest of the text and belongs to one recipe: other versions of the
libraries begin anew. What is damaged or foreign is as if it were not there.
"""

from __future__ import annotations

import json
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from pinsite import __version__
from pinsite.files import digest_text, write_whole
from pinsite.views.json_text import compact
from pinsite.views.simple_markdown import simple_html

#: Raised when the same text comes out as other HTML.
_RECIPE = 1
#: More texts than this are not kept; those of the present build stay.
_MOST = 200_000
_LIBRARIES = ("markdown", "pymdown-extensions", "nh3")


class Rendered:
    """Markdown texts as safe HTML; with a `path` those that needed the full renderer are kept there.

    The file is read when the first text needs it: a site of simple texts never opens it.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._made: dict[str, str] = {}
        self._used: dict[str, str] = {}

    def html(self, text: str, top: int) -> str:
        """Return a text as safe HTML; `top` is the level of its highest headings."""
        simple = simple_html(text)
        if simple is not None:
            return simple
        key = f"{top} {digest_text(text)}"
        html = self._used.get(key)
        if html is None:
            html = self._kept.get(key)
            if html is None:
                html = self._made[key] = _render(text, top)
            self._used[key] = html
        return html

    @property
    def made(self) -> dict[str, str]:
        """Return what was rendered anew, for another process to `learn`."""
        return dict(self._made)

    def learn(self, made: dict[str, str]) -> None:
        """Take over what another process rendered."""
        self._made |= made
        self._used |= made

    def save(self, whole: bool) -> None:
        """Keep what was rendered. After a `whole` build, which asked for every text, nothing else is kept."""
        if self._path is None or not (self._made or (whole and self._surplus())):
            return
        texts = self._used if whole else {**self._kept, **self._made}
        if len(texts) > _MOST:
            texts = self._used
        stored = {"recipe": _recipe(), "texts": texts}
        content = compact(stored)
        write_whole(self._path, content.encode("utf-8", "surrogatepass"))
        self._kept, self._made = dict(texts), {}

    def _surplus(self) -> bool:
        return "_kept" in self.__dict__ and len(self._kept) > len(self._used)

    @cached_property
    def _kept(self) -> dict[str, str]:
        """Read what earlier builds rendered; nothing where there is no file, or one of another recipe."""
        if self._path is None:
            return {}
        try:
            stored = json.loads(self._path.read_bytes())
            texts = stored["texts"] if stored["recipe"] == _recipe() else {}
            return {key: html for key, html in texts.items() if isinstance(html, str)}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {}


def _render(text: str, top: int) -> str:
    from pinsite.views.markdown_renderer import render

    return render(text, top)


def _recipe() -> str:
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    return " ".join((f"pinsite {__version__} {_RECIPE}", *libraries))
