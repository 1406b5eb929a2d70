"""The mould that the moon moth and the sun moth share: wings, antennae and body."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import atan2

from pin import Fill, Item, Line
from shapes import Point, curve, ellipse, polar, polyline, ribbon, sample


@dataclass(frozen=True)
class Wings:
    """The paths of the left pair of wings."""

    fore: str
    fore_band: str
    costa: str
    fore_veins: tuple[str, ...]
    hind: str
    hind_band: str
    tail: str
    hind_veins: tuple[str, ...]


def wing_paths() -> Wings:
    """Return the left wings."""
    return Wings(
        fore="M786 640C740 560 650 452 520 392C420 346 270 318 190 352C172 362 176 384 190 402"
        "C232 462 214 560 262 660C292 724 350 778 410 786C540 800 690 770 784 742Z",
        fore_band="M186 366C174 372 178 388 190 402C232 462 214 560 262 660C292 724 350 778 410 786"
        "C424 788 440 788 456 787C402 752 362 700 338 630C306 536 274 428 186 366Z",
        costa="M786 640C740 560 650 452 520 392C420 346 270 318 190 352C184 356 182 361 182 366"
        "C290 352 420 392 520 448C620 504 710 590 784 680Z",
        fore_veins=(
            "M782 690C720 640 620 590 534 580",
            "M780 708C680 690 600 690 400 726",
            "M782 724C680 740 590 762 500 772",
            "M470 492C440 450 380 420 318 404",
            "M402 566C380 552 352 540 318 530",
        ),
        hind="M784 748C690 772 560 800 452 790C420 850 404 930 430 1000C444 1036 464 1060 486 1082"
        "C512 1106 530 1140 528 1184C520 1270 480 1340 424 1392C404 1412 414 1440 446 1442"
        "C530 1440 604 1372 624 1280C638 1208 642 1150 668 1088C690 1040 716 1020 716 1020"
        "C746 970 776 930 784 880Z",
        hind_band="M452 790C420 850 404 930 430 1000C444 1036 464 1060 486 1082C550 1090 620 1060 660 1010"
        "C600 1040 530 1030 496 980C466 930 470 850 500 793C484 793 468 792 452 790Z",
        tail="M486 1082C512 1106 530 1140 528 1184C520 1270 480 1340 424 1392C404 1412 414 1440 446 1442"
        "C530 1440 604 1372 624 1280C638 1208 642 1150 668 1088C610 1112 540 1106 486 1082Z",
        hind_veins=(
            "M782 790C730 820 660 870 610 914",
            "M782 830C740 900 690 980 640 1050C590 1130 604 1300 486 1400",
            "M780 770C700 790 620 810 540 836",
            "M560 1120C572 1180 560 1250 530 1306",
        ),
    )


def antennae(colour: str) -> tuple[Item, ...]:
    """Return the left antenna, a fern-like comb with coloured webbing."""
    stem = [(790.0, 592.0), (772.0, 490.0), (730.0, 390.0), (664.0, 296.0)]
    spine = sample(stem, 9)[9:]
    web = ribbon(spine[::3], [26, 74, 96, 102, 94, 74, 34])
    return (
        Fill(web, colour),
        *(tooth for pair in pairwise(spine[1:-2]) for tooth in _teeth(*pair)),
        Line(curve(stem), 11),
    )


def _teeth(here: Point, after: Point) -> tuple[Item, Item]:
    """Return the two teeth of the comb at one place, swept towards the tip."""
    angle = atan2(after[1] - here[1], after[0] - here[0])
    ends = (polar(*here, 33, angle + 0.9), polar(*here, 33, angle - 0.9))
    return Line(polyline([here, ends[0]]), 5), Line(polyline([here, ends[1]]), 5)


def body(fur: str, collar: str, eye: str) -> tuple[Item, ...]:
    """Return the thorax, the ringed abdomen and the head."""
    abdomen = (
        "M758 730C744 820 752 930 772 1010C782 1050 790 1068 800 1080C810 1068 818 1050 828 1010"
        "C848 930 856 820 842 730Z"
    )
    thorax = (
        "M800 596C852 600 876 650 870 710C864 762 838 790 800 792C762 790 736 762 730 710"
        "C724 650 748 600 800 596Z"
    )
    rings = (
        Line(f"M{755 + i * 2} {812 + i * 50}Q800 {838 + i * 50} {845 - i * 2} {812 + i * 50}", 7)
        for i in range(5)
    )
    places = ((766, 722), (800, 714), (834, 722), (783, 750), (817, 750))
    tufts = (Line(f"M{x - 9} {y}l9 13l9 -13", 5) for x, y in places)
    return (
        Fill(abdomen, fur),
        *rings,
        Fill(thorax, fur),
        *tufts,
        Fill("M742 650C770 690 830 690 858 650C850 618 828 600 800 600C772 600 750 618 742 650Z", collar),
        Fill(ellipse(800, 590, 40, 34), fur),
        Fill(ellipse(770, 584, 15, 18), eye, line=6),
        Fill(ellipse(830, 584, 15, 18), eye, line=6),
    )
