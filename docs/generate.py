"""Write the generated pages of the manual: `python docs/generate.py`. A test keeps them current."""

from __future__ import annotations

import sys
from pathlib import Path

from pinsite.catalogue import BUILT_IN, field_lines, inner_records
from pinsite.diagnostics.codes import CODES

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from theme_reference import theme_reference  # noqa: E402 - found only after the line above

_RECORDS = (
    ("pin", "A pin: `pins/<id>.yaml` or `pins/<id>/pin.yaml`"),
    ("series", "A series: `series/<id>.yaml`"),
    ("story", "The front matter of a story or page: `stories/<id>.md`, `pages/<id>.md`"),
    ("site", "The settings: `pinsite.yaml`"),
)
_WORDS = (
    "technique",
    "base_metal",
    "plating",
    "effects",
    "colour",
    "construction",
    "attachment",
    "status",
    "role",
    "stage",
    "licence_status",
    "edition_type",
)


def fields() -> str:
    """Return the field reference."""
    parts = [
        "# Field reference\n",
        "<!-- Written by docs/generate.py out of the schema. -->\n",
        (
            "Every key that pinsite reads. A key that is not here is an error, unless it begins with `x_`: such"
            " keys are your own and reach the templates untouched. Any text may be a map of languages, as"
            " `{en: Moon Moth, de: Mondspinner}`.\n"
        ),
    ]
    for record, title in _RECORDS:
        parts.append(f"## {title}\n")
        parts.append(_table(record))
    parts.append("## Smaller records\n")
    parts += [_inner_tables()]
    parts.append(
        "## Words\n\nThe built-in terms of each vocabulary. `vocabularies` in `pinsite.yaml` adds your own.\n"
    )
    parts += [_vocabulary(name) for name in _WORDS]
    return "\n".join(parts)


def _table(record: str) -> str:
    rows = ["| key | what |", "| --- | --- |"]
    for line in field_lines(record):
        need = " **required**" if line.required else ""
        inner = (
            f" → [{_title(line.model)}](#{_title(line.model).lower().replace(' ', '-')})"
            if line.model
            else ""
        )
        rows.append(f"| `{line.name}` | {line.description}{inner}{need} |")
    return "\n".join(rows) + "\n"


def _title(model: str) -> str:
    return model.removesuffix("_").removesuffix("Entry")


def _inner_tables() -> str:
    parts = []
    for model, lines in inner_records():
        rows = [f"### {_title(model)}\n", "| key | what |", "| --- | --- |"]
        rows += [
            f"| `{line.name}` | {line.description}{' **required**' if line.required else ''} |"
            for line in lines
        ]
        parts.append("\n".join(rows) + "\n")
    return "\n".join(parts)


def _vocabulary(name: str) -> str:
    terms = ", ".join(f"`{code}`" for code in BUILT_IN[name])
    return f"**{name}**: {terms}\n"


def problems() -> str:
    """Return the manual of all problems."""
    parts = [
        "# Problems\n",
        "<!-- Written by docs/generate.py out of the codes. -->\n",
        (
            "Each problem has a code; `pinsite explain CODE` shows its page. An error keeps the site from being"
            " written, a warning does not. With `strict: true` in `pinsite.yaml`, or `pinsite check --strict`,"
            " every warning is an error.\n"
        ),
    ]
    parts += [
        f"## {code.id}: {code.title}\n\n*{code.severity.capitalize()}.* {code.manual}\n"
        for code in CODES.values()
    ]
    return "\n".join(parts)


#: The generated pages, by file name.
PAGES = {"fields.md": fields, "problems.md": problems, "theme-reference.md": theme_reference}

if __name__ == "__main__":
    for name, write in PAGES.items():
        (HERE / name).write_text(write(), "utf-8")
        print(f"docs/{name}")
