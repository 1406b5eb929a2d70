"""Who is written to which path: two files cannot have one path, nor can one be where another's folder is."""

from __future__ import annotations

from pinsite.diagnostics import Place, Problems
from pinsite.diagnostics.codes import CODES
from pinsite.files import folders_of, safe_site_path


class Claims:
    """The paths of the site that are taken, and by whom; to many file systems `A` and `a` are the same."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}

    def take(self, path: str, origin: str, place: Place, help: str) -> bool:
        """Take a path for `origin`; where that cannot be, report it and return False."""
        folded = path.casefold()
        folders = folders_of(folded)
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
        return not why and not other

    def _file_above(self, folders: list[str]) -> str | None:
        return next((self._files[folder] for folder in folders if folder in self._files), None)


def _sentence(other: str, origin: str, path: str, same: bool) -> str:
    return (
        f"{other} and {origin} would both be `{path}`"
        if same
        else f"`{path}` of {origin} is in the way of {other}"
    )
