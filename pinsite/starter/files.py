"""Write the starter catalogue, and new records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pinsite.files import stamps_below, write_whole

_CATALOGUE = Path(__file__).parent / "catalogue"
_IGNORED = "/.pinsite/\n/public/\n"


def write_starter(folder: Path, theme: str) -> list[str]:
    """Write the starter catalogue into an empty folder; return the paths written."""
    written = []
    for path in sorted(stamps_below(_CATALOGUE)):
        content = (_CATALOGUE / path).read_bytes()
        if path == "pinsite.yaml":
            content = content.replace(b"theme: atelier", f"theme: {theme}".encode())
        write_whole(folder / path, content)
        written.append(path)
    write_whole(folder / ".gitignore", _IGNORED.encode())
    return [*written, ".gitignore"]


_PLACES = {
    "pin": ("pins/{id}/pin.yaml", "pins/{id}.yaml", "pins/{id}.yml", "pins/{id}/pin.yml"),
    "series": ("series/{id}.yaml", "series/{id}.yml", "series/{id}/series.yaml"),
    "story": ("stories/{id}.md",),
    "page": ("pages/{id}.md",),
}


def record_path(kind: str, id: str, root: Path) -> Iterator[str]:
    """Walk the files that hold a record of this id already."""
    for place in _PLACES[kind]:
        path = place.format(id=id)
        if (root / path).exists():
            yield path


def new_record(root: Path, kind: str, id: str, title: str, today: date) -> Path:
    """Write a record ready to be filled in; return its path."""
    path = root / _PLACES[kind][0].format(id=id)
    write_whole(path, _TEXTS[kind].format(title=_quoted(title), today=today.isoformat(), id=id).encode())
    return path


def _quoted(title: str) -> str:
    """Return a title as YAML text: as it is where that is safe, else in quotes."""
    plain = title.replace(" ", "").replace("-", "").replace("'", "")
    safe = plain.isalnum() and title[0].isalpha() and title.lower() not in ("null", "true", "false")
    return title if safe else json.dumps(title, ensure_ascii=False)


_PIN = """\
title: {title}
# One sentence, for lists and search engines.
# summary:
# The text of its page, in Markdown.
# description: |

# Where it belongs, and when it came out (a year, a month or a day).
# series:
# released: {today}

# How it is made. `pinsite check` names the words it knows.
# technique: [hard-enamel]
# base_metal: zinc-alloy
# plating: gold
size: 30 x 30 mm
attachment: {{type: rubber-clutch, posts: 2}}

# Put the pictures beside this file, and say in one sentence what is seen on each.
# images:
#   - {{file: front.jpg, role: front, alt: ""}}
#   - {{file: back.jpg, role: back, alt: ""}}

# limited (with a size), timed, release or open.
edition: open
# edition: {{type: limited, size: 100, sold: 0, as_of: {today}}}

# A draft is not shown. Remove this line when the pin is ready.
draft: true
"""

_SERIES = """\
title: {title}
# summary:
# description: |
"""

_STORY = """\
---
title: {title}
date: {today}
# summary:
# pins: []
draft: true
---

Write here. A pin is linked as `[her name](pin:id)`, and a line of its own with `{{pin: id}}` sets its card.
"""

_PAGE = """\
---
title: {title}
# summary:
---

Write here.
"""

_TEXTS = {"pin": _PIN, "series": _SERIES, "story": _STORY, "page": _PAGE}
