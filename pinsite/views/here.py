"""The page that is being written, as the functions and filters of templates find it.

Macros are shared by all pages and know no context, so what they call asks for the page of the moment. While the top
level of a file of macros runs (once a build, whoever happens to import it first) there is no such page: reading
the catalogue there would be remembered for one page and forgotten for all others, and is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pinsite.views.page import Views

_HERE: ContextVar[Views | None] = ContextVar("here", default=None)


class NoPage(RuntimeError):  # noqa: N818 - it reads as the sentence it makes
    """Something of a page was asked for outside any."""

    def __init__(self) -> None:
        super().__init__(
            "the top level of this file asks for something of a page; import it `with context`, or move it into a macro"
        )


def here() -> Views:
    """Return the page that is being written; raises `NoPage` where there is none."""
    page = _HERE.get()
    if page is None:
        raise NoPage
    return page


@contextmanager
def writing(page: Views | None) -> Iterator[None]:
    """Make a page the one that is being written, for the length of a block."""
    token = _HERE.set(page)
    try:
        yield
    finally:
        _HERE.reset(token)
