"""Facts and targets as the memory has them: a number for each, and rows of plain values.

A fact or target is a number of 63 bits: the hash of its key or path. Two alike among a million are a chance of one in
ten million; they would make a build do too much or too little, once.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from hashlib import blake2b

from msgspec import Struct

from pinsite.freshness.facts import Answered, Key, key_text
from pinsite.freshness.judge import Number, Remembered


def _number(text: str) -> Number:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def number_of(key: Key) -> Number:
    """Return the number of a fact."""
    return _number("\t".join(key))


def target_number(path: str) -> Number:
    """Return the number of a target."""
    return _number(f"\n{path}")


class Numbers(dict[Key, Number]):
    """The numbers of facts, each worked out once."""

    def __missing__(self, key: Key) -> Number:
        number = self[key] = number_of(key)
        return number

    def packed(self, keys: Iterable[Key]) -> bytes:
        """Return the numbers of some facts, in their order."""
        return array("q", map(self.__getitem__, keys)).tobytes()


class Done(Struct, frozen=True):
    """A target as it was made: what is remembered of it, the numbers of what it read, what it drags
    along, and its stretches.
    """

    remembered: Remembered
    reads: bytes = b""
    marks: frozenset[str] = frozenset()
    stretches: str = ""


#: A fact as the database has it: number, key, digest, numbers of its needs, marks, and the text if it is kept.
Row = tuple[Number, "str | bytes", str, bytes, "str | bytes", "str | bytes | None"]


def fact_rows(answered: Iterable[tuple[Key, Answered]], numbers: Numbers) -> dict[Number, Row]:
    """Return facts as the database has them: so they travel between processes, and are kept."""
    return {
        (number := numbers[key]): (
            number,
            utf8(key_text(key)),
            fact.digest,
            numbers.packed(fact.needs),
            utf8(listed(fact.marks)),
            None if fact.text is None else utf8(fact.text),
        )
        for key, fact in answered
    }


def question_of(row: Row) -> str:
    """Return the question of a fact: the first word of its key."""
    return stored_text(row[1]).partition("\t")[0]


def unpacked(blob: bytes | None) -> array[int]:
    """Return the numbers in a blob."""
    numbers = array("q")
    numbers.frombytes(blob or b"")
    return numbers


def unlisted(stored: str | bytes) -> list[str]:
    """Return the marks that one text lists."""
    return [mark for mark in stored_text(stored).split("\n") if mark]


def listed(marks: Iterable[str]) -> str:
    """Return marks as one text."""
    return "\n".join(sorted(marks))


def target_row(number: Number, path: str, done: Done) -> tuple[object, ...]:
    """Return what all builds ask of a target, as the database has it."""
    known = done.remembered
    return number, utf8(path), utf8(known.recipe), known.digest, *known.written


def made_row(number: Number, done: Done) -> tuple[object, ...]:
    """Return what went into a target, as the database has it; a build asks for few of them, and most are long."""
    return number, done.reads, utf8(listed(done.marks)), done.stretches


def utf8(text: str) -> str | bytes:
    """Return a text as the database can hold it; one that is no valid Unicode goes as bytes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def stored_text(stored: str | bytes) -> str:
    """Return what the database holds of a text."""
    return stored if isinstance(stored, str) else stored.decode("utf-8", "surrogatepass")
