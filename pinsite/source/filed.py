"""Records as they are filed: what a file says in brief, and the way to the rest of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import cast

import msgspec
from pydantic import ValidationError

from pinsite.catalogue import (
    Document,
    DocumentEntry,
    Outline,
    Pin,
    PinEntry,
    Published,
    Reading,
    Series,
    SeriesEntry,
)
from pinsite.diagnostics import Place, Problem, Problems
from pinsite.files import digest_text
from pinsite.source.folder import RecordFile
from pinsite.source.front_matter import split
from pinsite.source.gist import Gist, Named, problems_of
from pinsite.source.loaded import Written
from pinsite.source.matter import read_matter
from pinsite.source.prose import spot
from pinsite.source.text_file import TextFile, read_text_file
from pinsite.source.validation import validate

MODELS: Mapping[str, type[Published]] = {
    "pin": PinEntry,
    "series": SeriesEntry,
    "story": DocumentEntry,
    "page": DocumentEntry,
}


#: How many pins are kept open: of each there are some 15 kB then, and a process passes by ten thousand.
_OPEN = 1000


@dataclass(frozen=True)
class Library:
    """Where records are read from, and what their readers must know of the site."""

    root: Path
    reading: Reading
    #: The pins that are open, the one that has been so for longest first.
    open: deque[Filed] = field(default_factory=deque, repr=False, compare=False)

    def opened(self, record: Filed) -> None:
        """Take note of a record that was opened, and close a pin where many are: opening it again costs little.

        Series and documents stay open: they are few, and a series is asked what it is called by each of its pins.
        """
        if record.kind != "pin":
            return
        self.open.append(record)
        if len(self.open) > _OPEN:
            self.open.popleft().close()

    @cached_property
    def mark(self) -> str:
        """Return the digest of what the same values mean something else with."""
        reading = self.reading
        return digest_text(repr((reading.main, reading.currency, reading.time_zone)))[:8]


def read_written(file: RecordFile, text: TextFile, reading: Reading, problems: Problems) -> Written | None:
    """Read a record with all its values; None (and problems) where it holds no keys."""
    body, line = "", 0
    if file.kind in ("story", "page"):
        document = split(text, problems)
        matter = document.matter if document else None
        body, line = (document.body, document.first_line) if document else ("", 0)
    else:
        matter = read_matter(text, problems)
    if matter is None:
        return None
    read = validate(MODELS[file.kind], matter, reading, problems)
    return Written(file.kind, file.id, text, matter, read.entry, file.folder, body, line, read.whole)


@dataclass
class Filed:
    """A record: its `gist` at hand, its plain values (`packed`, with the body) for whoever wants to read on."""

    kind: str
    id: str
    path: str
    folder: str
    gist: Gist
    outline: Outline = field(repr=False)
    packed: bytes = field(repr=False)
    library: Library = field(repr=False, compare=False)

    @property
    def whole(self) -> bool:
        """Tell whether it has no mistakes; else its entry lacks the keys that hold them."""
        return self.gist.whole

    @cached_property
    def entry(self) -> Published:
        """Return the record itself, read from the values that were kept, or else from its file."""
        self.library.opened(self)
        if self.whole:
            try:
                tree, _ = msgspec.json.decode(self.packed)
                return MODELS[self.kind].model_validate(tree, context=self.library.reading)
            except (ValueError, TypeError, ValidationError):
                pass  # what was kept is damaged
        return self.written.entry

    def close(self) -> None:
        """Let go of the record; whoever asks for it again has it opened again."""
        self.__dict__.pop("entry", None)
        if "published" in self.__dict__:
            self.published.close()

    @property
    def body(self) -> str:
        """Return the Markdown below the front matter."""
        return str(msgspec.json.decode(self.packed)[1])

    @cached_property
    def written(self) -> Written:
        """Return it as it stands in its file, where each value has a place."""
        problems, at = Problems(), RecordFile(self.kind, self.id, self.path, self.folder)
        text = read_text_file(self.library.root, self.path, problems) or TextFile(self.path, "title: '?'")
        found = read_written(at, text, self.library.reading, problems)
        if found is None:  # changed since it was read
            text = TextFile(
                self.path, "---\ntitle: '?'\n---\n" if self.path.endswith(".md") else "title: '?'"
            )
            found = read_written(at, text, self.library.reading, problems)
        assert found is not None
        return found

    def place(self, *location: str | int) -> Place:
        """Return where a value of the record stands; the head of the record where it is left out."""
        if not location:
            return Place(self.path, self.gist.head, 1)
        return self.written.place(*location)

    def spot(self, named: Named) -> Place:
        """Return where something stands that the record names."""
        return spot(self.written, named.location, named.start, named.length)

    @cached_property
    def published(self) -> Pin | Series | Document:
        """Return it as the catalogue holds it."""
        outline, digest = self.outline, f"{self.gist.digest}{self.library.mark}"
        if self.kind == "pin":
            return Pin(self.id, outline, digest, cast(Callable[[], PinEntry], self._entry), self.folder)
        if self.kind == "series":
            return Series(self.id, outline, digest, cast(Callable[[], SeriesEntry], self._entry), self.folder)
        read = cast(Callable[[], DocumentEntry], self._entry)
        lang = outline.language or self.library.reading.main
        return Document(self.id, outline, digest, read, self.folder, self.kind, lang, self._body)

    def _entry(self) -> Published:
        return self.entry

    def _body(self) -> str:
        return self.body

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the file itself."""
        return tuple(problems_of(self.path, self.gist.problems))

    @cached_property
    def missing(self) -> tuple[Problem, ...]:
        """Return what is missed in it once it is finished."""
        return tuple(problems_of(self.path, self.gist.missing))

    @cached_property
    def broken(self) -> tuple[Problem, ...]:
        """Return the promises that it breaks without any row of the ledger."""
        return tuple(problems_of(self.path, self.gist.broken))


def file_away(at: RecordFile, gist: Gist, packed: bytes, library: Library) -> Filed:
    """Return a record of which the gist is known."""
    assert gist.outline is not None, "what cannot be read is not filed"
    return Filed(at.kind, at.id, at.path, at.folder, gist, gist.outline, packed, library)
