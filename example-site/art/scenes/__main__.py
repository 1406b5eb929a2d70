"""Draw the story pictures: `python example-site/art/scenes [--preview DIR] [--keep DIR] [desk card fair]`."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

ART = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ART))

from photograph import camera, develop  # noqa: E402

from scenes.tabletop import Table  # noqa: E402

IMAGES = ART.parent / "images"
NAMES = ("desk", "card", "fair")


def main() -> None:
    """Draw the scenes asked for, or all three."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=NAMES, help="desk, card, fair")
    parser.add_argument("--preview", type=Path, help="write small PNG files to this folder instead")
    parser.add_argument("--keep", type=Path, help="keep cut-out pins in this folder for the next time")
    arguments = parser.parse_args()
    with camera() as page:
        for name in arguments.names:
            image = importlib.import_module(f"scenes.{name}").picture(Table(page, arguments.keep))
            if arguments.preview:
                image.resize((800, 534)).save(arguments.preview / f"{name}.png")
                continue
            sys.stdout.write(f"{name}.jpg  {develop(image, IMAGES / f'{name}.jpg') / 1000:.0f} kB\n")


if __name__ == "__main__":
    main()
