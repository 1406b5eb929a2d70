"""Which files of the catalogue folder hold records, and under which ids."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from pinsite.catalogue import is_id, slugify
from pinsite.diagnostics import Place, Problems
from pinsite.diagnostics.codes import CODES

_YAML = (".yaml", ".yml")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".gif", ".heic", ".svg")


class RecordFile(Struct, frozen=True):
    """A file that holds a record: its kind (pin, series, story, page), id, path and folder of pictures."""

    kind: str
    id: str
    path: str
    folder: str


def record_files(paths: Iterable[str], problems: Problems) -> list[RecordFile]:
    """Return the records of a catalogue, sorted by path; what nothing reads is reported."""
    every = sorted(paths)
    found: dict[tuple[str, str], RecordFile] = {}
    for path in every:
        record = _record(path, problems)
        if record is None:
            continue
        first = found.setdefault((record.kind, record.id), record)
        if first is not record:
            problems.add(
                CODES["REF004"], Place(path), f"`{record.id}` is described in {first.path} too", "keep one"
            )
        elif not is_id(record.id):
            _bad_id(record, problems)
    _report_folders_without_pin(every, found, problems)
    return list(found.values())


def _record(path: str, problems: Problems) -> RecordFile | None:
    section, _, rest = path.partition("/")
    if section in ("pins", "series") and rest:
        return _yaml_record(section, rest, path, problems)
    if section in ("stories", "pages") and rest:
        stem, dot, ending = rest.rpartition(".")
        if dot and ending == "md" and "/" not in rest:
            return RecordFile("story" if section == "stories" else "page", stem, path, section)
        if not rest.lower().endswith(_PICTURES):
            _unread(path, "stories and pages are files that end in `.md`", problems)
    return None


def _yaml_record(section: str, rest: str, path: str, problems: Problems) -> RecordFile | None:
    kind = "pin" if section == "pins" else "series"
    parts = rest.split("/")
    stem, dot, ending = parts[-1].rpartition(".")
    is_yaml = bool(dot) and f".{ending}" in _YAML
    if len(parts) == 1 and is_yaml:
        return RecordFile(kind, stem, path, section)
    if len(parts) == 2 and is_yaml and stem == kind:
        return RecordFile(kind, parts[0], path, f"{section}/{parts[0]}")
    if not rest.lower().endswith(_PICTURES):
        own = "`pins/<id>.yaml` or `pins/<id>/pin.yaml`" if kind == "pin" else "`series/<id>.yaml`"
        _unread(path, f"a {kind} is a file {own}", problems)
    return None


def _unread(path: str, help: str, problems: Problems) -> None:
    problems.add(CODES["REF009"], Place(path), "nothing reads this file", help)


def _bad_id(record: RecordFile, problems: Problems) -> None:
    problems.add(
        CODES["REF003"],
        Place(record.path),
        f"`{record.id}` is not an id",
        f"rename it to `{slugify(record.id)}`: lower-case words joined by `-`",
    )


def _report_folders_without_pin(
    paths: list[str], found: dict[tuple[str, str], RecordFile], problems: Problems
) -> None:
    folders = {path.split("/")[1] for path in paths if path.startswith("pins/") and path.count("/") > 1}
    for folder in sorted(folders):
        if ("pin", folder) not in found:
            problems.add(
                CODES["REF009"],
                Place(f"pins/{folder}"),
                "this folder has no `pin.yaml`",
                "add one with at least a `title`",
            )
