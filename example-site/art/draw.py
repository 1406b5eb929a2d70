"""Draw the pictures of the example site: `draw.py [--preview DIR] [ID[/NAME.jpg] ...]`."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from photograph import camera, develop, photograph  # noqa: E402
from pin import Picture  # noqa: E402
from scene import scene  # noqa: E402

PINS = HERE.parent / "pins"
PREVIEW = 800


def known() -> list[str]:
    """Return the identifiers of all pins with a drawing."""
    return sorted(p.stem.replace("_", "-") for p in (HERE / "pins").glob("[a-z]*.py"))


def pictures(pin_id: str) -> dict[str, Picture]:
    """Return the pictures that a drawing declares, by file name."""
    module = importlib.import_module(f"pins.{pin_id.replace('-', '_')}")
    found: dict[str, Picture] = module.PICTURES
    return found


def wanted(names: list[str]) -> list[tuple[str, str, Picture]]:
    """Return the pictures asked for as identifier, file name, picture."""
    asked = [name.partition("/") for name in names or known()]
    return [
        (pin_id, file, picture)
        for pin_id, _, only in asked
        for file, picture in pictures(pin_id).items()
        if only in ("", file)
    ]


def main() -> None:
    """Draw what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="pins, or single pictures such as moon-moth/back.jpg")
    parser.add_argument("--preview", type=Path, help="write small PNG files to this folder instead")
    arguments = parser.parse_args()
    with camera() as page:
        for pin_id, file, picture in wanted(arguments.names):
            image = photograph(page, scene(picture))
            if arguments.preview:
                arguments.preview.mkdir(parents=True, exist_ok=True)
                small = image.resize((PREVIEW, PREVIEW))
                small.save(arguments.preview / f"{pin_id}-{Path(file).stem}.png")
                continue
            size = develop(image, PINS / pin_id / file)
            sys.stdout.write(f"{pin_id}/{file}  {size / 1000:.0f} kB\n")


if __name__ == "__main__":
    main()
