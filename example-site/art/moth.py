"""The mould that the moon moth and the sun moth share: wings, antennae and body."""

from __future__ import annotations

from dataclasses import dataclass

from pin import Fill, Item, Line, Metal
from shapes import blob, curve, ellipse, ribbon, sample


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
        hind="M784 748C690 772 560 800 452 790C420 850 404 930 430 1000C452 1060 500 1084 524 1140"
        "C552 1206 540 1280 496 1352C484 1376 494 1400 522 1402C590 1402 650 1340 664 1250"
        "C676 1172 680 1080 716 1020C746 970 776 930 784 880Z",
        hind_band="M452 790C420 850 404 930 430 1000C446 1042 476 1068 499 1098C560 1092 620 1060 660 1010"
        "C600 1040 530 1030 496 980C466 930 470 850 500 793C484 793 468 792 452 790Z",
        tail="M499 1098C508 1110 517 1124 524 1140C552 1206 540 1280 496 1352C484 1376 494 1400 522 1402"
        "C590 1402 650 1340 664 1250C670 1208 674 1160 681 1116C630 1140 560 1130 499 1098Z",
        hind_veins=(
            "M782 790C730 820 660 870 612 918",
            "M782 830C740 900 700 970 674 1060C640 1170 640 1270 560 1362",
            "M780 770C700 790 620 810 540 836",
            "M598 1134C606 1190 600 1240 584 1290",
        ),
    )


def antennae(colour: str) -> tuple[Item, ...]:
    """Return the left antenna, a fern-like comb with coloured webbing."""
    stem = [(786.0, 590.0), (752.0, 500.0), (690.0, 410.0), (610.0, 340.0)]
    comb = sample(stem, 6)[4:-1]
    teeth = (
        Line(curve([p, (p[0] + 14, p[1] - 30), (p[0] + 8 - i, p[1] - 54 + 2 * i)]), 6) for i, p in enumerate(comb)
    )
    web = blob([(748, 470), (770, 440), (740, 380), (690, 318), (612, 288), (596, 326), (672, 394), (722, 452)])
    return (Fill(web, colour), Line(curve(stem), 10), *teeth)


def body(fur: str, collar: str, eye: str) -> tuple[Item, ...]:
    """Return the thorax, the ringed abdomen and the head."""
    abdomen = "M758 730C744 820 752 930 772 1010C782 1050 790 1068 800 1080C810 1068 818 1050 828 1010C848 930 856 820 842 730Z"
    thorax = "M800 596C852 600 876 650 870 710C864 762 838 790 800 792C762 790 736 762 730 710C724 650 748 600 800 596Z"
    rings = (
        Line(f"M{755 + i * 2} {812 + i * 50}Q800 {838 + i * 50} {845 - i * 2} {812 + i * 50}", 7) for i in range(5)
    )
    tufts = (
        Line(curve([(748 + i * 26, 690 + (i % 2) * 16), (754 + i * 26, 720 + (i % 2) * 16)]), 5) for i in range(5)
    )
    return (
        Fill(abdomen, fur),
        *rings,
        Fill(thorax, fur),
        *tufts,
        Fill("M742 650C770 690 830 690 858 650C850 618 828 600 800 600C772 600 750 618 742 650Z", collar),
        Fill(ellipse(800, 590, 40, 34), fur),
        Fill(ellipse(770, 584, 15, 18), eye, line=6),
        Fill(ellipse(830, 584, 15, 18), eye, line=6),
        Metal(ribbon([(793, 612), (800, 630), (807, 612)], [3, 8, 3])),
    )
