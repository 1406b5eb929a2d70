"""The Jinja environment of a chain: a sandbox, in which templates reach what they are given and nothing else.

Templates are a stranger's as soon as somebody installs a theme. What begins with `_`, and all else that Python keeps
for itself, cannot be reached from any template; lists and maps cannot be changed; names of templates are looked up
among the files of the chain, and are never paths. Those that did not come with pinsite are compiled so that they pay
for what they do (`limits`).

Files of macros are imported without context, once a build: an import with context runs the whole file again for
every page. What macros call finds the page of the moment by itself (`quiet` keeps the one run of their top level
from reading anything of it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import BuiltinMethodType
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    FileSystemBytecodeCache,
    TemplateNotFound,
    nodes,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pinsite.themes.blocks import BlockTemplate, Page, PageContext, Recorder
from pinsite.themes.chain import Chain
from pinsite.themes.compiling import COUNTED, GENERATION, GUARDED, ChainCodeGenerator, shown, watch
from pinsite.themes.limits import Budget, calculated, guarded
from pinsite.themes.unknown import Unknown

Functions = Mapping[str, Callable[..., object]]

#: Of Jinja's own: what makes other bytes each time.
_UNSTEADY_FUNCTION, _UNSTEADY_FILTER = "lipsum", "random"


class _ChainLoader(BaseLoader):
    """Finds templates in a chain; a template is named to Python by its file, so that errors point at it."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text and file."""
        source = self._chain.locate(template)
        if source is None:
            raise TemplateNotFound(template)
        return source.text, str(source.path), lambda: True


class ChainEnvironment(ImmutableSandboxedEnvironment):
    """An environment in which `parent:pin.html` means the next one down the chain."""

    chain: Chain
    quiet: Callable[[], AbstractContextManager[None]]
    code_generator_class = ChainCodeGenerator
    shown = staticmethod(shown)
    template_class = BlockTemplate
    context_class = PageContext
    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.budget = Budget()
        #: The page that is being made block by block; None where a piece of one is, or nobody records.
        self.page: Page | None = None
        self._allowed: dict[tuple[type, str], bool] = {}
        self.wrote = self.budget.step
        self.made = self.budget.made

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what every template knows as a plain map: each page copies it, often."""
        return {**self.globals, **d} if d else self.globals

    def join_path(self, template: str, parent: str) -> str:
        """Return the full name of a template that another refers to."""
        return self.chain.join(template, parent) if template.startswith("parent:") else template

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        if not (filename and self.chain.is_trusted(filename)):
            watch(source, self.filters)
        return super()._generate(source, name, filename, defer_init)

    # ── the sandbox, quicker than the library's: what a type lets be seen is asked once ──────────────────

    def seen(self, obj: Any, attribute: str) -> Any:
        """Return an attribute, or else an item, to a template that came with pinsite."""
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return self.getattr(obj, attribute)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute, or else an item."""
        try:
            value = getattr(obj, attribute)
        except AttributeError:
            try:
                return obj[attribute]
            except (TypeError, LookupError, AttributeError):
                return self.undefined(obj=obj, name=attribute)
        return value if self._is_allowed(obj, attribute, value) else self._kept_back(obj, attribute, value)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item, or else an attribute."""
        try:
            return obj[argument]
        except (AttributeError, TypeError, LookupError):
            if not isinstance(argument, str):
                return self.undefined(obj=obj, name=argument)
        name = str(argument)
        value = getattr(obj, name, self)
        if value is self:
            return self.undefined(obj=obj, name=name)
        return value if self._is_allowed(obj, name, value) else self._kept_back(obj, name, value)

    def _is_allowed(self, obj: object, name: str, value: object) -> bool:
        key = (type(obj), name)
        allowed = self._allowed.get(key)
        if allowed is None:
            allowed = self.is_safe_attribute(obj, name, value) and name not in ("format", "format_map")
            self._allowed[key] = allowed
        return allowed

    def _kept_back(self, obj: Any, name: str, value: Any) -> Any:
        if not self.is_safe_attribute(obj, name, value):
            return self.unsafe_undefined(obj, name)
        return self.wrap_str_format(value) or value

    def unsafe_undefined(self, obj: Any, attribute: str) -> Unknown:
        """Return what fails with the reason why an attribute is kept back."""
        return Unknown(f"`{attribute}` cannot be reached from a template", obj, attribute, SecurityError)

    def call(self, context: Context, function: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """Call a function of a template; none of ours asks for the context."""
        if named:
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
        return function(*args, **named)

    # ── what templates pay that did not come with pinsite ────────────────────────────────────────────────

    def paid_call(self, context: Context, function: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """Call a function, and pay for it."""
        if isinstance(function, Unknown):
            return function()
        budget, name = self.budget, getattr(function, "__name__", "")
        owner = getattr(function, "__self__", None) if isinstance(function, BuiltinMethodType) else None
        # `"…".format` is a function around the method of the text.
        owner = getattr(getattr(function, "__wrapped__", None), "__self__", owner)
        budget.before(name, owner, (*args, *named.values()))
        made = budget.made(self.call(context, function, *args, **named))
        if isinstance(made, range):
            budget.step(len(made))
        return made

    def paid_text(self, value: object) -> str:
        """Return a value as a page has it, and pay for it."""
        text = shown(value)
        self.budget.text(len(text))
        return text

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate, within limits."""
        return calculated(operator, left, right, self.binop_table[operator], self.budget)


def render(
    environment: Environment, template: str, given: Mapping[str, object], recorder: Recorder | None = None
) -> str:
    """Return the text that a template makes; raises what its code raises, and `TooMuch`.

    Values of `given` that are `Later` are looked up where a template asks for them. The recorder is told of the blocks.
    """
    assert isinstance(environment, ChainEnvironment)
    before = environment.page
    with environment.budget.spending():
        found = environment.get_template(template)
        context = found.new_context(dict(given))
        page = environment.page = Page(recorder, context) if recorder is not None else None
        try:
            pieces = found.root_render_func(context)
            return page.recorder.page(list(pieces)) if page is not None else "".join(pieces)
        except Exception:
            environment.handle_exception()
        finally:
            environment.page = before


def make_environment(
    chain: Chain,
    filters: Functions,
    functions: Functions,
    quiet: Callable[[], AbstractContextManager[None]],
    cache: Path | None,
) -> ChainEnvironment:
    """Return the environment; compiled templates are kept in `cache`, keyed by their text."""
    bytecode = None
    if cache is not None:
        cache.mkdir(parents=True, exist_ok=True)
        bytecode = FileSystemBytecodeCache(str(cache), f"%s.{GENERATION}.jinja")
    environment = ChainEnvironment(
        loader=_ChainLoader(chain),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=Unknown,
        bytecode_cache=bytecode,
        auto_reload=False,
        cache_size=-1,
        keep_trailing_newline=True,
    )
    environment.chain, environment.quiet = chain, quiet
    environment.filters.update(filters)
    environment.globals.update(functions)
    del environment.globals[_UNSTEADY_FUNCTION], environment.filters[_UNSTEADY_FILTER]
    _guard(environment)
    return environment


def _guard(environment: ChainEnvironment) -> None:
    """Add the filters as templates get them that pay, under names that no template can write."""
    budget = environment.budget
    for name, function in list(environment.filters.items()):
        behind = 1 if hasattr(function, "jinja_pass_arg") else 0
        environment.filters[f"{GUARDED}{name}"] = guarded(name, function, budget, behind)

    @pass_context
    def counted(_: object, values: Iterable[Any]) -> Iterable[Any]:
        return budget.counted(values)

    environment.filters[COUNTED] = counted
