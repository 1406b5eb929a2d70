"""From values with places to a record, or to problems at those places."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pinsite.catalogue import Reading, Record
from pinsite.diagnostics import Place, Problems, did_you_mean, one_of
from pinsite.diagnostics.codes import CODES
from pinsite.source.yaml_text import Node, find, plain

R = TypeVar("R", bound=Record)


def validate(model: type[R], node: Node, path: str, reading: Reading, problems: Problems) -> R | None:
    """Return the record that a map describes, or None; each mistake becomes a problem at its place."""
    try:
        return model.model_validate(plain(node), context=reading)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            _report(details, model, node, path, problems)
        return None


def _report(details: ErrorDetails, model: type[Record], node: Node, path: str, problems: Problems) -> None:
    location = tuple(step for step in details["loc"] if step != "[key]")
    kind = details["type"]
    if kind == "extra_forbidden":
        _unknown_key(location, model, node, path, problems)
    elif kind == "missing":
        owner = find(node, location[:-1])
        place = owner.place(path) if location[:-1] else Place(path, owner.line, 1)
        problems.add(CODES["PIN001"], place, f"`{location[-1]}` is missing", f"add a line `{location[-1]}: …`")
    elif kind in CODES:
        context = details.get("ctx", {})
        problems.add(CODES[kind], find(node, location).place(path), f"`{_name(location)}`: {context['said']}",
                     str(context["help"]))
    else:
        found = find(node, location)
        problems.add(CODES["PIN010"], found.place(path), f"`{_name(location)}`: {_shape(kind, details)}")


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
        inner = _model_in(info.annotation) if info else None
        if inner is None:
            return []
        model = inner
    return [name for name in model.model_fields if name != "own"]


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    parts = getattr(annotation, "__args__", ())
    return next((found for part in parts if (found := _model_in(part))), None)


def _name(location: tuple[str | int, ...]) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in location) or "record"


_SHAPES = {
    "model_type": "a map of keys belongs here",
    "model_attributes_type": "a map of keys belongs here",
    "dict_type": "a map of keys belongs here",
    "tuple_type": "a list belongs here",
    "too_short": "the list is too short",
    "too_long": "the list is too long",
}


def _shape(kind: str, details: ErrorDetails) -> str:
    return _SHAPES.get(kind, details["msg"])
