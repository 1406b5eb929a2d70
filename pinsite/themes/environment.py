"""The Jinja environment of a chain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import BaseLoader, Environment, FileSystemBytecodeCache, StrictUndefined, TemplateNotFound

from pinsite.themes.chain import Chain


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


class _ChainEnvironment(Environment):
    """An environment in which `parent:pin.html` means the next one down the chain."""

    chain: Chain

    def join_path(self, template: str, parent: str) -> str:
        """Return the full name of a template that another refers to."""
        return self.chain.join(template, parent)


def make_environment(
    chain: Chain, filters: Mapping[str, Callable[..., object]], cache: Path | None
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
    environment.chain = chain
    environment.filters.update(filters)
    return environment
