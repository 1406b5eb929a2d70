"""Who is written to which path: two files cannot have one path, nor can one be where another's folder is."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.diagnostics import Place, Problems
from pinsite.diagnostics.codes import CODES
from pinsite.files import folders_of, safe_site_path


class Claims:
    """The paths of the site that are taken, and by whom; to many file systems `A` and `a` are the same."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        #: Folders that are taken and in which nothing was in the way of anything.
        self._clear: set[str] = set()

    def take(self, path: str, origin: str, place: Place, help: str) -> bool:
        """Take a path for `origin`; where that cannot be, report it and return False."""
        folded = path.casefold()
        above = folded.rpartition("/")[0]
        folders = () if above in self._clear else folders_of(folded)
        other = self._files.get(folded) or self._folders.get(folded) or self._file_above(folders)
        why = safe_site_path(path)
        if why:
            self._problems.add(CODES["PIN032"], place, f"{origin} would be written to `{path}`: {why}")
        elif other:
            self._problems.add(
                CODES["REF005"], place, _sentence(other, origin, path, folded in self._files), help
            )
        self._files.setdefault(folded, origin)
        for folder in folders:
            self._folders.setdefault(folder, origin)
        if other:
            self._clear = set()
        elif folders:
            self._clear.add(above)
        return not why and not other

    def _file_above(self, folders: Iterable[str]) -> str | None:
        return next((self._files[folder] for folder in folders if folder in self._files), None)


def _sentence(other: str, origin: str, path: str, same: bool) -> str:
    return (
        f"{other} and {origin} would both be `{path}`"
        if same
        else f"`{path}` of {origin} is in the way of {other}"
    )
