"""Editions: the counter and what it is made of."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from pinsite.catalogue import Said
from pinsite.views.values.text_and_pictures import PictureView


class GradeCount(Struct, frozen=True):
    """How the copies of one grade stand; None is a number that the ledger does not tell.

    The code `""` gathers copies whose grade nobody wrote down. `price` is that of a grade which costs other than the
    pin.
    """

    code: str
    name: Said
    description: Said | None
    counts: bool
    received: int | None
    claimed: int | None
    available: int | None
    price: str | None


class PlaceCount(Struct, frozen=True):
    """How many copies are in one place: sold, gifted, held … `label` is translated."""

    place: str
    label: Said
    quantity: int


class Meaning(Struct, frozen=True):
    """A word of an edition as this site uses it; `counts` says of a grade whether it is part of the edition."""

    term: Said
    words: Said
    counts: Said | None = None


class Counter(Struct, frozen=True):
    """The edition of a pin or variant as it stands on the day `as_of`.

    `size`, `available` and `made` are None where they are not known (open and untold editions). `claimed` is
    sold + gifted + traded. `places` has every place that holds a copy, in a fixed order. `statement` says in plain
    sentences what was promised, `meanings` what its words mean here. `key` is the pin's id, for a variant
    followed by `:` and its own. `to_come` copies of the size have not been received yet.
    `last_number` is the highest number that a copy can carry, None where numbers have no end.
    """

    key: str
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
    meanings: tuple[Meaning, ...]
    note: Said | None
    to_come: int
    last_number: int | None

    @property
    def gone(self) -> int:
        """Count the copies that are lost or damaged."""
        return sum(one.quantity for one in self.places if one.place in ("lost", "damaged"))


class GradeView(Struct, frozen=True):
    """One grade of the site's scale."""

    code: str
    name: Said
    counts: bool
    description: Said | None


class RegisterRow(Struct, frozen=True):
    """One edition of the register: a pin's, or a variant's. `codes` is what it can be found by, field by field."""

    id: str
    path: str
    title: Said
    variant_title: Said | None
    counter: Counter
    status: str
    status_label: Said
    status_of: str
    picture: PictureView | None
    codes: tuple[tuple[str, str], ...]


class NumberState(Struct, frozen=True):
    """One state of the legend of a register: how many numbers are in it, and which, as text."""

    code: str
    label: Said
    count: int
    ranges: str


class NumberBlock(Struct, frozen=True):
    """Neighbouring numbers, with the state of each."""

    first: int
    last: int
    codes: tuple[str, ...]


class ProofRow(Struct, frozen=True):
    """The proofs of one series, with the state of each."""

    series: str
    codes: tuple[str, ...]


class NumberRegister(Struct, frozen=True):
    """What became of each number of an edition.

    `prefix` stands before the ids of numbers (`gold-12`); `page` is the site path of a register that has a page
    of its own, None where it stands on the page of its pin. `unlisted` copies have left whose number nobody
    wrote down.
    """

    key: str
    prefix: str
    size: int
    states: tuple[NumberState, ...]
    blocks: tuple[NumberBlock, ...]
    proofs: tuple[ProofRow, ...]
    unlisted: int
    page: str | None
    as_of: date | None

    def label(self, code: str) -> Said:
        """Return the words of a state."""
        return next(state.label for state in self.states if state.code == code)


class Choice(Struct, frozen=True):
    """One value that the register of editions can be narrowed to."""

    code: str
    label: Said
    count: int


class ChoiceField(Struct, frozen=True):
    """A question by which the register of editions is narrowed, with its values."""

    name: str
    label: Said
    choices: tuple[Choice, ...]


class Freshness(Struct, frozen=True):
    """Where a page asks for newer numbers, and the words of the statuses that follow from them."""

    source: str
    available: Said
    low_stock: Said
    sold_out: Said
