"""The Jinja environment of a chain.

Files of macros are imported without context, once a build: an import with context runs the whole file again for
every page. What macros call finds the page of the moment by itself (`quiet` keeps the one run of their top level
from reading anything of it).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    FileSystemBytecodeCache,
    StrictUndefined,
    Template,
    TemplateNotFound,
    nodes,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup, escape

from pinsite.themes.chain import Chain

Functions = Mapping[str, Callable[..., object]]


class _ChainLoader(BaseLoader):
    """Finds templates in a chain; a template is named to Python by its file, so that errors point at it."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text and file."""
        source = self._chain.locate(template)
        if source is None:
            raise TemplateNotFound(template)
        return source.path.read_text("utf-8"), str(source.path), lambda: True


class _Context(Context):
    """A context whose calls pass nothing on: none of our functions asks for it, and pages call a hundred."""

    def call(self, function: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """Call a function of a template."""
        if named:
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
        return function(*args, **named)


class _ChainTemplate(Template):
    """A template whose macros are made once, outside any page."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        if self._module is None:
            assert isinstance(self.environment, _ChainEnvironment)
            with self.environment.quiet():
                self._module = self.make_module()
        return self._module


class _CodeGenerator(CodeGenerator):
    """Compiles `{{ x }}` to a call of `shown`: a page shows hundreds of values, and needs no markup."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")


_SPECIAL = re.compile("[&<>'\"]").search


def _shown(value: object) -> str:
    """Return a value as a page has it: escaped, unless it is markup already; most texts need neither."""
    kind = type(value)
    if kind is Markup or (kind is str and not _SPECIAL(value)):  # type: ignore[call-overload]
        return value  # type: ignore[return-value]
    return escape(value)


class _ChainEnvironment(Environment):
    """An environment in which `parent:pin.html` means the next one down the chain."""

    chain: Chain
    quiet: Callable[[], AbstractContextManager[None]]
    context_class = _Context
    code_generator_class = _CodeGenerator
    shown = staticmethod(_shown)
    template_class = _ChainTemplate

    def join_path(self, template: str, parent: str) -> str:
        """Return the full name of a template that another refers to."""
        return self.chain.join(template, parent) if template.startswith("parent:") else template


def make_environment(
    chain: Chain,
    filters: Functions,
    functions: Functions,
    quiet: Callable[[], AbstractContextManager[None]],
    cache: Path | None,
) -> Environment:
    """Return the environment; compiled templates are kept in `cache`, keyed by their text."""
    bytecode = None
    if cache is not None:
        cache.mkdir(parents=True, exist_ok=True)
        bytecode = FileSystemBytecodeCache(str(cache), "%s.jinja")
    environment = _ChainEnvironment(
        loader=_ChainLoader(chain),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        bytecode_cache=bytecode,
        auto_reload=False,
        cache_size=-1,
        keep_trailing_newline=True,
    )
    environment.chain, environment.quiet = chain, quiet
    environment.filters.update(filters)
    environment.globals.update(functions)
    return environment
