"""Keep what was seen in pictures, by the digest of their bytes, so that each is opened once in its life."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import PIL
from msgspec import Struct, field

from pinsite.images.interrupting import interrupts_held
from pinsite.images.probing import Source
from pinsite.images.refusal import ImageRefused
from pinsite.images.running import Progress
from pinsite.images.sight import VERSION, Sight, look
from pinsite.processes import processors

_SPARE = 200


def _made_by() -> str:
    """Return what decides what is seen, but for the bytes of a picture."""
    return f"{VERSION} pillow {PIL.__version__}"


class Sights(Struct):
    """What was seen; lines of text by digest, read only when they are asked for."""

    lines: dict[str, str] = field(default_factory=dict)
    changed: bool = False

    @classmethod
    def of_text(cls, text: bytes) -> Sights:
        """Read what was kept; anything odd about it counts as forgotten."""
        try:
            made_by, lines = json.loads(text)
            return cls(lines) if made_by == _made_by() else cls()
        except (ValueError, TypeError):
            return cls()

    def text(self) -> bytes:
        """Return it to be kept."""
        return json.dumps([_made_by(), self.lines], separators=(",", ":")).encode()

    def of(self, source: Source) -> Sight | None:
        """Return what was seen in a picture, or None where nobody has looked."""
        line = self.lines.get(source.digest)
        try:
            return Sight.of_line(line) if line is not None else None
        except (ValueError, TypeError):
            return None

    def look_at(
        self,
        pictures: Iterable[tuple[Path, Source]],
        seconds: float | None = None,
        on_progress: Callable[[Progress], None] = lambda progress: None,
    ) -> None:
        """Look at the pictures that nobody has looked at, several at a time; `seconds` bounds how long.

        A picture that cannot be decoded is left out: whoever makes its variants says so. On Ctrl-C, or when
        `on_progress` raises, no other picture is begun, and what was seen by then is in `lines`.
        """
        new = {source.digest: (path, source) for path, source in pictures if source.digest not in self.lines}
        end = None if seconds is None else time.monotonic() + seconds
        if not new:
            return
        sizes = {digest: source.width * source.height / 1e6 for digest, (_, source) in new.items()}
        done, megapixels, total = 0, 0.0, sum(sizes.values())
        pool = ThreadPoolExecutor(processors())
        with interrupts_held() as check:
            try:
                looks = {
                    pool.submit(_line, path, source, end): digest for digest, (path, source) in new.items()
                }
                for seen in as_completed(looks):
                    digest, line = looks[seen], seen.result()
                    if line is not None:
                        self.lines[digest], self.changed = line, True
                    done, megapixels = done + 1, megapixels + sizes[digest]
                    on_progress(Progress(done, len(new), megapixels, total))
                    check()
            finally:
                pool.shutdown(cancel_futures=True)

    def forget_others(self, wanted: Mapping[str, Source]) -> None:
        """Drop pictures that are gone, once they are more than those that are there."""
        known = {source.digest for source in wanted.values()}
        if len(self.lines) > 2 * len(known) + _SPARE:
            self.lines = {digest: line for digest, line in self.lines.items() if digest in known}
            self.changed = True


def _line(path: Path, source: Source, end: float | None) -> str | None:
    if end is not None and time.monotonic() > end:
        return None
    try:
        return look(path, source).line()
    except (ImageRefused, OSError):
        return None
