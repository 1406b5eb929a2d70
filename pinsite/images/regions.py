"""Connected regions of a black and white mask, by runs of pixels: quick enough without a numerical library."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from msgspec import Struct
from PIL import Image

_RUN = re.compile(rb"\xff+")

Run = tuple[int, int, int]


class Region(Struct, frozen=True):
    """One connected region: its runs (row, first column, column after the last), and what follows from them."""

    runs: tuple[Run, ...]

    @property
    def area(self) -> int:
        """Return how many pixels it has."""
        return sum(end - start for _, start, end in self.runs)

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom, the last two just outside."""
        return (
            min(start for _, start, _ in self.runs),
            self.runs[0][0],
            max(end for _, _, end in self.runs),
            self.runs[-1][0] + 1,
        )


def regions(mask: Image.Image) -> tuple[Region, ...]:
    """Return the regions of the white pixels (255) of a mask, the largest first; corners do not connect."""
    runs: list[Run] = []
    parents: list[int] = []
    above = range(0)
    for row, line in enumerate(_lines(mask)):
        here = [(row, *found.span()) for found in _RUN.finditer(line)]
        first = len(runs)
        runs += here
        parents += range(first, len(runs))
        _join(parents, runs, above, range(first, len(runs)))
        above = range(first, len(runs))
    groups: dict[int, list[Run]] = {}
    for number, run in enumerate(runs):
        groups.setdefault(_root(parents, number), []).append(run)
    made = (Region(tuple(group)) for group in groups.values())
    return tuple(sorted(made, key=lambda region: (-region.area, region.runs[0])))


def _lines(mask: Image.Image) -> Iterable[bytes]:
    data, width = mask.tobytes(), mask.width
    return (data[start : start + width] for start in range(0, len(data), width))


def _join(parents: list[int], runs: list[Run], above: Iterable[int], here: Iterable[int]) -> None:
    """Join the runs of two rows that touch; both rows are walked once, side by side."""
    upper, lower = list(above), list(here)
    at = below = 0
    while at < len(upper) and below < len(lower):
        one, other = runs[upper[at]], runs[lower[below]]
        if one[1] < other[2] and other[1] < one[2]:
            parents[_root(parents, lower[below])] = _root(parents, upper[at])
        if one[2] < other[2]:
            at += 1
        else:
            below += 1


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def drawn(found: Iterable[Region], size: tuple[int, int]) -> Image.Image:
    """Return the mask in which these regions are white."""
    width, height = size
    data = bytearray(width * height)
    for region in found:
        for row, start, end in region.runs:
            data[row * width + start : row * width + end] = b"\xff" * (end - start)
    return Image.frombytes("L", size, bytes(data))


def reaching_edge(mask: Image.Image) -> Image.Image:
    """Return the part of a mask that is connected with the edge of the picture."""
    width, height = mask.size
    return drawn(
        _chosen(mask, lambda box: box[0] == 0 or box[1] == 0 or box[2] == width or box[3] == height),
        mask.size,
    )


def _chosen(mask: Image.Image, wanted: Callable[[tuple[int, int, int, int]], bool]) -> list[Region]:
    return [region for region in regions(mask) if wanted(region.box)]
