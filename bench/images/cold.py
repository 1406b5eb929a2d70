"""Measure the first build, and the first page of a preview, of an artist's catalogue: N pins, 4 photographs each.

Every photograph has 24 megapixels. A few are drawn, the rest are those again with a comment of their own in the
file: other bytes, so each is read, decoded, resized and coded for itself; the work is that of different pictures
of the same kind. What comes after the cold build: one in which nothing changed, one that has forgotten all but
the pictures, and one that has lost its memory of what was probed, as on a fresh checkout.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import numpy as np
from PIL import Image
from sources import photograph

SIZE = (6000, 4000)


def write_catalogue(folder: Path, pins: int, drawn: Path, distinct: int) -> None:
    """Write the catalogue."""
    originals = [_drawn(drawn, seed) for seed in range(distinct)]
    (folder / "pins").mkdir(parents=True)
    (folder / "pinsite.yaml").write_text(
        "title: Cold\nauthor: Ada Example\nrights: CC-BY-4.0\nimages: {max_megapixels: 80}\n", "utf-8"
    )
    for number in range(pins):
        pin = folder / "pins" / f"pin-{number:04}"
        pin.mkdir()
        names = ["front", "back", "detail", "card"]
        for place, name in enumerate(names):
            data = originals[(number * 4 + place) % distinct]
            (pin / f"{name}.jpg").write_bytes(_commented(data, f"{number} {name}"))
        listed = ", ".join(f"{{file: {name}.jpg, alt: The pin from its {name}}}" for name in names)
        (pin / "pin.yaml").write_text(
            f"title: Pin {number}\nreleased: 2025-01-01\nsize: 30 x 30 mm\nimages: [{listed}]\n",
            "utf-8",
        )


def _drawn(folder: Path, seed: int) -> bytes:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"large-{seed}.jpg"
    if not path.exists():
        _with_noise(photograph(seed, (SIZE[0] // 2, SIZE[1] // 2)), seed).save(path, quality=92)
    return path.read_bytes()


def _with_noise(half: Image.Image, seed: int) -> Image.Image:
    """Enlarge a picture and give it the noise of its many small pixels."""
    pixels = np.asarray(half.resize(SIZE, Image.Resampling.BICUBIC), np.float32)
    noise = np.random.default_rng(seed).standard_normal(pixels.shape, np.float32) * 2.5
    return Image.fromarray(np.clip(pixels + noise, 0, 255).astype(np.uint8))


def _commented(jpeg: bytes, words: str) -> bytes:
    said = words.encode()
    return jpeg[:2] + b"\xff\xfe" + (len(said) + 2).to_bytes(2, "big") + said + jpeg[2:]


def build(folder: Path, *options: str) -> str:
    """Build in a process of its own; return what it cost."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "pinsite", "build", str(folder), *options],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    said = process.stdout.read().strip().replace(str(folder), "…")
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"the build failed with {status}: {said}")
    wall, processor = time.perf_counter() - begun, usage.ru_utime + usage.ru_stime
    return f"{wall:.2f} | {processor:.2f} | {usage.ru_maxrss / 1024:.0f} | {said}"


def first_page(folder: Path) -> tuple[float, float]:
    """Start a preview; return the seconds to its home page, and to that and the pictures that it shows first."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "pinsite", "serve", str(folder), "--port", "8917"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        page = _get("")
        shown = time.perf_counter() - begun
        for source in re.findall(r'<img src="([^"]+)"', page.decode())[:6]:
            _get(source.lstrip("./"))
        return shown, time.perf_counter() - begun
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def _get(path: str) -> bytes:
    give_up = time.monotonic() + 600
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:8917/{path}", timeout=60) as answer:
                return bytes(answer.read())
        except OSError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.05)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pins", type=int, default=300)
    parser.add_argument("--distinct", type=int, default=6)
    parser.add_argument("--work", type=Path, help="a folder to keep the drawn photographs in")
    parser.add_argument("--no-preview", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "catalogue"
        write_catalogue(folder, given.pins, given.work or Path(name) / "drawn", given.distinct)
        print(f"{given.pins} pins, {given.pins * 4} photographs of {SIZE[0] * SIZE[1] / 1e6:.0f} megapixels")
        if not given.no_preview:
            page, pictures = first_page(folder)
            print(
                f"preview: first page {page:.2f} s, with its first six pictures {pictures:.2f} s", flush=True
            )
            shutil.rmtree(folder / ".pinsite")
        print("| build | wall s | processor s | peak MB | said |\n| --- | --- | --- | --- | --- |")
        print(f"| cold | {build(folder)} |", flush=True)
        print(f"| nothing changed | {build(folder)} |", flush=True)
        print(f"| forgotten all but pictures | {build(folder, '--clean')} |", flush=True)
        (folder / ".pinsite" / "images" / "pictures.json").unlink()
        print(f"| probed again | {build(folder, '--clean')} |", flush=True)


if __name__ == "__main__":
    main()
