"""Build, say how it went, wait for a change, build again."""

from __future__ import annotations

import dataclasses
import gc
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from msgspec.structs import replace

from pinsite.build import (
    Build,
    Listeners,
    Order,
    Report,
    Sitting,
    Superseded,
    Workshop,
    depot_of,
    prepare,
)
from pinsite.diagnostics import Problems, as_text
from pinsite.files import stamps_below
from pinsite.outputs import plan_early
from pinsite.serve.audience import Audience, Built
from pinsite.serve.bulletin import Bulletin, Planned, State
from pinsite.serve.improving import Activity
from pinsite.serve.shelves import Early
from pinsite.serve.watching import Changes, Watcher
from pinsite.source import SETTINGS, NoCatalogue
from pinsite.themes import bundled_themes
from pinsite.views import Material

_MOST_SHOWN = 100
_FIRST_PAGE_SECONDS = 1.0
#: Where all is built within this time, a page of its own beforehand would only make browsers load it twice.
_SOON = 0.4
#: How long edits may follow each other before a build is let come to its end.
_LONGEST_HURRY = 60.0
_POLLING = "The system cannot watch so many folders; files are looked at every second."
_BUG = "pinsite made a mistake"


class Rebuilder:
    """The one thread that builds."""

    def __init__(
        self,
        order: Order,
        bulletin: Bulletin,
        activity: Activity,
        audience: Audience,
        now: Callable[[], datetime],
    ) -> None:
        self._sitting = Sitting(order)
        self._order = self._sitting.order
        self._unbuilt: dict[str, None] = {}
        self._shown: set[str] = set()
        self._hurry_until = 0.0
        self._seconds = 0.0
        self._bulletin, self._activity, self._audience = bulletin, activity, audience
        self._now = now
        self._changes = Changes()
        self._watcher = Watcher(order.root, (bundled_themes(),), self._changes.note)
        self._moment: datetime | None = None
        self._before: Mapping[str, object] = {}
        self._early = ""
        self._glanced: Mapping[str, Planned] = {}
        self._ended = threading.Event()

    def run(self) -> None:
        """Build once, then whenever something changes or a moment comes, until `stop`."""
        try:
            before = self._before = self._stamps()
            self._begin()
            if not self._watcher.start():
                self._audience.on_trouble(_POLLING)
            for path, _ in before.items() ^ self._stamps().items():
                self._changes.note(path)
            self._get_ready()
            while (changed := self._changes.wait(self._moment, self._now)) is not None:
                self._watcher.refresh()
                self._answer(changed)
                self._get_ready()
        except Exception:
            self._audience.on_trouble("The preview no longer rebuilds:\n" + traceback.format_exc())
        finally:
            gc.enable()
            self._watcher.stop()
            self._sitting.close()
            self._ended.set()

    def stop(self, seconds: float = 3.0) -> None:
        """Let a build that runs come to its end, and stop."""
        self._changes.stop()
        self._ended.wait(seconds)

    def _begin(self) -> None:
        """Build for the first time; until that is done, pages are made one by one as they are asked for."""
        if not self._bulletin.current.pages:
            self._show_early()
            self._activity.wait_idle(_FIRST_PAGE_SECONDS)
        self._answer(())
        self._early = ""

    def _show_early(self) -> None:
        order, problems = dataclasses.replace(self._order, now=self._now(), hasty=True), Problems()
        try:
            material = prepare(order, problems).material
            if material is None or problems.errors:
                return
            workshop = Workshop(material, order.compiled)
            targets = {target.path: target for target in plan_early(material)}
        except Exception:
            return  # the build that follows meets the same, and tells
        self._early = self._bulletin.mark()
        shelf = Early(workshop, targets)
        self._glanced = pictures = _Planned(material)
        shared = depot_of(material.loaded, order.root, problems)
        self._bulletin.post(
            State(pages=self._early, pictures=pictures, base=_base(material), early=shelf, shared=shared)
        )

    def _answer(self, changed: tuple[str, ...]) -> None:
        """Show what was edited where that can be done at once, then build; a newer edit comes before the build."""
        if not self._unbuilt:
            self._hurry_until = time.monotonic() + _LONGEST_HURRY
        self._unbuilt |= dict.fromkeys(changed)
        self._sitting.tell(changed)
        self._bulletin.post(replace(self._bulletin.current, building=True))
        # Nobody looks for rings of objects before there is time: of ten thousand pins that takes a fifth of a second.
        gc.disable()
        with self._activity.busy():
            if changed and self._seconds > _SOON:
                self._show()
            self._build()

    def _show(self) -> None:
        shown = self._sitting.show(self._now())
        if shown and shown.new:
            self._shown |= set(shown.new)
            self._bulletin.post(replace(self._bulletin.current, pages=self._bulletin.mark()))

    def _get_ready(self) -> None:
        if self._changes.is_waiting:
            return
        if self._seconds > _SOON:
            self._sitting.warm_up()
        # What the builds left in rings goes, and what stays is not looked at again while nothing changes.
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        gc.enable()

    def _is_superseded(self) -> bool:
        return self._changes.is_waiting and self._sitting.can_show and time.monotonic() < self._hurry_until

    def _stamps(self) -> Mapping[str, object]:
        return stamps_below(self._order.root, frozenset({"public"}))

    def _build(self) -> None:
        try:
            self._build_once()
        except Superseded:
            return  # what it would have shown is built with what has changed since
        except NoCatalogue:
            self._fail(f"`{SETTINGS}` is gone", "")
        except OSError as error:
            self._fail(f"The disk failed: {error}", "")
        except Exception as error:
            self._fail(f"{_BUG}: {type(error).__name__}: {error}", traceback.format_exc())
        self._unbuilt, self._shown = {}, set()

    def _build_once(self) -> None:
        now = self._now()
        build, report = self._sitting.build(now, Listeners(is_superseded=self._is_superseded))
        self._seconds = report.seconds if report.ok else self._seconds
        self._moment = build.next_moment or self._moment_kept(now)
        self._post(build, report)
        report.written = sorted({*report.written, *self._shown})
        self._audience.on_built(Built(report, tuple(self._unbuilt)))

    def _moment_kept(self, now: datetime) -> datetime | None:
        return self._moment if self._moment and self._moment > now else None

    def _post(self, build: Build, report: Report) -> None:
        state = replace(
            self._bulletin.current,
            building=False,
            text=_text(report, build.order.root),
            summary=_summary(report, bool(self._bulletin.current.pages)),
        )
        if report.ok and build.material is not None:
            state = replace(
                state,
                pages=self._mark(report),
                # Pages that were shown early may still ask for the pictures that they named.
                pictures=_Planned(build.material, self._glanced),
                base=_base(build.material),
                shared=depot_of(build.material.loaded, build.order.root, Problems()),
            )
        elif state.early:
            state = replace(state, pages="")
        self._bulletin.post(replace(state, early=None))

    def _mark(self, report: Report) -> str:
        """Return the mark of what was built; early pages keep theirs, unless a source changed in between."""
        now = self._bulletin.current.pages
        same = self._stamps() == self._before if self._early else not (report.written or report.removed)
        return now if now and same else self._bulletin.mark()

    def _fail(self, sentence: str, more: str) -> None:
        text = f"{sentence}\n\n{more}".strip()
        state = self._bulletin.current
        pages = "" if state.early else state.pages
        summary = f"{sentence}. The pages shown are the last good ones." if pages else f"{sentence}."
        self._bulletin.post(
            replace(state, building=False, pages=pages, summary=summary, text=text, early=None)
        )
        self._audience.on_trouble(text)


