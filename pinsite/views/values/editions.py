"""Editions: the counter and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pinsite.catalogue import Said
from pinsite.views.values.text_and_pictures import PictureView


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How the copies of one grade stand."""

    code: str
    name: Said
    description: Said | None
    counts: bool
    received: int
    claimed: int
    available: int


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """How many copies are in one place: sold, gifted, held … `label` is translated."""

    place: str
    label: Said
    quantity: int


@dataclass(frozen=True, slots=True)
class Counter:
    """The edition of a pin or variant as it stands on the day `as_of`.

    `size`, `available` and `made` are None where they are not known (open and untold editions). `claimed` is
    sold + gifted + traded. `places` has every place that holds a copy, in a fixed order. `statement` says in one
    plain sentence what was promised.
    """

    type: str
    type_label: Said
    state: str
    state_label: Said
    size: int | None
    numbered: bool
    numbered_how: str | None
    proofs: tuple[tuple[str, int], ...]
    made: int | None
    claimed: int
    available: int | None
    places: tuple[PlaceCount, ...]
    grades: tuple[GradeCount, ...]
    as_of: date | None
    sold_out: bool
    has_counts: bool
    statement: Said
    note: Said | None


@dataclass(frozen=True, slots=True)
class GradeView:
    """One grade of the site's scale."""

    code: str
    name: Said
    counts: bool
    description: Said | None


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One edition of the register: a pin's, or a variant's."""

    id: str
    path: str
    title: Said
    variant_title: Said | None
    counter: Counter
    status: str
    status_label: Said
    picture: PictureView | None
