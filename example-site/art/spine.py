"""A limb as a smooth spine of changing width: points beside it, bands along it, rings across it."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, pi

from shapes import Point, polar, polygon, sample


@dataclass(frozen=True)
class Spine:
    """A tapered limb; widths are spread evenly over its length, as for a ribbon."""

    points: tuple[Point, ...]
    widths: tuple[float, ...]

    def _along(self, share: float) -> tuple[Point, float]:
        """Return the point and the direction at a share of the length."""
        line = sample(self.points, 16)
        at = max(0.0, min(1.0, share)) * (len(line) - 1)
        i = min(int(at), len(line) - 2)
        (ax, ay), (bx, by) = line[i], line[i + 1]
        k = at - i
        return (ax + (bx - ax) * k, ay + (by - ay) * k), atan2(by - ay, bx - ax)

    def width(self, share: float) -> float:
        """Return the width at a share of the length."""
        at = share * (len(self.widths) - 1)
        i = min(int(at), len(self.widths) - 2)
        return self.widths[i] + (self.widths[i + 1] - self.widths[i]) * (at - i)

    def at(self, share: float, side: float = 0) -> Point:
        """Return a point: side -1 is the left edge seen along the limb, 0 its middle, 1 the right edge."""
        middle, angle = self._along(share)
        return polar(*middle, side * self.width(share) / 2, angle + pi / 2)

    def edge(self, start: float, end: float, side: float, steps: int = 40) -> list[Point]:
        """Return points along one line of the limb."""
        return [self.at(start + (end - start) * i / steps, side) for i in range(steps + 1)]

    def band(self, start: float, end: float, near: float, far: float, steps: int = 40) -> str:
        """Return the closed strip between two lines of the limb."""
        return polygon([*self.edge(start, end, near, steps), *reversed(self.edge(start, end, far, steps))])
