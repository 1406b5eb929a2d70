"""Let Lighthouse judge built sites: home, list, pin and story, as on a slow phone or (`--desktop`) on a desk.

`python bench/lighthouse.py FOLDER… [--runs 3] [--desktop]` serves each folder from this machine as a good host does
(text compressed, files with a digest in their name kept for a year) and prints the best and the median of the runs.
Lighthouse comes from npm and is not installed by anything here: `npm install --prefix SOMEWHERE lighthouse@12`, then
`--lighthouse SOMEWHERE/node_modules/.bin/lighthouse`. Points for speed follow the processor: it wants a quiet machine.

The index that is printed is Lighthouse's own measure of that processor (`benchmarkIndex`). Its default takes each
piece of work for four times as long as it took here, which brings a desktop of the fastest class (1500 to 2000) to a
phone of the middle class. Lighthouse's documentation (docs/throttling.md, "Calibrating the CPU slowdown") advises
another multiplier for another class: for a slower desktop (1000 to 1500) it is 2, or between 1 and 5, the higher the
higher the index lies in its class; at 1000 and below the report warns. `--slowdown N` passes it on
(`--throttling.cpuSlowdownMultiplier`).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from http.server import ThreadingHTTPServer
from pathlib import Path

_TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path[:0] = [str(_TESTS), str(_TESTS / "browser")]

from served import Files, serving  # noqa: E402 - found only after the line above
from support.chromium import find  # noqa: E402 - found only after the line above

from pinsite.serve.media_types import media_type  # noqa: E402 - found only after the line above

PAGES = ("", "pins/", "pins/moon-moth/", "stories/the-two-forty-ones/")
#: The metrics that performance is made of, and the divisor of the unit they are printed in.
METRICS = {"first-contentful-paint": 1000, "speed-index": 1000, "largest-contentful-paint": 1000,
           "total-blocking-time": 1, "cumulative-layout-shift": 1}  # fmt: skip
_COMPRESSED = frozenset((".html", ".css", ".js", ".json", ".xml", ".txt", ".svg"))
_SAID = ("informative", "manual", "notApplicable")
_PATIENCE = 180
#: Without the last two, a headless Chromium offers a page that loads no frame for a whole second or two, and the
#: first paint is noted at 1.2 or 2.2 s where all was there after 0.2 s (GoogleChrome/lighthouse, issue 17148).
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-features=PaintHolding,PaintHoldingCrossOrigin",
)
_MISSING = """Lighthouse is not here, so nothing was measured. It comes from npm:
    npm install --prefix SOMEWHERE lighthouse@12
    python bench/lighthouse.py --lighthouse SOMEWHERE/node_modules/.bin/lighthouse …"""


@lru_cache(maxsize=512)
def body_of(path: Path) -> bytes:
    """Return what travels for a file; each is compressed once."""
    content = path.read_bytes()
    return gzip.compress(content, mtime=0) if path.suffix in _COMPRESSED else content


class Host(Files):
    """A static host: folders, compression, how long a file keeps."""

    def do_GET(self) -> None:  # noqa: N802 - the library's name
        """Answer with a file, or say that there is none."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = body_of(path)
        self.send_response(200)
        self.send_header("Content-Type", media_type(path.name))
        if path.suffix in _COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        kept = "public, max-age=31536000, immutable" if "/assets/" in self.path else "no-cache"
        self.send_header("Cache-Control", kept)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of connections that a browser leaves."""


def settings(desktop: bool, slowdown: float | None) -> list[str]:
    """Return the words that tell Lighthouse what to take this machine for."""
    slower = [] if slowdown is None else [f"--throttling.cpuSlowdownMultiplier={slowdown:g}"]
    return [*(["--preset=desktop"] if desktop else []), *slower]


def judged(lighthouse: str, chromium: Path, address: str, told: list[str]) -> dict[str, dict[str, object]]:
    """Return what Lighthouse, with its settings told, says of a page."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [lighthouse, address, "--quiet", "--output=json", f"--output-path={report}"]
        command += [f"--chrome-flags={' '.join(_FLAGS)}", *told]
        subprocess.run(command, check=True, timeout=_PATIENCE, capture_output=True,
                       env={**os.environ, "CHROME_PATH": str(chromium)})  # fmt: skip
        return json.loads(report.read_text("utf-8"))