class _Planned(Mapping[str, Planned]):
    """The planned pictures of a material; early pages add theirs while they are made. `before` has older ones."""

    def __init__(self, material: Material, before: Mapping[str, Planned] | None = None) -> None:
        self._material, self._before = material, before or {}

    def __getitem__(self, path: str) -> Planned:
        if path not in self._material.planned:
            return self._before[path]
        source, variant = self._material.planned[path]
        return Planned(source, self._material.sources[source], variant)

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(self._material.planned))

    def __len__(self) -> int:
        return len(self._material.planned)


def _base(material: Material) -> str:
    return urlsplit(material.catalogue.site.base_url or "").path or "/"


def _summary(report: Report, has_pages: bool) -> str:
    if report.ok:
        return ""
    count = f"{report.errors} problem{'' if report.errors == 1 else 's'}"
    kept = "the pages shown are the last good ones" if has_pages else "the site appears once it is mended"
    return f"{count}: {kept}."


def _text(report: Report, root: Path) -> str:
    """Return the problems in full, errors first."""
    lines: dict[str, list[str]] = {}

    def line_of(path: str, number: int) -> str | None:
        if path not in lines:
            lines[path] = _lines(root / path)
        return lines[path][number - 1] if 0 < number <= len(lines[path]) else None

    ordered = sorted(report.problems, key=lambda problem: problem.severity != "error")
    shown = [as_text(problem, line_of) for problem in ordered[:_MOST_SHOWN]]
    rest = len(ordered) - len(shown)
    return "\n\n".join([*shown, *([f"… and {rest} more: `pinsite check` shows all."] if rest else [])])


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
