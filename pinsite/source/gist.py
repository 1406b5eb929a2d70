"""What one file says, as plain data: enough to order, link and check a catalogue, and to keep between builds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from pinsite.catalogue import Outline
from pinsite.diagnostics import Place, Problem, Problems
from pinsite.diagnostics.codes import CODES
from pinsite.files import digest_bytes

#: Code, line, column, length, message and help of a problem in the file itself.
ProblemLine = Sequence[object]


class Named(Struct, frozen=True, array_like=True):
    """Something that a record names: `what` it is (`pin`, `story` …, `{pin` …, `picture`), and where that stands.

    `location` leads to the value; with `start` a stretch of that text is meant, without a location of the body.
    """

    what: str
    name: str
    location: Sequence[str | int] = ()
    start: int = -1
    length: int = 0


class Gist(Struct, frozen=True, array_like=True):
    """What reading a file by itself gives. Without `outline` it could not be read at all.

    `problems` are in the file whatever the others say; `missing` is missed only once the record is finished, and
    `broken` are the promises that its editions break without any row of the ledger.
    """

    outline: Outline | None = None
    whole: bool = False
    digest: str = ""
    head: int = 1
    ids: Sequence[Named] = ()
    pictures: Sequence[Named] = ()
    problems: Sequence[ProblemLine] = ()
    missing: Sequence[ProblemLine] = ()
    broken: Sequence[ProblemLine] = ()
    is_text: bool = False

    @property
    def can_be_kept(self) -> bool:
        """Tell whether nothing in the file stops publishing; what does is looked for anew each time."""
        lines = (*self.problems, *self.broken)
        return self.whole and not any(CODES[str(line[0])].severity == "error" for line in lines)


def lines_of(problems: Problems) -> list[ProblemLine]:
    """Return problems of one file as plain data."""
    return [
        [one.code.id, one.place.line, one.place.column, one.place.length, one.message, one.help]
        for one in problems
    ]


def problems_of(path: str, lines: Iterable[ProblemLine]) -> Iterator[Problem]:
    """Return problems of one file from plain data."""
    for id, line, column, length, message, help in lines:
        code = CODES[str(id)]
        place = Place(path, line, column, length)  # type: ignore[arg-type]
        yield Problem(code, place, str(message), str(help), code.severity)


#: Returns plain data, and gists, as compact JSON, in which there are neither tabs nor line ends.
packed = msgspec.json.encode

_GISTS = msgspec.json.Decoder(list[Gist])


def gists_of(rows: Iterable[bytes]) -> list[Gist]:
    """Return what was packed of some gists; a `ValueError` where it is none."""
    return _GISTS.decode(b"[" + b",".join(rows) + b"]")


def digest_of(tree: dict[str, object], beside: Sequence[str], languages: Sequence[str]) -> str:
    """Return the digest of what a record says: the same for keys in another order, where their order says nothing."""
    said = frozenset(languages)
    return digest_bytes(packed([_canonical(tree, said, True), beside]))


def _canonical(value: object, languages: frozenset[str], is_record: bool = False) -> object:
    if isinstance(value, list):
        return [one if isinstance(one, str) else _canonical(one, languages) for one in value]
    if not isinstance(value, dict):
        return value
    keys = list(value)
    # The order of an author's own keys, of proofs, and of the languages of a text can be seen on a page.
    if is_record or not languages.issuperset(keys):
        keys.sort(key=_own_keys_first)
    return [
        [key, one if isinstance(one := value[key], str) or _is_ordered(key) else _canonical(one, languages)]
        for key in keys
    ]


def _own_keys_first(key: str) -> str:
    return "" if key.startswith("x_") else f" {key}"


def _is_ordered(key: str) -> bool:
    return key == "proofs" or key.startswith("x_")
