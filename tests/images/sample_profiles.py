"""ICC profiles written byte by byte, and the colour arithmetic that says what they mean."""

import struct

from PIL import ImageCms

D50 = (0.9642, 1.0, 0.8249)

# Primaries adapted to D50, one column each for red, green, blue.
DISPLAY_P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
SRGB = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))


def rgb_profile(primaries, gamma, name):
    """Return a matrix profile: three primaries and one gamma; without a gamma, the curve of sRGB."""
    tags = {b"desc": _text_description(name), b"cprt": _text("none"), b"wtpt": _xyz(D50)}
    for channel, primary in zip(b"rgb", primaries, strict=True):
        tags[bytes([channel]) + b"XYZ"] = _xyz(primary)
        tags[bytes([channel]) + b"TRC"] = _curve(gamma)
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags)


def grey_profile(gamma):
    """Return a profile for one channel of grey."""
    tags = {
        b"desc": _text_description("Grey"),
        b"cprt": _text("none"),
        b"wtpt": _xyz(D50),
        b"kTRC": _curve(gamma),
    }
    return _profile(b"mntr", b"GRAY", b"XYZ ", tags)


def cmyk_profile(corners):
    """Return a profile whose 16 corners of ink have the Lab given by `corners(c, m, y, k)`."""
    table = bytearray()
    for number in range(16):
        lightness, a, b = corners(*(number >> shift & 1 for shift in (3, 2, 1, 0)))
        table += bytes((round(lightness * 2.55), a + 128, b + 128))
    identity = bytes(range(256))
    matrix = struct.pack(">9i", *(65536 if place in (0, 4, 8) else 0 for place in range(9)))
    lut = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + matrix + identity * 4 + bytes(table) + identity * 3
    tags = {b"desc": _text_description("Inks"), b"cprt": _text("none"), b"wtpt": _xyz(D50), b"A2B0": lut}
    return _profile(b"prtr", b"CMYK", b"Lab ", tags)


def _profile(kind, space, connection, tags):
    offset, table, data = 132 + 12 * len(tags), b"", b""
    for name, content in tags.items():
        table += name + struct.pack(">II", offset + len(data), len(content))
        data += content + bytes(-len(content) % 4)
    header = struct.pack(
        ">I4sI4s4s4s12s4s28s3i48s", offset + len(data), b"none", 0x02400000, kind, space, connection,
        b"\7\xd0\0\1\0\1\0\0\0\0\0\0", b"acsp", b"", *(round(value * 65536) for value in D50), b"",
    )  # fmt: skip
    return header + struct.pack(">I", len(tags)) + table + data


def _xyz(values):
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def _curve(gamma):
    if gamma is None:
        steps = [round(_linear(step / 4095) * 65535) for step in range(4096)]
        return b"curv\0\0\0\0" + struct.pack(f">I{len(steps)}H", len(steps), *steps)
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))


def _text(words):
    return b"text\0\0\0\0" + words.encode() + b"\0"


def _text_description(words):
    written = words.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(written)) + written + bytes(78)


def srgb_bytes():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def lab_of(rgb, primaries, gamma=None):
    """Return CIE L*a*b* (D50) of an 8-bit colour in a matrix space; without a gamma, by the curve of sRGB."""
    linear = [_linear(value / 255) if gamma is None else (value / 255) ** gamma for value in rgb]
    xyz = [sum(linear[channel] * primaries[channel][row] for channel in range(3)) for row in range(3)]
    f = [_cube_root(value / white) for value, white in zip(xyz, D50, strict=True)]
    return (116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]))


def _linear(value):
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _cube_root(value):
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def delta_e(one, other):
    """Return the CIE 1976 distance of two colours; about 2.3 is the least that an eye notices."""
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5
