"""From values with places to a record, or to problems at those places."""

from __future__ import annotations

from typing import Generic, TypeVar

from msgspec import Struct
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pinsite.catalogue import Reading, Record, inner_model
from pinsite.diagnostics import Code, Place, Problems, did_you_mean, one_of
from pinsite.diagnostics.codes import CODES
from pinsite.source.matter import Matter
from pinsite.source.yaml_text import Node, find

R = TypeVar("R", bound=Record)
Location = tuple[str | int, ...]


class Validated(Struct, Generic[R], frozen=True):
    """A record as far as it can be read: what is not `whole` lacks the keys in which a mistake was found."""

    entry: R
    whole: bool


def validate(model: type[R], matter: Matter, reading: Reading, problems: Problems) -> Validated[R]:
    """Read a record from a map; each mistake becomes a problem at its place."""
    try:
        return Validated(model.model_validate(matter.tree, context=reading), True)
    except ValidationError as error:
        wrong = error.errors(include_url=False)
    for details in wrong:
        _report(details, model, matter.node, matter.file.path, problems)
    faulty = {str(one["loc"][0]) for one in wrong if one["loc"]}
    return Validated(_what_is_left(model, matter.tree, faulty, reading), False)


def _what_is_left(model: type[R], written: dict[str, object], wrong: set[str], reading: Reading) -> R:
    """Read what has no mistake, so that one slip in a record does not hide others."""
    left = {key: value for key, value in written.items() if key not in wrong}
    if "title" not in left:
        left["title"] = "?"
    return model.model_validate(left, context=reading)


def _report(details: ErrorDetails, model: type[Record], node: Node, path: str, problems: Problems) -> None:
    location = tuple(step for step in details["loc"] if step != "[key]")
    kind = details["type"]
    if kind == "extra_forbidden":
        _unknown_key(location, model, node, path, problems)
    elif kind == "missing" and isinstance(location[-1], str):
        _missing_key(location, location[-1], node, path, problems)
    elif kind in CODES:
        context = details.get("ctx", {})
        _said(CODES[kind], location, context["said"], str(context["help"]), node, path, problems)
    else:
        message, help = _SHAPES.get(kind, (details["msg"], "look at the manual page of this field"))
        found = find(node, location)
        problems.add(CODES["PIN010"], found.place(path), f"`{_name(location, node)}`: {message}", help)


def _missing_key(location: Location, key: str, node: Node, path: str, problems: Problems) -> None:
    owner = find(node, location[:-1])
    if key in owner.keys:
        place = owner.key_place(path, key)
    else:
        place = owner.place(path) if location[:-1] else Place(path, owner.line, 1)
    problems.add(CODES["PIN001"], place, f"`{key}` is missing", f"add a line `{key}: …`")


def _said(
    code: Code, location: Location, said: str, help: str, node: Node, path: str, problems: Problems
) -> None:
    """Report what a reader of a field said; where the key itself is wrong, at the key."""
    owner, key = find(node, location[:-1]), location[-1] if location else ""
    if code.id in ("PIN012", "PIN030") and key in owner.keys and key not in ("language", "languages"):
        place = owner.key_place(path, str(key))
    else:
        place = find(node, location).place(path)
    message = said if code.id == "PIN012" else f"`{_name(location, node)}`: {said}"
    problems.add(code, place, message, help)


def _unknown_key(
    location: tuple[str | int, ...], model: type[Record], node: Node, path: str, problems: Problems
) -> None:
    key = str(location[-1])
    known = keys_of(model, location[:-1])
    place = find(node, location[:-1]).key_place(path, key)
    problems.add(CODES["PIN012"], place, f"unknown key `{key}`", did_you_mean(key, known, one_of(known)))


def keys_of(model: type[BaseModel], location: tuple[str | int, ...]) -> list[str]:
    """Return the keys that a record may have at a location."""
    for step in location:
        if isinstance(step, int):
            continue
        info = model.model_fields.get(step)
        inner = inner_model(info.annotation) if info else None
        if inner is None:
            return []
        model = inner
    return [name for name in model.model_fields if name != "own"]


def _name(location: Location, node: Node) -> str:
    """Write a location as a reader counts, like `images.2.file`; one value where a list may stand has no number."""
    parts: list[str] = []
    for depth, step in enumerate(location):
        if isinstance(step, str):
            parts.append(step)
        elif isinstance(find(node, location[:depth]).content, list):
            parts.append(str(step + 1))
    return ".".join(parts) or "record"


_MAP = ("a map of keys belongs here", "write `key: value` lines below it, or `{key: value}`")
_LIST = ("a list belongs here", "write `[a, b]`, or lines that begin with `- `")
_SHAPES = {
    "model_type": _MAP,
    "model_attributes_type": _MAP,
    "dict_type": _MAP,
    "tuple_type": _LIST,
    "missing": ("the list is too short", "write two numbers from 0 to 1, like `[0.5, 0.4]`"),
    "too_short": ("the list is too short", "write two numbers from 0 to 1, like `[0.5, 0.4]`"),
    "too_long": ("the list is too long", "write two numbers from 0 to 1, like `[0.5, 0.4]`"),
}
