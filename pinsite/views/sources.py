"""The sources of facts: what the catalogue is read through, so that every reading is noted.

`WatchedCatalogue` stands before the catalogue, and `WatchedAccounts` before its accounts; they have the same names.
Whoever takes a pin, a list or a count leaves a note of just that. The notes are questions like any other (their first
word begins with `=`; `source_answers` has the answers), which the judge asks again in the next build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar, cast

from pinsite.catalogue import Document, LocalText, Pin, Series, Site, Term_
from pinsite.editions import Counted, Milestone
from pinsite.freshness import Key
from pinsite.source import Loaded

V = TypeVar("V")
Ask = Callable[[Key], object]
Account = tuple[str, str | None]


class _Records(Mapping[str, V], Generic[V]):
    """Records of one kind by id: one that is taken, or missed, is noted, and so is the list where it is walked."""

    def __init__(self, kind: str, records: Mapping[str, V], ask: Ask) -> None:
        self._kind, self._records, self._ask = kind, records, ask

    def __getitem__(self, id: str) -> V:
        self._ask((f"={self._kind}", id))
        return self._records[id]

    def get(self, id: str, default: Any = None) -> Any:
        """Return a record, or the default where there is none."""
        self._ask((f"={self._kind}", id))
        return self._records.get(id, default)

    def __contains__(self, id: object) -> bool:
        self._ask((f"={self._kind} there", str(id)))
        return id in self._records

    def __iter__(self) -> Iterator[str]:
        self._ask(("=ids", self._kind))
        return iter(self._records)

    def __len__(self) -> int:
        self._ask(("=ids", self._kind))
        return len(self._records)


class _Lists(Mapping[str, V], Generic[V]):
    """Lists by name (the members of a series, the stories of a pin): each that is looked up is noted."""

    def __init__(self, name: str, lists: Mapping[str, V], ask: Ask) -> None:
        self._name, self._lists, self._ask = name, lists, ask

    def __getitem__(self, id: str) -> V:
        self._ask((self._name, id))
        return self._lists[id]

    def get(self, id: str, default: Any = None) -> Any:
        """Return a list, or the default where there is none."""
        self._ask((self._name, id))
        return self._lists.get(id, default)

    def __contains__(self, id: object) -> bool:
        self._ask((self._name, str(id)))
        return id in self._lists

    def __iter__(self) -> Iterator[str]:
        self._ask(("=names", self._name))
        return iter(self._lists)

    def __len__(self) -> int:
        self._ask(("=names", self._name))
        return len(self._lists)


class _Terms(Mapping[str, Term_]):
    """The terms of one folder: whether one is there is noted apart from who bears it."""

    def __init__(self, folder: str, terms: Mapping[str, Term_], ask: Ask) -> None:
        self._folder, self._terms, self._ask = folder, terms, ask

    def __getitem__(self, code: str) -> Term_:
        self._ask(("=term", self._folder, code))
        return self._terms[code]

    def get(self, code: str, default: Any = None) -> Any:
        """Return a term, or the default where no pin bears it."""
        self._ask(("=term", self._folder, code))
        return self._terms.get(code, default)

    def __contains__(self, code: object) -> bool:
        self._ask(("=term there", self._folder, str(code)))
        return code in self._terms

    def __iter__(self) -> Iterator[str]:
        self._ask(("=terms", self._folder))
        return iter(self._terms)

    def __len__(self) -> int:
        self._ask(("=terms", self._folder))
        return len(self._terms)


class _Folders(Mapping[str, _Terms]):
    """The folders of terms."""

    def __init__(self, folders: Mapping[str, Mapping[str, Term_]], ask: Ask) -> None:
        self._folders = {name: _Terms(name, terms, ask) for name, terms in folders.items()}
        self._ask = ask

    def __getitem__(self, name: str) -> _Terms:
        if name not in self._folders:
            self._ask(("=terms", name))
        return self._folders[name]

    def __iter__(self) -> Iterator[str]:
        self._ask(("=folders",))
        return iter(self._folders)

    def __len__(self) -> int:
        self._ask(("=folders",))
        return len(self._folders)


class _Counts(Mapping[Account, V], Generic[V]):
    """What is counted of pins and variants: noted pin by pin."""

    def __init__(self, counts: Mapping[Account, V], ask: Ask) -> None:
        self._counts, self._ask = counts, ask

    def __getitem__(self, key: Account) -> V:
        self._ask(("=account", key[0]))
        return self._counts[key]

    def get(self, key: Account, default: Any = None) -> Any:
        """Return a count, or the default where nothing is counted."""
        self._ask(("=account", key[0]))
        return self._counts.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._ask(("=counted",))
        return key in self._counts

    def __iter__(self) -> Iterator[Account]:
        self._ask(("=counted",))
        return iter(self._counts)

    def __len__(self) -> int:
        self._ask(("=counted",))
        return len(self._counts)


class WatchedAccounts:
    """How the editions stand, with every look noted."""

    def __init__(self, loaded: Loaded, ask: Ask) -> None:
        accounts = loaded.accounts
        self.counted: Mapping[Account, Counted] = _Counts(accounts.counted, ask)
        self.statuses: Mapping[Account, str] = _Counts(accounts.statuses, ask)
        self.as_of: Mapping[str, str | None] = _Lists("=account", accounts.as_of, ask)
        self._ask = ask

    @property
    def milestones(self) -> Mapping[Account, tuple[Milestone, ...]]:
        """Return what the history of each edition passed."""
        return cast("Mapping[Account, tuple[Milestone, ...]]", self._ask(("=milestones",)))

    @property
    def with_rows(self) -> frozenset[str]:
        """Return the pins that the ledger counts."""
        return frozenset(cast("tuple[str, ...]", self._ask(("=with rows",))))


class WatchedCatalogue:
    """The catalogue, with every look noted."""

    def __init__(self, loaded: Loaded, ask: Ask) -> None:
        catalogue = loaded.catalogue
        self._catalogue, self._ask = catalogue, ask
        self.pins: Mapping[str, Pin] = _Records("pin", catalogue.pins, ask)
        self.series: Mapping[str, Series] = _Records("series", catalogue.series, ask)
        self.stories: Mapping[str, Document] = _Records("story", catalogue.stories, ask)
        self.pages: Mapping[str, Document] = _Records("page", catalogue.pages, ask)
        self.terms: Mapping[str, Mapping[str, Term_]] = _Folders(catalogue.terms, ask)
        self.members = _Lists("=members", catalogue.members, ask)
        self.stories_of_pin = _Lists("=stories of pin", catalogue.stories_of_pin, ask)
        self.stories_of_series = _Lists("=stories of series", catalogue.stories_of_series, ask)

    @property
    def site(self) -> Site:
        """Return the settings."""
        self._ask(("=settings",))
        return self._catalogue.site

    def subjects(self, id: str) -> Iterator[tuple[str, str, LocalText | str | None]]:
        """Walk the terms that a pin bears."""
        for source in (("=pin", id), ("=settings",), ("=colours", id)):
            self._ask(source)
        return self._catalogue.subjects(id)

    def term_text(self, folder: str, code: str) -> LocalText | str | None:
        """Return what a term is called; whoever asks does not depend on the pins that bear it."""
        self._ask(("=term text", folder, code))
        return self._catalogue.term_text(folder, code)

    def shades(self, id: str) -> tuple[str, ...]:
        """Return the colours of a pin."""
        self._ask(("=pin", id))
        return cast("tuple[str, ...]", self._ask(("=shades", id)))

    def slug_of(self, kind: str, id: str) -> str | None:
        """Return the part of the address of a record that has a page, or None."""
        return cast("str | None", self._ask(("=slug", kind, id)))

    @property
    def newest_first(self) -> tuple[str, ...]:
        """Return all pins, newest first."""
        return cast("tuple[str, ...]", self._ask(("=newest first",)))

    @property
    def stories_newest_first(self) -> tuple[str, ...]:
        """Return all stories, newest first."""
        return cast("tuple[str, ...]", self._ask(("=stories newest first",)))

    @property
    def series_in_order(self) -> tuple[str, ...]:
        """Return the series that hold a pin, in order."""
        return cast("tuple[str, ...]", self._ask(("=series in order",)))
