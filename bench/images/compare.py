"""Make the same variants of the same photographs with pinsite, sharp and eleventy-img, each in a process of its own.

The photographs are drawn by `sources.py`. sharp and eleventy-img are installed by npm into a temporary folder.
For each maker: wall and processor seconds, peak memory, bytes by format and width; the makers take turns, and the
median of the runs is shown. `--scores` adds SSIMULACRA2 of some pictures, and what AVIF at effort 4 (what sharp and
libvips do by themselves) needs for the score that ours have.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image
from score import score
from sources import write_photographs

HERE = Path(__file__).parent
WIDTHS = (320, 640, 960, 1280, 1920)
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

_OURS = """
import sys, json
from pathlib import Path
from pinsite.images import Job, Recipe, Store, Wish, encode_all, plan, probe
wanted = json.loads(sys.argv[1])
store, jobs, names = Store(Path(wanted["folder"])), [], {}
for path in map(Path, wanted["sources"]):
    source = probe(path)
    jobs.append(Job(path, source, plan(source, Wish(path.stem, tuple(wanted["widths"])), Recipe()).variants))
outcomes = encode_all(jobs, store, workers=wanted["hands"])
assert all(outcome.finished for outcome in outcomes)
print(json.dumps({f"{job.path.stem}-{one.width}.{one.format}": one.key for job in jobs for one in job.variants}))
"""


@dataclass(frozen=True)
class Run:
    """What one process cost."""

    wall: float
    processor: float
    megabytes: float
    said: str


def run(*command: str) -> Run:
    """Run a maker; a failure ends the comparison."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} failed with {status}")
    return Run(time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)


def ours(sources: list[Path], folder: Path, modules: Path) -> Run:
    """Make them with pinsite into an empty store."""
    return run(sys.executable, "-c", _OURS, _wanted(sources, folder, modules))


def with_sharp(sources: list[Path], folder: Path, modules: Path) -> Run:
    """Make them with sharp at the encoder settings of pinsite; its effort 1 is speed 8, 3 is speed 6."""
    finer = {"avif": {"quality": 64, "effort": 3}}  # of 4:3, up to 960 x 720
    formats = {
        "avif": {"quality": 66, "effort": 1, "chromaSubsampling": "4:4:4"},
        "jpeg": {"quality": 76, "progressive": True, "chromaSubsampling": "4:4:4"},
    }
    return run(
        "node",
        str(HERE / "sharp.mjs"),
        _wanted(sources, folder, modules, formats=formats, fine=960, finer=finer),
    )


def with_eleventy(sources: list[Path], folder: Path, modules: Path) -> Run:
    """Make them with eleventy-img as it comes."""
    return run("node", str(HERE / "eleventy.mjs"), _wanted(sources, folder, modules))


def _wanted(sources: list[Path], folder: Path, modules: Path, **more: object) -> str:
    shutil.rmtree(folder, ignore_errors=True)
    about = {
        "fine": 0,
        "finer": {},
        "modules": str(modules),
        "folder": str(folder),
        "hands": CORES,
        "threads": 1,
        "widths": WIDTHS,
    }
    return json.dumps({**about, "sources": [str(path) for path in sources], **more})


