"""What is remembered between builds: who needed what, and how it came out.

Why a database: a catalogue of 10,000 pins has some 200,000 facts, of which an edit touches ten; reading all of them
would cost more than the edit. Why SQLite: it comes with Python, looks up a row in microseconds, and either keeps a
build whole or not at all. It holds texts and numbers only, so it does no harm when it comes from somebody else.
Memory that is lost, damaged or written by another version is simply empty: that costs a full build, never truth.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from contextlib import closing
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from pinsite.freshness.facts import Answered, Key, key_of, key_text
from pinsite.freshness.judge import Changes, Number, Remembered
from pinsite.freshness.memory_file import is_complete
from pinsite.freshness.rows import (
    Done,
    Row,
    made_row,
    number_of,
    question_of,
    stored_text,
    target_number,
    target_row,
    unlisted,
    unpacked,
    utf8,
)
from pinsite.freshness.stretches import Stretch, standing

#: What is raised, anywhere, where the file of a memory turns out to be damaged, or cannot be written.
MemoryDamaged = sqlite3.DatabaseError

_FORM = 6
#: So many questions one by one take as long as all answers at once do in a large catalogue.
_MANY = 1000
#: And so many as the numbers of all facts do: a page has some thirty.
_VERY_MANY = 20_000
_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE fact (number INTEGER PRIMARY KEY, key TEXT, digest TEXT, needs BLOB, marks TEXT);
CREATE TABLE source (number INTEGER PRIMARY KEY, question TEXT);
CREATE TABLE whole (question TEXT PRIMARY KEY, digest TEXT) WITHOUT ROWID;
CREATE TABLE kept (number INTEGER PRIMARY KEY, question TEXT, digest TEXT, marks TEXT, value TEXT);
CREATE TABLE target (number INTEGER PRIMARY KEY, path TEXT, recipe TEXT, digest TEXT, size INTEGER, mtime INTEGER);
CREATE TABLE made (number INTEGER PRIMARY KEY, reads BLOB, marks TEXT, stretches TEXT);
CREATE TABLE used (number INTEGER PRIMARY KEY, users BLOB);
CREATE TABLE owner (mark TEXT PRIMARY KEY, key TEXT) WITHOUT ROWID;
"""


