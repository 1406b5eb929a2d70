"""Facts: questions with answers, each with a digest, and the note of what asked what.

A fact is a key (`card moon-moth en`) and the value that one function gives for it. The same function answers
the template that is written now and the judge that asks later, so that the two cannot drift apart. Absence is
an answer too: a function returns None for what is not there, and None has a digest like any other value.

Whoever asks while a question is being answered, or a target made, leaves a note in the frame on top: so the
needs of a fact (the facts that its answer came from) are known without anybody having to list them. A fact that
needs no other is a source: a record, a list, an option. The names of those that nobody asks by hand begin with `=`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from typing import Protocol, TypeVar, cast

from msgspec import Struct, field

T = TypeVar("T")

#: The words of a question, from the general to the particular; no word holds a tab or line break.
Key = tuple[str, ...]

#: The digest of a question whose subject does not exist, and of one that fails.
GONE = "gone"
BROKEN = "broken"


def key_text(key: Key) -> str:
    """Return a key as one line of text."""
    return "\t".join(key)


def key_of(text: str) -> Key:
    """Return the key that a line of text stands for."""
    return tuple(text.split("\t"))


class Digest(str):
    """An answer that is a digest itself: that of a record, of which there are thousands to ask. It is its own."""

    __slots__ = ()


def digest_of(value: object) -> str:
    """Return the digest of a value by its `repr`.

    Values are frozen structs and dataclasses, tuples, maps, numbers, texts and dates, whose `repr` says all they hold.
    Values whose `repr` holds an address of memory would never come out equal; views never answer with such.
    """
    if type(value) is Digest:
        return value
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class Frame(Struct):
    """What is noted while one question is answered, or one target made.

    `needs` has the facts that were asked, in the order of first asking; `marks` the names of what the answer drags
    along (pictures that it shows), its own and those of all that it asked.
    """

    needs: dict[Key, None] = field(default_factory=dict)
    marks: set[str] = field(default_factory=set)


class Answered(Struct, frozen=True):
    """A fact as it travels or is kept: digest, needs and marks, and the value where it is a text worth keeping."""

    digest: str
    needs: tuple[Key, ...]
    marks: frozenset[str]
    text: str | None = None


#: What was made once, and what whoever shows it needs and drags along.
_Piece = tuple[object, dict[Key, None], frozenset[str]]


class Past(Protocol):
    """What is known from before of facts that have not changed since."""

    def digest(self, key: Key) -> str | None:
        """Return the digest of a fact that is still true, or None."""

    def kept(self, key: Key) -> Answered | None:
        """Return a fact that is still true with its text, or None where no text was kept."""

    def knows(self, key: Key) -> bool:
        """Tell whether a fact is known that is still true."""

    def stays(self, key: Key) -> bool:
        """Tell whether all that is known of a fact is still true, with what it needed: nothing of it is news."""


class Facts:
    """Answers of one state of the catalogue: each question is looked up once, each digest made once.

    `worth_keeping` names the questions whose answers are texts that large files are made of by the thousand: they are
    kept between builds, so that a change of one does not ask for all. `private` names those that one target alone asks.
    """

    def __init__(
        self,
        answer: Callable[[Key], object],
        worth_keeping: frozenset[str] = frozenset(),
        past: Past | None = None,
        private: frozenset[str] = frozenset(),
    ) -> None:
        self._answer = answer
        self._worth_keeping = worth_keeping
        self._private = private
        self._let_go: list[Key] = []
        self.past = past
        self._values: dict[Key, object] = {}
        self._digests: dict[Key, str] = {}
        self._needs: dict[Key, tuple[Key, ...]] = {}
        self._marks: dict[Key, frozenset[str]] = {}
        self._pieces: dict[object, _Piece] = {}
        self._frames: list[Frame] = []
        self._asking: list[Key] = []
        #: Which question to ask again for what a mark names.
        self.owners: dict[str, Key] = {}

    def value(self, key: Key) -> object:
        """Return the answer to a question, and note that whoever is at work asked it."""
        frames = self._frames
        if frames:
            frames[-1].needs[key] = None
        try:
            value = self._values[key]
        except KeyError:
            value = self._look_up(key)
        if frames and key in self._marks:
            frames[-1].marks |= self._marks[key]
        return value

    def _look_up(self, key: Key) -> object:
        if key[0] in self._worth_keeping and self.past is not None:
            kept = self.past.kept(key)
            if kept is not None:
                # It stays in the memory as it is: nothing of it has to be noted again.
                self._values[key], self._digests[key] = kept.text, kept.digest
                if kept.marks:
                    self._marks[key] = kept.marks
                return kept.text
        return self._ask(key)

    def _ask(self, key: Key) -> object:
        if key[0] in self._private:
            self._let_go.append(key)
        # What `noting` does, written out: this is done a hundred thousand times.
        frame = Frame()
        self._asking.append(key)
        self._frames.append(frame)
        try:
            value = self._values[key] = self._answer(key)
        finally:
            self._frames.pop()
            self._needs[key] = tuple(frame.needs)
            if frame.marks:
                self._marks[key] = frozenset(frame.marks)
            self._asking.pop()
        return value

    def piece(self, name: Hashable, make: Callable[[], T]) -> T:
        """Return what is made once for all who show it; a piece is no fact: whoever shows it needs what it needed."""
        if name not in self._pieces:
            self._pieces[name] = self._noted(make)
        return cast("T", self._shown(self._pieces[name]))

    def later(self, make: Callable[[], object]) -> Callable[[], object]:
        """Return a function that makes a value when it is asked first; whoever asks needs what the value needed."""
        known: _Piece | None = None
        told: Frame | None = None

        def get() -> object:
            nonlocal known, told
            if known is None:
                known = self._noted(make)
            # A template asks for the same value many times in a row.
            if self._frames and told is not self._frames[-1]:
                told = self._frames[-1]
                self._shown(known)
            return known[0]

        return get

    def _noted(self, make: Callable[[], object]) -> _Piece:
        with self.noting() as frame:
            made = make()
        return made, frame.needs, frozenset(frame.marks)

    def _shown(self, piece: _Piece) -> object:
        value, needs, marks = piece
        if self._frames:
            self._frames[-1].needs.update(needs)
            if marks:
                self._frames[-1].marks |= marks
        return value

    def digest(self, key: Key) -> str:
        """Return the digest of the answer; that its subject is not there is an answer, too."""
        try:
            return self._digests[key]
        except KeyError:
            pass
        known = self.past.digest(key) if self.past is not None and key not in self._values else None
        if known is not None:
            return known
        return self.digest_now(key)

    def noted_digest(self, key: Key) -> str:
        """Return the digest of an answer, and note that whoever is at work depends on it."""
        digest = self.digest(key)
        if self._frames:
            self._frames[-1].needs[key] = None
            self._frames[-1].marks |= self._marks.get(key, frozenset())
        return digest

    def digest_now(self, key: Key) -> str:
        """Return the digest of the answer of now, whatever is known from before."""
        try:
            digest = digest_of(self.value(key))
        except LookupError:
            digest = GONE
        self._digests[key] = digest
        return digest

    def digest_at_judgement(self, key: Key) -> str:
        """Return the digest of the answer of now; a question that can no longer be answered differs from all before.

        Nobody may ask it any more (the card of a pin that is gone). If somebody does, it fails again, where it is told.
        """
        try:
            return self.digest_now(key)
        except Exception:
            return BROKEN

    def answer_again(self, key: Key) -> None:
        """Ask a question once more, for what its answer drags along; a text that was kept drags nothing."""
        self._values.pop(key, None)
        self._ask(key)

    def is_news(self, key: Key) -> bool:
        """Tell whether nothing that is still true is known of a question."""
        return self.past is None or not self.past.knows(key)

    def mark(self, name: str) -> None:
        """Note that the answer under way drags something along."""
        if self._frames:
            self._frames[-1].marks.add(name)
        if self._asking:
            self.owners.setdefault(name, self._asking[-1])

    @property
    def is_noting(self) -> bool:
        """Tell whether somebody is at work whose questions are noted."""
        return bool(self._frames)

    @contextmanager
    def noting(self) -> Iterator[Frame]:
        """Collect what is asked within the block."""
        frame = Frame()
        self._frames.append(frame)
        try:
            yield frame
        finally:
            self._frames.pop()

    def let_go(self) -> None:
        """Let go of the private answers, of which the digests of news stay; asked again, they are looked up again."""
        for key in self._let_go:
            if key in self._values:
                if not self._stays(key):
                    self.digest(key)
                del self._values[key]
        self._let_go.clear()

    def forget(self, keys: Iterable[Key], doubtful: Callable[[Key], bool]) -> None:
        """Forget some answers, and all that came from them; `doubtful` tells it of those that the past gave."""
        gone = {*keys, *(key for key in self._values if key not in self._needs and doubtful(key))}
        # What an answer needed was noted before the answer was, so that one walk finds all.
        for key, needs in self._needs.items():
            if not gone.isdisjoint(needs):
                gone.add(key)
        for name in [name for name, (_, needs, _) in self._pieces.items() if not gone.isdisjoint(needs)]:
            del self._pieces[name]
        for key in gone:
            for store in (self._values, self._digests, self._needs, self._marks):
                store.pop(key, None)

    # ── travelling between processes and builds ──────────────────────────────────────────────────────

    @property
    def keys(self) -> frozenset[Key]:
        """Return all that was looked up."""
        return frozenset(self._needs)

    def answered(self, but: frozenset[Key] = frozenset()) -> Iterator[tuple[Key, Answered]]:
        """Walk all that was looked up and is news, with its digest, but for what is known already."""
        # A list: to digest an answer can mean to ask for it, and so for others.
        for key in [key for key in self._needs if key not in but]:
            if not self._stays(key):
                yield key, self._answered(key)

    def _stays(self, key: Key) -> bool:
        return self.past is not None and self.past.stays(key)

    def _answered(self, key: Key) -> Answered:
        text = self._values.get(key) if key[0] in self._worth_keeping else None
        return Answered(
            self._digests.get(key) or self.digest_at_judgement(key),
            self._needs[key],
            self._marks.get(key, frozenset()),
            text if isinstance(text, str) else None,
        )

    def take(self, answered: Mapping[Key, Answered]) -> None:
        """Learn what another process found out: the texts of facts, so that nobody asks for them again."""
        for key, one in answered.items():
            if one.text is not None and key not in self._values:
                self._take(key, one)

    def _take(self, key: Key, one: Answered) -> None:
        self._values[key], self._digests[key] = one.text, one.digest
        self._needs[key] = one.needs
        if one.marks:
            self._marks[key] = one.marks

    @property
    def asked(self) -> int:
        """Count the distinct questions asked so far."""
        return len(self._values)