def points_of(reports: list[dict], category: str) -> list[int]:
    """Return the points of a category in each run, worst first."""
    return sorted(round(100 * (one["categories"][category]["score"] or 0)) for one in reports)


def line_of(page: str, reports: list[dict]) -> str:
    """Say what a page got: best and median of its speed, the worst of all else, medians of what speed is made of."""
    speed = points_of(reports, "performance")
    rest = ", ".join(
        f"{name} {points_of(reports, name)[0]}" for name in ("accessibility", "best-practices", "seo")
    )
    made_of = ", ".join(
        f"{''.join(word[0] for word in name.split('-')).upper()} "
        f"{statistics.median(one['audits'][name]['numericValue'] for one in reports) / unit:.3g}"
        for name, unit in METRICS.items()
    )
    index = statistics.median(one["environment"]["benchmarkIndex"] for one in reports)
    return (
        f"/{page}: performance {speed[-1]} (median {statistics.median(speed):.0f}), {rest}; "
        f"median of {made_of}; index of the processor {index:.0f}"
    )


def is_whole(reports: list[dict]) -> bool:
    """Tell whether the best run is as fast as can be, and every run without fault in all else."""
    rest = (points_of(reports, name)[0] for name in ("accessibility", "best-practices", "seo"))
    return points_of(reports, "performance")[-1] == 100 and all(points == 100 for points in rest)


def complaints(report: dict) -> Iterator[str]:
    """Walk what costs points, or what Lighthouse would do otherwise."""
    for name, audit in report["audits"].items():
        score = audit["score"]
        if score is not None and score < 0.9 and audit["scoreDisplayMode"] not in _SAID:
            yield f"    {name} {score} {audit.get('displayValue', '')}".rstrip()


def main() -> int:
    """Measure; fail where a page's best run, or any run's other categories, is below 100."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    words.add_argument("folders", nargs="+", type=Path, help="built sites")
    words.add_argument("--pages", nargs="*", default=PAGES)
    words.add_argument("--runs", type=int, default=3)
    words.add_argument("--desktop", action="store_true")
    words.add_argument("--slowdown", type=float, help="how much slower than here a phone is taken to be (4)")
    words.add_argument("--complaints", action="store_true", help="say what costs points in the last run")
    words.add_argument("--keep", type=Path, help="a folder for the whole reports")
    words.add_argument("--lighthouse", default="lighthouse")
    given = words.parse_args()
    lighthouse, chromium = shutil.which(given.lighthouse), find()
    if lighthouse is None or chromium is None:
        print(
            _MISSING if lighthouse is None else "There is no Chromium here; nothing was measured.",
            file=sys.stderr,
        )
        return 2
    whole, told = True, settings(given.desktop, given.slowdown)
    for folder in given.folders:
        slower = "" if given.slowdown is None else f", {given.slowdown:g} times slower than here"
        print(
            f"{folder.name}, {'desktop' if given.desktop else 'phone'}{slower}, {given.runs} runs", flush=True
        )
        server = _Server(("127.0.0.1", 0), Host)
        with serving(server, folder.resolve(), handler=Host) as address:
            for page in given.pages:
                reports = [judged(lighthouse, chromium, address + page, told) for _ in range(given.runs)]
                print(line_of(page, reports), flush=True)
                if given.complaints:
                    print(*complaints(reports[-1]), sep="\n", flush=True)
                if given.keep:
                    given.keep.mkdir(parents=True, exist_ok=True)
                    name = f"{folder.name}-{page.strip('/').replace('/', '-') or 'home'}.json"
                    (given.keep / name).write_text(json.dumps(reports[-1]), "utf-8")
                whole = whole and is_whole(reports)
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
