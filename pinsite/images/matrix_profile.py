"""Write an ICC profile for colours that are known by numbers: three primaries, a white and a curve.

The numbers come as one line of text, so that they can be kept with the facts of a source and be part of an address:
x and y of red, green, blue and white, then the curve, which is `srgb` or the exponent from stored to linear values.
"""

from __future__ import annotations

import math
import struct
from functools import lru_cache

Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]

SRGB_CURVE = "srgb"

_D50: Vector = (0.9642, 1.0, 0.8249)  # as ICC.1 writes it
_BRADFORD: Matrix = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
_SRGB_PARAMETERS = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_LEAST_EXPONENT, _MOST_EXPONENT = 0.1, 10.0


def written(corners: tuple[float, ...], curve: float | str) -> str | None:
    """Return the line for primaries and a curve; None where they describe no colours."""
    if isinstance(curve, float) and not _LEAST_EXPONENT <= curve <= _MOST_EXPONENT:
        return None
    try:
        sides = _to_d50(corners)
    except (ValueError, ZeroDivisionError):
        return None
    if not all(math.isfinite(value) and abs(value) < 16 for side in sides for value in side):
        return None
    return " ".join(value if isinstance(value, str) else f"{value:.6g}" for value in (*corners, curve))


@lru_cache(maxsize=32)
def matrix_profile(line: str, name: str) -> bytes:
    """Return the profile that such a line describes; the same line gives the same bytes on each day."""
    *numbers, curve = line.split()
    sides = _to_d50(tuple(float(number) for number in numbers))
    tags = {b"desc": _text(name), b"cprt": _text("none"), b"wtpt": _xyz(_D50)}
    for column, letter in enumerate("rgb"):
        tags[f"{letter}XYZ".encode()] = _xyz((sides[0][column], sides[1][column], sides[2][column]))
        tags[f"{letter}TRC".encode()] = _curve(curve)
    return _profile(tags)


def _to_d50(corners: tuple[float, ...]) -> Matrix:
    """Return what takes linear values to XYZ under D50, adapted by Bradford's cones. Raises for what is no triangle."""
    red, green, blue, white = (_xyz_of(*corners[at : at + 2]) for at in (0, 2, 4, 6))
    columns: Matrix = _transposed((red, green, blue))
    shares = _times(_inverse(columns), white)
    scaled: Matrix = _transposed(
        tuple(
            tuple(value * share for value in side)
            for side, share in zip((red, green, blue), shares, strict=True)
        )  # type: ignore[arg-type]
    )
    return _product(_adaptation(white), scaled)


def _adaptation(white: Vector) -> Matrix:
    seen, wanted = _times(_BRADFORD, white), _times(_BRADFORD, _D50)
    ratio: Matrix = (
        (wanted[0] / seen[0], 0.0, 0.0),
        (0.0, wanted[1] / seen[1], 0.0),
        (0.0, 0.0, wanted[2] / seen[2]),
    )
    return _product(_inverse(_BRADFORD), _product(ratio, _BRADFORD))


def _xyz_of(x: float, y: float) -> Vector:
    return (x / y, 1.0, (1 - x - y) / y)


def _times(matrix: Matrix, vector: Vector) -> Vector:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return (one, two, three)


def _product(left: Matrix, right: Matrix) -> Matrix:
    one, two, three = (_times(left, column) for column in _transposed(right))
    return _transposed((one, two, three))


def _transposed(matrix: Matrix) -> Matrix:
    one, two, three = zip(*matrix, strict=True)
    return (one, two, three)


def _inverse(matrix: Matrix) -> Matrix:
    (a, b, c), (d, e, f), (g, h, i) = matrix
    size = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    return (
        ((e * i - f * h) / size, (c * h - b * i) / size, (b * f - c * e) / size),
        ((f * g - d * i) / size, (a * i - c * g) / size, (c * d - a * f) / size),
        ((d * h - e * g) / size, (b * g - a * h) / size, (a * e - b * d) / size),
    )


def _profile(tags: dict[bytes, bytes]) -> bytes:
    """Put a version 4 profile together: header, table of tags, tags; each begins at a multiple of four."""
    offset, table, data = 132 + 12 * len(tags), b"", b""
    for name, content in tags.items():
        table += name + struct.pack(">II", offset + len(data), len(content))
        data += content + bytes(-len(content) % 4)
    made = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    header = struct.pack(
        ">I4xI4s4s4s12s4s28x3i48x",
        offset + len(data), 0x04200000, b"mntr", b"RGB ", b"XYZ ", made, b"acsp", *map(_fixed, _D50),
    )  # fmt: skip
    return header + struct.pack(">I", len(tags)) + table + data


def _curve(curve: str) -> bytes:
    kind, numbers = (3, _SRGB_PARAMETERS) if curve == SRGB_CURVE else (0, (float(curve),))
    return b"para" + struct.pack(f">4xH2x{len(numbers)}i", kind, *map(_fixed, numbers))


def _xyz(values: Vector) -> bytes:
    return b"XYZ " + struct.pack(">4x3i", *map(_fixed, values))


def _text(words: str) -> bytes:
    letters = words.encode("utf-16-be")
    return b"mluc" + struct.pack(">4xII2s2sII", 1, 12, b"en", b"US", len(letters), 28) + letters


def _fixed(value: float) -> int:
    return round(value * 65536)
