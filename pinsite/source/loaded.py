"""What reading a catalogue gives: values, and where each was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from pinsite.catalogue import Catalogue, Published
from pinsite.diagnostics import Place
from pinsite.editions import Counted, Milestone
from pinsite.source.matter import Matter
from pinsite.source.text_file import TextFile
from pinsite.source.yaml_text import Node, find

if TYPE_CHECKING:
    from pinsite.source.filed import Filed


class Placed(Protocol):
    """A record whose values have places."""

    @property
    def entry(self) -> Published:
        """Return the record."""

    def place(self, *location: str | int) -> Place:
        """Return where a value of the record stands."""


@dataclass(frozen=True)
class Written:
    """A record as it was written: its file, the places of its values, and the text below its front matter.

    One that is not `whole` has mistakes, and its entry lacks the keys that hold them.
    """

    kind: str
    id: str
    file: TextFile
    matter: Matter
    entry: Published
    folder: str
    body: str = ""
    body_line: int = 0
    whole: bool = True

    def place(self, *location: str | int) -> Place:
        """Return where a value of the record stands; the head of the record where it is left out."""
        return self.matter.place(*location)


#: A place is worked out when a problem needs it: for that a file is read with all its places.
Where = Callable[[], Place]


@dataclass(frozen=True)
class PictureUse:
    """A picture that a record names: `path` is its path in the catalogue, `place` where it is named."""

    path: str
    where: Where = field(repr=False, compare=False)

    @cached_property
    def place(self) -> Place:
        """Return where the record names it."""
        return self.where()


@dataclass(frozen=True)
class Accounts:
    """How every edition stands: by pin and variant (None: the pin itself), the status of each, what it passed.

    `with_rows` are the pins that the ledger counts; the others have written totals, or nothing. `rows` has the
    digest of each pin's rows, `alone` gives the accounts of one pin, and `with_pin` those of all with a pin read again
    that counts the same editions.
    """

    counted: Mapping[tuple[str, str | None], Counted] = field(default_factory=dict)
    statuses: Mapping[tuple[str, str | None], str] = field(default_factory=dict)
    as_of: Mapping[str, str | None] = field(default_factory=dict)
    milestones: Mapping[tuple[str, str | None], tuple[Milestone, ...]] = field(default_factory=dict)
    with_rows: frozenset[str] = frozenset()
    today: str = ""
    rows: Mapping[str, str] = field(default_factory=dict)
    alone: Callable[[str], Accounts] | None = field(default=None, repr=False, compare=False)
    with_pin: Callable[[Filed], Accounts] | None = field(default=None, repr=False, compare=False)

    def of(self, id: str) -> object:
        """Return all that is known of a pin's copies, as one value."""
        if id not in self.as_of:
            return (), None
        own = self.alone(id) if self.alone else self
        known = [(key, status) for key, status in own.statuses.items() if key[0] == id]
        return tuple((key, status, own.counted.get(key)) for key, status in known), own.as_of[id]

    def rows_digest(self, id: str) -> str:
        """Return the digest of the rows of the ledger that are about a pin."""
        return self.rows.get(id, "")


@dataclass(frozen=True)
class Loaded:
    """A catalogue with all that is known of it; usable only where no error was reported.

    `pictures` maps what a record names (its folder, and the name) to the picture's path in the catalogue;
    `read_again` are the files of records that hold something else than at the last reading, or were not read before.
    """

    catalogue: Catalogue
    accounts: Accounts
    pictures: Mapping[tuple[str, str], PictureUse]
    files: Mapping[str, TextFile]
    written: tuple[Filed, ...] = ()
    settings: Node | None = None
    read_again: frozenset[str] = field(default=frozenset(), compare=False)

    def settings_place(self, *location: str) -> Place:
        """Return where a setting stands; the key itself where it leads to a map."""
        if self.settings is None:
            return Place("pinsite.yaml")
        owner = find(self.settings, location[:-1])
        return owner.key_place("pinsite.yaml", location[-1])
