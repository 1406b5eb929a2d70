"""A name that means nothing where it stands: an error that says what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import TemplateRuntimeError, UndefinedError
from jinja2.utils import missing
from msgspec import Struct


class Unknown(StrictUndefined):
    """Fails as soon as it is used for more than the question whether it is defined."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        self._undefined_exception = partial(_about, self, exc)  # type: ignore[assignment]

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        owner, name = self._undefined_obj, self._undefined_name
        if owner is missing:
            return f"`{name}` means nothing here"
        if owner is None:
            return f"there is nothing here that could have `{name}`: it is `none`"
        if not isinstance(name, str):
            return f"{_kind(owner)} has no entry {name!r}"
        return f"{_kind(owner)} has no `{name}`"


def _about(unknown: Unknown, kind: type[TemplateRuntimeError], message: str) -> TemplateRuntimeError:
    error = kind(message)
    error.unknown = unknown  # type: ignore[attr-defined]
    return error


def wrong_name(error: BaseException) -> str | None:
    """Return the name that an error is about, where it is about a name."""
    unknown = getattr(error, "unknown", None)
    name = unknown._undefined_name if isinstance(unknown, Unknown) else None
    return name if isinstance(name, str) else None


def names_near(error: BaseException) -> Iterable[str] | None:
    """Return the names that the owner of a wrong name has; None where the name stands alone."""
    unknown = getattr(error, "unknown", None)
    if not isinstance(unknown, Unknown) or unknown._undefined_obj is missing:
        return None
    owner = unknown._undefined_obj
    if isinstance(owner, Mapping):
        return [str(key) for key in owner]
    return [name for name in dir(owner) if not name.startswith("_")]


def _kind(owner: object) -> str:
    """Say what a value is in words of the guide."""
    if isinstance(owner, Struct):
        return f"a `{type(owner).__name__}`"
    return {
        "str": "a text",
        "Markup": "a text",
        "tuple": "a list",
        "list": "a list",
        "int": "a number",
        "Options": "the set of options of this theme",
    }.get(type(owner).__name__, f"a {type(owner).__name__.lower()}")
