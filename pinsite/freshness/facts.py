"""Facts: questions with answers, each with a digest, and the note of what asked what.

A fact is a key (`card moon-moth en`) and the value that one function gives for it. The same function answers
the template that is written now and the judge that asks later, so that the two cannot drift apart. Absence is
an answer too: a function returns None for what is not there, and None has a digest like any other value.

Whoever asks while a question is being answered, or a target made, leaves a note in the frame on top: so the
needs of a fact (the facts and sources that its answer came from) are known without anybody having to list them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
        self._needs: dict[Key, tuple[Key, ...]] = {}
        self._frames: list[dict[Key, None]] = []

    def value(self, key: Key) -> object:
        """Return the answer to a question, and note that whoever is at work asked it."""
        if self._frames:
            self._frames[-1][key] = None
        try:
            return self._values[key]
        except KeyError:
            pass
        with self.noting() as needs:
            try:
                value = self._values[key] = self._answer(key)
            finally:
                self._needs[key] = tuple(needs)
        return value

    def digest(self, key: Key) -> str:
        """Return the digest of the answer; that its subject is not there is an answer, too."""
        try:
            return self._digests[key]
        except KeyError:
            pass
        try:
            digest = digest_of(self.value(key))
        except LookupError:
            digest = GONE
        self._digests[key] = digest
        return digest

    def needs(self, key: Key) -> tuple[Key, ...]:
        """Return what an answer came from; empty where it was never asked for."""
        return self._needs.get(key, ())

    @contextmanager
    def noting(self) -> Iterator[dict[Key, None]]:
        """Collect what is asked within the block, in the order of first asking."""
        frame: dict[Key, None] = {}
        self._frames.append(frame)
        try:
            yield frame
        finally:
            self._frames.pop()

    @property
    def asked(self) -> int:
        """Count the distinct questions asked so far."""
        return len(self._values)


#: The digest of a question whose subject does not exist.
GONE = "gone"
