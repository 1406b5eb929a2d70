"""Facts: questions with answers, each with a digest, and the recorder that notes which were asked.

A fact is a key (`card moon-moth en`) and the value that one function gives for it. The same function answers
the template that is written now and the judge that asks later, so that the two cannot drift apart. Absence is
an answer too: a function returns None for what is not there, and None has a digest like any other value.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

#: The words of a question, from the general to the particular; no word holds a tab or line break.
Key = tuple[str, ...]


def key_text(key: Key) -> str:
    """Return a key as one line of text."""
    return "\t".join(key)


def key_of(text: str) -> Key:
    """Return the key that a line of text stands for."""
    return tuple(text.split("\t"))


def digest_of(value: object) -> str:
    """Return the digest of a value by its `repr`.

    Values are frozen dataclasses, tuples, maps, numbers, texts and dates, whose `repr` says all they hold.
    Values whose `repr` holds an address of memory would never come out equal; views never answer with such.
    """
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class Facts:
    """Answers of one state of the catalogue: each question is looked up once, each digest made once."""

    def __init__(self, answer: Callable[[Key], object]) -> None:
        self._answer = answer
        self._values: dict[Key, object] = {}
        self._digests: dict[Key, str] = {}

    def value(self, key: Key) -> object:
        """Return the answer to a question."""
        try:
            return self._values[key]
        except KeyError:
            value = self._values[key] = self._answer(key)
            return value

    def digest(self, key: Key) -> str:
        """Return the digest of the answer."""
        try:
            return self._digests[key]
        except KeyError:
            digest = self._digests[key] = digest_of(self.value(key))
            return digest

    @property
    def asked(self) -> int:
        """Count the distinct questions asked so far."""
        return len(self._values)


class Recorder:
    """Notes which facts one target reads, in the order of first reading."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._read: dict[Key, None] = {}

    def ask(self, key: Key) -> object:
        """Return the answer, and remember that it was read."""
        self._read[key] = None
        return self._facts.value(key)

    @property
    def read(self) -> tuple[Key, ...]:
        """Return what was read."""
        return tuple(self._read)
