"""Measure what a quality costs in each format: bytes, processor time and SSIMULACRA2, and write CSV.

Each picture is resized as the pipeline does it; what is coded is scored against those very pixels. Every line
is one setting at one quality over all pictures of a kind; `settings` are chosen from these lines.
"""

from __future__ import annotations

import argparse
import csv
import io
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from PIL import Image
from score import score
from sources import write_artwork, write_photographs

_AVIF = {"subsampling": "4:4:4", "max_threads": 1, "autotiling": False}

SETTINGS: dict[str, tuple[str, dict[str, Any], tuple[int, ...]]] = {
    "jpeg 4:4:4": (
        "JPEG",
        {"subsampling": "4:4:4", "progressive": True, "optimize": True},
        (60, 70, 76, 82, 88),
    ),
    "jpeg 4:2:0": ("JPEG", {"subsampling": "4:2:0", "progressive": True, "optimize": True}, (70, 76, 82, 88)),
    "webp m4": ("WEBP", {"method": 4}, (70, 78, 84, 90)),
    "webp m4 sharp": ("WEBP", {"method": 4, "use_sharp_yuv": True}, (70, 78, 84, 90)),
    "avif s5": ("AVIF", _AVIF | {"speed": 5}, (50, 60, 70)),
    "avif s6": ("AVIF", _AVIF | {"speed": 6}, (50, 60, 66, 74)),
    "avif s7": ("AVIF", _AVIF | {"speed": 7}, (50, 60, 66, 74)),
    "avif s8": ("AVIF", _AVIF | {"speed": 8}, (50, 60, 66, 74)),
    "avif s9": ("AVIF", _AVIF | {"speed": 9}, (50, 60, 70, 78)),
    "avif s8 4:2:0": ("AVIF", _AVIF | {"speed": 8, "subsampling": "4:2:0"}, (50, 60, 66, 74)),
    "avif s6 4:2:0": ("AVIF", _AVIF | {"speed": 6, "subsampling": "4:2:0"}, (50, 60, 66, 74)),
    "avif s8 tune ssim2": (
        "AVIF",
        _AVIF | {"speed": 8, "advanced": {"tune": "ssimulacra2"}},
        (45, 55, 63, 72),
    ),
    "avif s8 tune ssim": ("AVIF", _AVIF | {"speed": 8, "advanced": {"tune": "ssim"}}, (50, 60, 66, 74)),
}


def measure(pictures: list[Image.Image], name: str, writer: csv.writer) -> None:
    """Write a line for each quality of one setting."""
    format_name, options, qualities = SETTINGS[name]
    for quality in qualities:
        bits, seconds, scores = [], [], []
        for picture in pictures:
            target, begun = io.BytesIO(), time.process_time()
            picture.save(target, format_name, quality=quality, **options)
            pixels = picture.width * picture.height
            seconds.append((time.process_time() - begun) / pixels * 1e6)
            bits.append(len(target.getvalue()) * 8 / pixels)
            scores.append(score(picture, target.getvalue()))
        writer.writerow(
            [name, quality, f"{statistics.mean(bits):.4f}", f"{statistics.mean(seconds):.4f}",
             f"{statistics.mean(scores):.2f}", f"{min(scores):.2f}"]
        )  # fmt: skip
        sys.stdout.flush()


def resized(paths: list[Path], widths: tuple[int, ...]) -> list[Image.Image]:
    """Return every picture at every width."""
    pictures = []
    for path in paths:
        with Image.open(path) as image:
            whole = image.convert("RGB")
        for width in widths:
            size = (width, round(whole.height * width / whole.width))
            pictures.append(whole.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0))
    return pictures


def main() -> None:
    """Measure all settings, or those named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", choices=("photographs", "artwork"), default="photographs")
    parser.add_argument("--folder", type=Path, help="pictures to take in place of drawn ones")
    parser.add_argument("--count", type=int, default=8)
    parser.add_argument("--widths", type=int, nargs="+", default=[480, 800])
    parser.add_argument("--settings", nargs="+", default=list(SETTINGS), choices=list(SETTINGS))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if given.folder:
            paths = sorted(path for path in given.folder.glob("**/*.*") if path.suffix in {".jpg", ".png"})
            paths = paths[:: max(1, len(paths) // given.count)][: given.count]
        elif given.kind == "photographs":
            paths = write_photographs(Path(name), given.count)
        else:
            paths = write_artwork(Path(name), given.count)
        pictures = resized(paths, tuple(given.widths))
        writer = csv.writer(sys.stdout)
        writer.writerow(["setting", "quality", "bits a pixel", "s a megapixel", "mean score", "lowest score"])
        for setting in given.settings:
            measure(pictures, setting, writer)


if __name__ == "__main__":
    main()
