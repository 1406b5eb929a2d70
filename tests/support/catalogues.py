"""Write small catalogues, with pictures made by Pillow."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from PIL import Image, ImageDraw

LEDGER_HEADER = "date,pin,variant,event,from,quantity,copies,grade,channel,ref,note"


def write_text(path: Path, text: str) -> Path:
    """Write a text file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def as_yaml(fields: Mapping[str, object]) -> str:
    """Return fields as YAML: one key a line, values as JSON, which is YAML too."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())


def write_settings(root: Path, **fields: object) -> Path:
    """Write `pinsite.yaml`."""
    given = {"title": "Night Garden Pins", "theme": "foundation", **fields}
    return write_text(
        root / "pinsite.yaml", as_yaml({key: value for key, value in given.items() if value is not None})
    )


def write_pin(root: Path, id: str, **fields: object) -> Path:
    """Write a pin as `pins/<id>.yaml`."""
    given = {"title": id.replace("-", " ").title(), **fields}
    return write_text(root / "pins" / f"{id}.yaml", as_yaml(given))


def write_series(root: Path, id: str, **fields: object) -> Path:
    """Write a series."""
    return write_text(
        root / "series" / f"{id}.yaml", as_yaml({"title": id.replace("-", " ").title(), **fields})
    )


def write_document(root: Path, kind: str, id: str, body: str = "Some words.\n", **fields: object) -> Path:
    """Write a story or a page (`kind` is the folder: stories or pages)."""
    matter = as_yaml({"title": id.replace("-", " ").title(), **fields})
    return write_text(root / kind / f"{id}.md", f"---\n{matter}---\n\n{body}")


def ledger_row(
    date: str = "2026-03-01",
    pin: str = "",
    event: str = "sold",
    *,
    variant: str = "",
    from_: str = "",
    quantity: int | str = "",
    copies: str = "",
    grade: str = "",
    channel: str = "",
    ref: str = "",
    note: str = "",
) -> str:
    """Return one row of a ledger."""
    cells = (date, pin, variant, event, from_, quantity, copies, grade, channel, ref, note)
    return ",".join(str(cell) for cell in cells)


def write_ledger(root: Path, rows: Iterable[str]) -> Path:
    """Write `ledger.csv`."""
    return write_text(root / "ledger.csv", "\n".join([LEDGER_HEADER, *rows]) + "\n")


def append_ledger(root: Path, *rows: str) -> None:
    """Append rows to `ledger.csv`."""
    with (root / "ledger.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{row}\n" for row in rows)


def write_picture(path: Path, colour: str = "#7a2426", size: tuple[int, int] = (64, 48)) -> Path:
    """Write a small picture of one colour with a bar across it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.new("RGB", size, colour)
    ImageDraw.Draw(picture).line((0, 0, *size), fill="#d8b45a", width=3)
    picture.save(path, compress_level=0)  # PNG files of one size have one number of bytes
    return path


def write_small_catalogue(root: Path) -> Path:
    """Write five pins in two series, a story, two pages and a ledger; text alone, in two languages."""
    write_settings(
        root,
        languages=["en", "de"],
        currency="EUR",
        paginate=3,
        author={"name": "Ada Example"},
        grades=[
            {"code": "A", "name": "Standard", "counts": True},
            {"code": "B", "name": "Seconds", "counts": True},
        ],
    )
    write_series(root, "night-garden", description="Flowers that open after dark.")
    write_series(root, "tide-pool")
    write_pin(
        root,
        "moon-moth",
        series="night-garden",
        position=1,
        released="2025-10-01",
        plating="black-nickel",
        description="Opens at night.",
        technique="hard-enamel",
        tags=["moth", "night"],
        edition={"type": "limited", "size": 100},
    )
    write_pin(root, "sun-moth", series="night-garden", position=2, released="2025-11-01", plating="gold",
              title={"en": "Sun Moth", "de": "Sonnenmotte"}, tags=["moth"], price="14.00 EUR")  # fmt: skip
    write_pin(root, "night-fox", series="night-garden", position=3, released="2025-12-01", plating="gold",
              description="Looks for [the moth](pin:moon-moth).", tags=["fox", "night"])  # fmt: skip
    write_pin(root, "seahorse", series="tide-pool", released="2024-05-01", plating="silver",
              edition={"type": "open"}, variants=[
                  {"id": "blue", "title": "Blue", "edition": {"type": "limited", "size": 20}},
                  {"id": "gold", "title": "Gold", "plating": "gold"}])  # fmt: skip
    write_pin(root, "hermit-crab", released="2023-05-01")
    write_document(
        root,
        "stories",
        "how-it-began",
        "It began with\n\n{pin: moon-moth}\n",
        date="2025-09-01",
        pins=["moon-moth"],
    )
    write_document(root, "pages", "about", "I draw pins.")
    write_document(root, "pages", "faq", "Ask me.")
    write_ledger(root, [
        ledger_row("2026-01-10", "moon-moth", "sold", quantity=3),
        ledger_row("2026-01-12", "seahorse", "sold", variant="blue", quantity=2),
    ])  # fmt: skip
    return root


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text in a file, which must be there once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"`{old}` is {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), "utf-8")