class Memory:
    """The memory of one output; empty where there is none that can be used."""

    def __init__(self, path: Path, recipe: str, *, with_targets: bool = True) -> None:
        self._path = path
        self._recipe = recipe
        self._database: sqlite3.Connection | None = None
        self._changed: Changes | None = None
        self._doubtful: Container[Number] | None = None
        self._asked: Counter[str] = Counter()
        self._asked_of = 0
        self._texts: dict[str, dict[Number, tuple[Any, ...]]] = {}
        self.targets: dict[str, Remembered] = {}
        try:
            self._database = self._open()
            self.targets = self._targets() if with_targets else {}
        except (sqlite3.Error, ValueError, TypeError, OSError):
            self.forget()

    def _open(self) -> sqlite3.Connection | None:
        if not self._path.exists() or not is_complete(self._path):
            return None
        database = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        found = dict(database.execute("SELECT name, value FROM about"))
        if found != {"form": str(_FORM), "recipe": self._recipe}:
            database.close()
            return None
        return database

    def _targets(self) -> dict[str, Remembered]:
        if self._database is None:
            return {}
        rows = self._database.execute("SELECT path, recipe, digest, size, mtime FROM target")
        return {
            stored_text(path): Remembered(stored_text(recipe), digest, (size, mtime))
            for path, recipe, digest, size, mtime in rows
        }

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is remembered."""
        return self._database is None

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def reopen(self) -> None:
        """Open the file again, in a process of its own: a connection cannot be shared with a forked one."""
        if self._database is not None:
            self._database = self._open()

    def forget(self) -> None:
        """Be empty."""
        self.close()
        self.targets = {}

    # ── asking ───────────────────────────────────────────────────────────────────────────────────────

    def wholes(self) -> Mapping[str, str]:
        """Return the digest of all answers to a question together, where each of them is remembered as it then was."""
        rows = self._database.execute("SELECT question, digest FROM whole") if self._database else ()
        return dict(rows)

    def sources(self, but: Collection[str] = ()) -> Iterator[tuple[Number, Key, str]]:
        """Return every fact that needs no other, with its digest, but for the answers to some questions."""
        if self._database is not None:
            question = "SELECT number, key, digest FROM source JOIN fact USING (number) WHERE question NOT IN"
            rows = self._database.execute(f"{question} ({','.join('?' * len(but))})", tuple(but))
            for number, text, digest in rows.fetchall():
                yield number, key_of(stored_text(text)), digest

    def users(self, number: Number) -> Iterable[Number]:
        """Return the facts and targets that a fact was needed for; some may need it no more."""
        row = self._row("SELECT users FROM used WHERE number = ?", number)
        return unpacked(row[0]) if row else ()

    def fact(self, number: Number) -> tuple[Key, str] | None:
        """Return a fact and its digest; None for a number that is none (a target's)."""
        row = self._row("SELECT key, digest FROM fact WHERE number = ?", number)
        return (key_of(stored_text(row[0])), row[1]) if row else None

    def reads(self, path: str) -> Iterable[Number]:
        """Return the facts that a target read, in the order in which it read them."""
        row = self._row("SELECT reads FROM made WHERE number = ?", target_number(path))
        return unpacked(row[0]) if row else ()

    def standing(self, path: str) -> dict[str, Stretch]:
        """Return the stretches of a target that need nothing of what has changed."""
        row = self._row("SELECT stretches, reads, marks FROM made WHERE number = ?", target_number(path))
        if self._changed is None or row is None or not row[0]:
            return {}
        return standing(row[0], unpacked(row[1]), unlisted(row[2]), self._changed.facts)

    def needs(self, number: Number) -> Iterable[Number]:
        """Return the facts that a fact needed."""
        row = self._row("SELECT needs FROM fact WHERE number = ?", number)
        return unpacked(row[0]) if row else ()

    def marks_of_targets(self) -> dict[str, tuple[str, ...]]:
        """Return what each target drags along, where it does."""
        if self._database is None:
            return {}
        rows = self._database.execute(
            "SELECT path, marks FROM made JOIN target USING (number) WHERE marks != ''"
        )
        return {stored_text(path): tuple(unlisted(marks)) for path, marks in rows}

    def marks(self, key: Key) -> frozenset[str]:
        """Return what a fact dragged along when it was asked last."""
        row = self._row("SELECT marks FROM fact WHERE number = ?", number_of(key))
        return frozenset(unlisted(row[0])) if row else frozenset()

    def owners(self) -> dict[str, Key]:
        """Return the question to ask again for what each mark names."""
        if self._database is None:
            return {}
        rows = self._database.execute("SELECT mark, key FROM owner")
        return {stored_text(mark): key_of(stored_text(text)) for mark, text in rows}

    def _row(self, question: str, number: Number) -> tuple[Any, ...] | None:
        if self._database is None:
            return None
        row: tuple[Any, ...] | None = self._database.execute(question, (number,)).fetchone()
        return row

    # ── what has not changed ─────────────────────────────────────────────────────────────────────────

    def suspect(self, doubtful: Container[Number]) -> None:
        """Believe all facts but these, which may have changed."""
        self._doubtful = doubtful

    def believe(self, changes: Changes) -> None:
        """Take note of what has changed; all other facts are as true as they were."""
        self._changed = changes
        self.suspect(changes.facts)

    def differs(self, path: str) -> Key | None:
        """Return the first fact that a target read and that differs now."""
        changes = self._changed
        if changes is None or not changes.facts or target_number(path) not in changes.reached:
            return None
        first = next((one for one in self.reads(path) if one in changes.facts), None)
        return changes.facts[self._nearest_cause(first, changes)] if first is not None else None

    def _nearest_cause(self, number: Number, changes: Changes) -> Number:
        """Follow a changed fact down to the one that people know it by: a card, not the part of a page."""
        for need in self.needs(number):
            if need in changes.facts and not changes.facts[need][0].startswith("="):
                return self._nearest_cause(need, changes)
        return number

    def digest(self, key: Key) -> str | None:
        """Return the digest of a fact that is still true, or None."""
        number = self._believed(key)
        row = self._row("SELECT digest FROM fact WHERE number = ?", number) if number is not None else None
        return str(row[0]) if row else None

    def _believed(self, key: Key) -> Number | None:
        """Return the number of a fact, or None where it may have changed."""
        number = number_of(key)
        return None if self._doubtful is None or number in self._doubtful else number

    def kept(self, key: Key) -> Answered | None:
        """Return a fact that is still true with its text (but not its needs), or None where no text was kept."""
        number = self._believed(key)
        row = self._text(key, number) if number is not None else None
        if row is None:
            return None
        digest, marks, text, _ = row
        return Answered(digest, (), frozenset(unlisted(marks)), stored_text(text))

    def _text(self, key: Key, number: Number) -> tuple[Any, ...] | None:
        """Look a text up; who asks a question for many is given all at once, which costs less than some hundreds do."""
        wanted = "SELECT digest, marks, value, number FROM kept WHERE"
        question = key[0]
        texts = self._texts.get(question)
        if texts is None and self._database is not None:
            self._asked[question] += 1
            if self._asked[question] <= _MANY:
                return self._row(f"{wanted} number = ?", number)
            rows = self._database.execute(f"{wanted} question = ?", (question,))
            texts = self._texts[question] = {row[-1]: row for row in rows}
        return texts.get(number) if texts else None

    def knows(self, key: Key) -> bool:
        """Tell whether a fact is known that is still true."""
        return self._believed(key) in self._kept_numbers or self.digest(key) is not None

    def stays(self, key: Key) -> bool:
        """Tell whether all that is known of a fact is still true: no change reached it, not even what it needed."""
        reached = self._doubtful if self._changed is None else self._changed.reached
        if reached is None:
            return False
        number = number_of(key)
        if number in reached:
            return False
        self._asked_of += 1
        if self._asked_of <= _VERY_MANY:
            return self._row("SELECT 1 FROM fact WHERE number = ?", number) is not None
        return number in self._numbers

    @cached_property
    def _numbers(self) -> frozenset[Number]:
        return self._all_of("SELECT number FROM fact")

    @cached_property
    def _kept_numbers(self) -> frozenset[Number]:
        return self._all_of("SELECT number FROM kept")

    def _all_of(self, question: str) -> frozenset[Number]:
        if self._database is None:
            return frozenset()
        return frozenset(number for (number,) in self._database.execute(question))

    # ── keeping ──────────────────────────────────────────────────────────────────────────────────────

    def keep(
        self,
        facts: Mapping[Number, Row],
        made: Mapping[str, Done],
        gone: Iterable[str],
        owners: Mapping[str, Key],
        wholes: Mapping[str, str],
    ) -> None:
        """Remember what was looked up and made, and forget the targets that are gone.

        `wholes` has the digests of all answers to a question together; each that is remembered is then one of them.

        A memory that was empty is written anew beside the old file and swapped in whole.
        """
        if self._database is not None:
            with self._database:
                self._database.execute("PRAGMA synchronous = OFF")
                self._database.execute("BEGIN")
                self._write(self._database, facts, made, owners)
                self._write_wholes(self._database, wholes)
                self._drop(self._database, gone)
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_name(f".{self._path.name}.new.part")
        for leftover in (fresh, Path(f"{fresh}-journal")):
            leftover.unlink(missing_ok=True)
        with closing(sqlite3.connect(fresh, isolation_level=None)) as database:
            database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
            database.execute("BEGIN")
            database.executemany(
                "INSERT INTO about VALUES (?, ?)", [("form", str(_FORM)), ("recipe", self._recipe)]
            )
            self._write(database, facts, made, owners)
            self._write_wholes(database, wholes)
            database.execute("COMMIT")
        fresh.replace(self._path)

    def _write(
        self,
        database: sqlite3.Connection,
        facts: Mapping[Number, Row],
        made: Mapping[str, Done],
        owners: Mapping[str, Key],
    ) -> None:
        # In the order of their numbers rows are added at the end of a table, which is several times as fast.
        rows = [facts[number] for number in sorted(facts)]
        targets = sorted((target_number(path), path) for path in made)
        users = self._new_users(rows, [(number, path, made[path].reads) for number, path in targets])
        database.executemany("INSERT OR REPLACE INTO fact VALUES (?, ?, ?, ?, ?)", (row[:5] for row in rows))
        database.executemany(
            "INSERT OR IGNORE INTO source VALUES (?, ?)",
            ((row[0], question_of(row)) for row in rows if not row[3]),
        )
        if self._database is not None:
            database.executemany("DELETE FROM source WHERE number = ?", ((row[0],) for row in rows if row[3]))
        database.executemany(
            "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)",
            ((row[0], question_of(row), row[2], row[4], row[5]) for row in rows if row[5] is not None),
        )
        database.executemany(
            "INSERT OR REPLACE INTO target VALUES (?, ?, ?, ?, ?, ?)",
            (target_row(number, path, made[path]) for number, path in targets),
        )
        database.executemany(
            "INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)",
            (made_row(number, made[path]) for number, path in targets),
        )
        database.executemany(
            "INSERT OR REPLACE INTO used VALUES (?, ?)",
            ((number, users[number].tobytes()) for number in sorted(users)),
        )
        database.executemany(
            "INSERT OR REPLACE INTO owner VALUES (?, ?)",
            ((utf8(mark), utf8(key_text(key))) for mark, key in owners.items()),
        )

    @staticmethod
    def _write_wholes(database: sqlite3.Connection, wholes: Mapping[str, str]) -> None:
        database.execute("DELETE FROM whole")
        database.executemany("INSERT INTO whole VALUES (?, ?)", wholes.items())

    def _new_users(
        self, facts: Iterable[Row], targets: Iterable[tuple[Number, str, bytes]]
    ) -> Mapping[Number, array[int]]:
        """Return the users of all facts that somebody needs now who did not need them before."""
        users: dict[Number, array[int]] = defaultdict(partial(array, "q"))
        for row in facts:
            self._add_user(users, row[0], row[3], self.needs(row[0]))
        for number, path, reads in targets:
            self._add_user(users, number, reads, self.reads(path))
        if self._database is not None:
            for number, new in users.items():
                before = unpacked(None)
                before.extend(self.users(number))
                known = set(before)
                before.extend(one for one in new if one not in known)
                users[number] = before
        return users

    @staticmethod
    def _add_user(
        users: Mapping[Number, array[int]], user: Number, packed: bytes, before: Iterable[Number]
    ) -> None:
        known = frozenset(before)
        for one in unpacked(packed):
            if one not in known:
                users[one].append(user)

    def _drop(self, database: sqlite3.Connection, gone: Iterable[str]) -> None:
        numbers = [(target_number(path),) for path in gone]
        for table in ("target", "made"):
            database.executemany(f"DELETE FROM {table} WHERE number = ?", numbers)
