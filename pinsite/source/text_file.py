"""A text file of the catalogue: decoded, with what must not be in it replaced and reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from pinsite.diagnostics import Place, Problems
from pinsite.diagnostics.codes import CODES

# Everything that neither YAML nor HTML may hold, save tab and line ends, and what YAML would take for a line
# end where no editor shows one: U+0085, U+2028, U+2029.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class TextFile(Struct, frozen=True, dict=True):
    """The text of one file by its path in the catalogue; `\\n` ends each line."""

    path: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """Return the lines, without their ends."""
        return self.text.split("\n")

    def line(self, number: int) -> str | None:
        """Return a line by its number, counted from 1."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else None

    def find(self, wanted: str, first: int, last: int, skip: int = 0) -> Place | None:
        """Return the place of a stretch between two lines, after `skip` others of the same words."""
        for number in range(max(1, first), min(last, len(self.lines)) + 1):
            line = self.lines[number - 1]
            here = line.count(wanted)
            if skip < here:
                column = _nth(line, wanted, skip)
                return Place(self.path, number, column + 1, len(wanted))
            skip -= here
        return None


def _nth(line: str, wanted: str, skip: int) -> int:
    column = line.find(wanted)
    for _ in range(skip):
        column = line.find(wanted, column + len(wanted))
    return column


def read_text_file(root: Path, path: str, problems: Problems) -> TextFile | None:
    """Read a file; None (and a problem) where it is not UTF-8."""
    with open(f"{root}/{path}", "rb", buffering=0) as opened:  # noqa: PTH123 - a Path costs more than the call
        content = opened.read()
    return decode_text(path, content, problems)


def decode_text(path: str, content: bytes, problems: Problems) -> TextFile | None:
    """Read the bytes of a file; None (and a problem) where they are not UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _plain_ends(content[: error.start].decode("utf-8-sig", "replace"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        problems.add(CODES["YML001"], Place(path, line, column), "this is not UTF-8", _encoding_help(content))
        return None
    if _is_utf16(content):
        problems.add(CODES["YML001"], Place(path, 1, 1), "this is not UTF-8", _encoding_help(content))
        return None
    return TextFile(path, without_controls(_plain_ends(text), path, problems))


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding_help(content: bytes) -> str:
    if _is_utf16(content):
        return "it looks like UTF-16; save it as UTF-8"
    return "save the file with the encoding UTF-8"


def _is_utf16(content: bytes) -> bool:
    """Tell whether a file begins like UTF-16, or has as many zeros as Latin letters have there."""
    return content[:2] in (b"\xff\xfe", b"\xfe\xff") or content.count(0) * 4 > len(content)


def is_clean(text: str) -> bool:
    """Tell whether a text holds no control character; in most files every character but line ends can be printed."""
    return text.replace("\n", "").isprintable() or not CONTROL.search(text)


def without_controls(text: str, path: str, problems: Problems) -> str:
    """Replace control characters by spaces, so that places stay right, and report each."""
    if is_clean(text):
        return text
    for match in CONTROL.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        problems.add(
            CODES["YML005"],
            Place(path, line, column),
            f"control character {name_of(match[0])}",
            meant_by(match[0]),
        )
    return CONTROL.sub(" ", text)


def name_of(character: str) -> str:
    """Return the name of a control character, like `U+0092`."""
    return f"U+{ord(character):04X}"


def meant_by(character: str) -> str:
    """Return the help that names the Windows-1252 character that was probably meant."""
    try:
        meant = bytes([ord(character)]).decode("cp1252") if 0x80 <= ord(character) <= 0x9F else ""
    except UnicodeDecodeError:
        meant = ""
    if character in "\u2028\u2029":
        return "begin a new line instead; this one is seen by some programs only"
    return f"probably `{meant}` was meant; type it again" if meant else "remove it; it cannot be seen"


class Files(Mapping[str, TextFile]):
    """The texts of a catalogue by path; each is read when somebody asks for it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read: dict[str, TextFile | None] = {}

    def keep(self, file: TextFile) -> None:
        """Take in a file that was read already."""
        self._read[file.path] = file

    def know(self, paths: Iterable[str]) -> None:
        """Take in files that can be read."""
        self._read |= dict.fromkeys(paths)

    def __getitem__(self, path: str) -> TextFile:
        file = self._read[path]
        if file is None:
            file = read_text_file(self._root, path, Problems())
            file = self._read[path] = file or TextFile(path, "")
        return file

    def __contains__(self, path: object) -> bool:
        return path in self._read

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)
