"""Typesetter: a composing stick with one line of type, upside down and from left to right."""

from __future__ import annotations

from dataclasses import dataclass

from pin import Groove, Hole, Item, Metal, Picture, Pin, Print, Text, mirrored, shifted
from shapes import circle, rect

from pins._hardware import nut, stamp

RUBRIC = "#e4002b"
LEFT, RIGHT, TOP, BOTTOM = 132, 1468, 452, 1120
FOOT = 1010
LINE, CAP = 700, 1004
STRETCH = 1.66
SIZE = 136


@dataclass(frozen=True)
class Sort:
    """A piece of type: its letter (none on a space), its width and how its lead has worn."""

    letter: str
    wide: float
    worn: float = 0.66


SORTS = (
    Sort("S", 84),
    Sort("M", 134, 0.62),
    Sort("A", 102, 0.68),
    Sort("L", 92),
    Sort("L", 92, 0.62),
    Sort("", 52, 0.5),
    Sort("H", 110, 0.68),
    Sort("O", 108, 0.64),
    Sort("U", 102),
    Sort("R", 100, 0.62),
    Sort("S", 84, 0.68),
)
START = 292


def face(sort: Sort, x: float) -> tuple[Item, ...]:
    """Return the printing face: in the stick, letters stand on their heads and read from left to right."""
    mid, line = x + sort.wide / 2, (LINE + CAP) / 2
    glyph = Text(sort.letter, mid, line + SIZE * 0.33, SIZE, "Liberation Serif")
    flip = f"translate(0 {line:g}) scale(1 {-STRETCH:g}) translate(0 {-line:g})"
    return (shifted(Metal(glyph, 1), flip),)


def sorts() -> tuple[Item, ...]:
    """Return the line of type with its bodies, nicks and faces."""
    found: list[Item] = []
    x = float(START)
    for i, sort in enumerate(SORTS):
        top = LINE + (6 if i % 3 == 1 else 0)
        found += [
            Metal(rect(x + 2, top, sort.wide - 4, CAP - top, 5), sort.worn if sort.letter else 0.58),
            Groove(rect(x + 2, top, sort.wide - 4, CAP - top, 5), 5, 0.34),
        ]
        found += face(sort, x) if sort.letter else ()
        x += sort.wide + 2
    return tuple(found)


def red_initial() -> tuple[Item, ...]:
    """Return the coat of red on the first letter, put on with a brush."""
    return tuple(
        shifted(Print(item.shape, f"{RUBRIC}ea"), item.transform)
        for item in face(SORTS[0], START)
        if isinstance(item, Metal)
    )


def lead(y: float, height: float, right: float) -> tuple[Item, ...]:
    """Return a strip of lead above the line."""
    return Metal(rect(START, y, right - START, height, 4), 0.62), Groove(
        rect(START, y, right - START, height, 4), 5, 0.36
    )


END = START + sum(s.wide + 2 for s in SORTS)

TRAY: tuple[Item, ...] = (
    Metal(rect(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, 34), 0.94),
    Metal(rect(LEFT + 30, TOP + 30, RIGHT - LEFT - 74, FOOT - TOP - 30, 10), 0.5),
    *(Groove(f"M{LEFT + 40} {y}H{RIGHT - 56}", 3, 0.44) for y in range(TOP + 44, FOOT, 22)),
)


def ruler() -> tuple[Item, ...]:
    """Return the foot of the stick with its scale and the row of holes for the knee."""
    found: list[Item] = [Groove(f"M{LEFT + 16} {FOOT + 12}H{RIGHT - 16}", 5, 0.5)]
    for i in range(52):
        x = START + i * (END - START) / 50
        if x < RIGHT - 24:
            found.append(Groove(f"M{x:.0f} {FOOT + 22}v{34 if i % 5 == 0 else 18}", 4, 0.4))
    step = (END - START) / 50
    found.extend(
        Metal(Text(str(i), START + i * step, BOTTOM - 18, 36, "Liberation Serif"), 0.3)
        for i in range(5, 51, 5)
    )
    return tuple(found)


HEAD: tuple[Item, ...] = (
    Metal(rect(END + 8, TOP - 26, RIGHT - END + 6, FOOT - TOP + 40, 16), 1),
    Groove(f"M{END + 22} {TOP - 8}V{FOOT}", 5, 0.5),
    Groove(circle((END + RIGHT + 20) / 2, 560, 20), 6, 0.45),
    Groove(circle((END + RIGHT + 20) / 2, 900, 20), 6, 0.45),
)
KNEE: tuple[Item, ...] = (
    Metal(rect(224, TOP - 34, 64, FOOT - TOP + 46, 12), 1),
    Groove(f"M272 {TOP - 16}V{FOOT}", 5, 0.5),
    Groove(f"M240 {TOP - 16}V{FOOT}", 4, 0.55),
    Metal("M234 620L104 660C84 668 74 690 76 716L80 830C82 858 98 874 122 880L234 902Z", 0.86),
    Groove("M224 640L116 674C104 680 98 694 100 716L104 824C106 844 116 854 132 858L224 878", 5, 0.5),
    Metal(circle(160, 768, 66), 1),
    Metal(circle(160, 768, 46), 0.8),
    Groove("M122 790L198 746", 13, 0.4),
    Metal(rect(250, 486, 110, 54, 27), 0.96),
    Groove("M300 500H346", 5, 0.5),
    Groove("M300 526H346", 5, 0.5),
)

BODY = (
    rect(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, 34),
    rect(END + 8, TOP - 26, RIGHT - END + 6, FOOT - TOP + 40, 16),
    rect(224, TOP - 34, 64, FOOT - TOP + 46, 12),
    "M234 620L104 660C84 668 74 690 76 716L80 830C82 858 98 874 122 880L234 902Z",
)

PIN = Pin(
    items=(
        *TRAY,
        *ruler(),
        *lead(612, 26, END),
        *lead(642, 50, END),
        *sorts(),
        *red_initial(),
        *HEAD,
        *KNEE,
        *(Hole(circle(x, 536, 15)) for x in range(420, 1330, 130)),
    ),
    outline=BODY,
    plating="antique-silver",
    finish="die-struck",
    rim=12,
)
REVERSE = Pin(
    items=(
        *mirrored(*(Metal(shape, 0.78) for shape in BODY)),
        Groove("".join(f"M150 {y}H1450" for y in range(590, 1100, 16)), 5, 0.68),
        Metal(rect(522, 706, 556, 216, 20), 0.78),
        Groove(rect(522, 706, 556, 216, 20), 5, 0.5),
        *stamp(("SET IN HAMBURG", "LE 60"), 800, 798, 54),
        *mirrored(*(Hole(circle(x, 536, 15)) for x in range(420, 1330, 130))),
    ),
    plating="antique-silver",
    finish="die-struck",
    rim=12,
    parts=(nut(370, 815, 122, "antique-silver"), nut(1230, 815, 122, "antique-silver")),
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="ledger", tilt=-4),
    "back.jpg": Picture(REVERSE, ground="ledger", tilt=3),
}