def install(folder: Path) -> Path:
    """Install the others by npm and return where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "node_modules" / "sharp").is_dir():
        subprocess.run(
            ["npm", "install", "--prefix", str(folder), "--no-save", "sharp", "@11ty/eleventy-img"],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
    return folder


def compare(sources: list[Path], few: list[Path], runs: int, work: Path, makers: list[str]) -> None:
    """Print a line a maker; the slow one gets fewer sources."""
    modules = install(work / "node")
    every: dict[str, tuple[Callable[[list[Path], Path, Path], Run], list[Path], int]] = {
        "pinsite": (ours, sources, runs),
        "sharp": (with_sharp, sources, runs),
        "eleventy-img": (with_eleventy, few, 1),
    }
    found: dict[str, list[Run]] = {name: [] for name in makers}
    for number in range(runs):
        for name in makers:
            make, given, most = every[name]
            if number < most:
                found[name].append(make(given, work / f"made-{name}", modules))
    print("| maker | sources | wall s a source | processor s a source | peak MB | MB made a source |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, results in found.items():
        count = len(every[name][1])
        made = sum(path.stat().st_size for path in (work / f"made-{name}").rglob("*") if path.is_file())
        print(
            f"| {name} | {count} | {statistics.median(one.wall for one in results) / count:.3f} "
            f"| {statistics.median(one.processor for one in results) / count:.3f} "
            f"| {max(one.megabytes for one in results):.0f} | {made / count / 1e6:.3f} |",
            flush=True,
        )


def effort_four(sources: list[Path], work: Path, widths: tuple[int, ...]) -> None:
    """Print what AVIF at effort 4 needs for the mean score that ours have, width by width."""
    modules, store = install(work / "node"), work / "scored"
    about = json.loads(_wanted(sources, store, modules)) | {"widths": widths}
    keys = json.loads(run(sys.executable, "-c", _OURS, json.dumps(about)).said)
    print("| width | format | bytes | SSIMULACRA2: mean, lowest | AVIF effort 4 at that mean | ratio |")
    print("| --- | --- | --- | --- | --- | --- |")
    curves = {
        quality: _effort_four_at(quality, sources, work, modules, widths) for quality in (50, 58, 66, 74)
    }
    for width in widths:
        originals = {path.stem: _original(path, width) for path in sources}
        for format_name in ("avif", "jpeg"):
            coded = {stem: _stored(store, keys[f"{stem}-{width}.{format_name}"]) for stem in originals}
            scores = [score(originals[stem], data) for stem, data in coded.items()]
            size = statistics.mean(len(data) for data in coded.values())
            needed = _at(statistics.mean(scores), width, originals, curves) if format_name == "avif" else None
            more = f"{needed:.0f} | {size / needed:.3f}" if needed else "|"
            print(
                f"| {width} | {format_name} | {size:.0f} | {statistics.mean(scores):.1f}, {min(scores):.1f} | {more} |",
                flush=True,
            )


def _stored(store: Path, key: str) -> bytes:
    return (store / key[:2] / key[2:]).read_bytes()


def _original(path: Path, width: int) -> Image.Image:
    """Return the picture at this width as our pipeline has it before coding."""
    from pinsite.images import Recipe, Wish, plan, probe
    from pinsite.images.rendering import sizes

    source = probe(path)
    wanted = plan(source, Wish(path.stem, (width,)), Recipe()).variants
    ((_, pixels),) = sizes(path, source, wanted)
    return pixels


def _effort_four_at(
    quality: int, sources: list[Path], work: Path, modules: Path, widths: tuple[int, ...]
) -> Path:
    """Code with sharp the pixels that ours were coded from, so that resizing is no part of the comparison."""
    folder, pixels = work / f"effort-4-{quality}", work / "pixels"
    pixels.mkdir(exist_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    for width in widths:
        paths = [pixels / f"{path.stem}-at-{width}.png" for path in sources]
        for path, source in zip(paths, sources, strict=True):
            if not path.exists():
                _original(source, width).save(path)
        about = json.loads(
            _wanted(paths, work / "none", modules, formats={"avif": {"quality": quality, "effort": 4}})
        ) | {"widths": [width], "folder": str(folder)}
        run("node", str(HERE / "sharp.mjs"), json.dumps(about))
    return folder


def _at(wanted: float, width: int, originals: dict[str, Image.Image], curves: dict[int, Path]) -> float:
    """Interpolate the bytes at a mean score between the measured qualities."""
    means, sizes = [], []
    for folder in curves.values():
        coded = {stem: (folder / f"{stem}-at-{width}.png-{width}.avif") for stem in originals}
        data = {stem: path.read_bytes() for stem, path in coded.items()}
        means.append(statistics.mean(score(originals[stem], made) for stem, made in data.items()))
        sizes.append(statistics.mean(len(made) for made in data.values()))
    return float(np.exp(np.interp(wanted, means, np.log(sizes))))


def main() -> None:
    """Compare, or score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=60)
    parser.add_argument("--few", type=int, default=6, help="sources for eleventy-img, which takes long")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--makers", nargs="+", default=["pinsite", "sharp", "eleventy-img"])
    parser.add_argument("--scores", action="store_true", help="score some sources in place of timing all")
    parser.add_argument("--widths", type=int, nargs="+", default=[320, 640, 800], help="what to score")
    parser.add_argument("--work", type=Path, help="a folder to keep sources and node modules in")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = (given.work or Path(name)).resolve()
        # In a process of its own: the peak memory of this one would count as that of the makers it starts.
        with ProcessPoolExecutor(1) as drawer:
            sources = drawer.submit(write_photographs, work / "sources", given.sources).result()
        if given.scores:
            effort_four(sources[: given.few], work, tuple(given.widths))
        else:
            compare(sources, sources[: given.few], given.runs, work, given.makers)


if __name__ == "__main__":
    main()
