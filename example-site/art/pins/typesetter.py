"""Typesetter: a composing stick with two lines of type and one red initial."""

from __future__ import annotations

from pin import Back, Fill, Groove, Item, Metal, Picture, Pin, Text
from shapes import circle, rect, star

RED = "#b3262e"
LEFT, TOP, SORT, TALL = 330, 560, 168, 230


def sort(column: int, row: int, letter: str) -> tuple[Item, ...]:
    """Return one piece of type: its body, its nick and its face."""
    x, y = LEFT + column * SORT, TOP + row * (TALL + 8)
    face = Text(letter, x + SORT / 2, y + 172, 178, "Liberation Serif")
    if (column, row) == (0, 0):
        return (
            Metal(rect(x + 3, y, SORT - 6, TALL, 6), 0.92),
            Fill(rect(x + 14, y + 14, SORT - 28, TALL - 28, 4), RED, line=6),
            Metal(face, 1),
        )
    return (
        Metal(rect(x + 3, y, SORT - 6, TALL, 6), 0.86),
        Metal(rect(x + 13, y + 13, SORT - 26, TALL - 26, 4), 0.52),
        Metal(face, 1),
    )


def line(row: int, words: str) -> tuple[Item, ...]:
    """Return a line of type."""
    return tuple(part for column, letter in enumerate(words) for part in sort(column, row, letter))


PIN = Pin(
    outline=(rect(190, 500, 1230, 670, 26), rect(1170, 420, 150, 660, 20)),
    items=(
        Metal(rect(190, 500, 1230, 670, 20), 0.5),
        *(Groove(f"M300 {y}H1170", 5, 0.42) for y in range(530, 1070, 26)),
        *line(0, "SMALL"),
        *line(1, "HOURS"),
        Metal(rect(190, 500, 118, 670, 20), 0.96),
        Metal(rect(190, 1052, 1230, 118, 20), 1),
        *(Groove(f"M{x} 1100V{1140 if i % 5 == 0 else 1122}", 6, 0.5) for i, x in enumerate(range(330, 1180, 34))),
        Metal(rect(1170, 420, 150, 660, 18), 0.96),
        Metal(rect(1188, 440, 114, 620, 10), 0.66),
        Metal(circle(1245, 800, 74), 0.55),
        Metal(circle(1245, 800, 60), 1),
        Groove("M1200 770L1290 830", 12, 0.4),
        Metal(star(1245, 560, 46, 19), 1),
        Metal("M1262 934A52 52 0 1 0 1292 1004A42 42 0 0 1 1262 934Z", 1),
        Metal(rect(212, 522, 74, 626, 10), 0.66),
        Metal(circle(249, 590, 22), 0.6),
        Metal(circle(249, 590, 13), 1),
        Metal(circle(249, 1080, 22), 0.6),
        Metal(circle(249, 1080, 13), 1),
        Metal(Text("INES MARLOW", 249, 840, 34, "Liberation Serif", 700, 3), 1, "rotate(-90 249 828)"),
    ),
    plating="antique-silver",
    finish="die-struck",
    rim=10,
)
BACK = Back(
    posts=((470, 800), (1130, 800)),
    stamp=("© MARLOW", "2026", "LE 60"),
    stamp_at=(800, 770),
    stamp_size=56,
    number="07/60",
    number_at=(800, 1060),
    texture="sandblast",
    clutch="locking",
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="oak", tilt=-4),
    "back.jpg": Picture(PIN, ground="oak", tilt=3, back=BACK),
}
