"""Pages block by block: where each block begins and ends in the page, and who is told when one is about to be made.

A template's blocks are called through the context of the page. The nearest of each name (those below it answer to
`super()`) tells the recorder of the page, which may give it as it was made before, or have it made and note what it
asks. What ends up somewhere else than in the page as it is (in a variable, behind a filter) has no place there.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from typing import Any, Protocol

from jinja2 import Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.utils import missing

from pinsite.themes.anatomy import REST

Function = Callable[[Context], Iterator[str]]


class Later:
    """A value of a page that is looked up when a template asks for it; `get` returns the same each time."""

    __slots__ = ("get",)

    def __init__(self, get: Callable[[], object]) -> None:
        self.get = get


class BlockText(str):
    """The text of a block: where it ends up in its surroundings as it is, they know what it is."""

    __slots__ = ("block",)
    block: object


class Recorder(Protocol):
    """Whoever is told of the blocks of one page."""

    @property
    def names(self) -> Container[str]:
        """Return the blocks that it wants to be told of."""

    def block(self, name: str, function: Function, context: Context) -> Iterator[str]:
        """Yield the text of a block, made by `function` or kept from before, as one `BlockText`."""

    def page(self, pieces: list[str]) -> str:
        """Return the text of the page that these pieces make, and note where its blocks stand."""


class Page:
    """The page that is being made of blocks: its recorder, and its one context."""

    __slots__ = ("context", "recorder")

    def __init__(self, recorder: Recorder, context: Context) -> None:
        self.recorder = recorder
        self.context = context


class PageContext(Context):
    """What a template sees; values that are looked up later are looked up here."""

    def resolve_or_missing(self, key: str) -> Any:
        """Return a value by its name."""
        value = self.vars[key] if key in self.vars else self.parent.get(key, missing)
        return value.get() if type(value) is Later else value


class _Block:
    """A block of a template; equal to the function that makes it, by which `super()` looks for it."""

    __slots__ = ("function", "name")

    def __init__(self, name: str, function: Function) -> None:
        self.name = name
        self.function = function

    def __call__(self, context: Context) -> Iterator[str]:
        page: Page | None = context.environment.page  # type: ignore[attr-defined]
        if (
            page is None
            or page.context is not context
            or self.name not in page.recorder.names
            or context.blocks[self.name][0] is not self
        ):
            return self.function(context)
        return page.recorder.block(self.name, self.function, context)

    def __eq__(self, other: object) -> bool:
        return other is self or other is self.function

    def __hash__(self) -> int:
        return hash(self.function)


class _Rest:
    """The top level of a template that extends no other."""

    __slots__ = ("function",)

    def __init__(self, function: Function) -> None:
        self.function = function

    def __call__(self, context: Context) -> Iterator[str]:
        page: Page | None = context.environment.page  # type: ignore[attr-defined]
        if page is None or page.context is not context or REST not in page.recorder.names:
            return self.function(context)
        return page.recorder.block(REST, self.function, context)


class BlockTemplate(Template):
    """A template that tells of its blocks, and whose macros are made once, outside any page."""

    @classmethod
    def _from_namespace(cls, environment: Any, namespace: Any, globals: Any) -> BlockTemplate:
        made = super()._from_namespace(environment, namespace, globals)
        assert isinstance(made, BlockTemplate)
        made.blocks = {name: _Block(name, function) for name, function in made.blocks.items()}
        if "parent_template" not in made.root_render_func.__code__.co_varnames:
            made.root_render_func = _Rest(made.root_render_func)
        return made

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        if self._module is None:
            with self.environment.quiet():  # type: ignore[attr-defined]
                self._module = self.make_module()
        return self._module
