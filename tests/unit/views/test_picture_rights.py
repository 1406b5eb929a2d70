"""Rights of the design, of the site's pictures and of one picture are three things."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from pinsite.build import Build, Order

PIN = """\
title: Moon Moth
rights: In copyright
images:
  - {file: front.jpg, role: front, alt: A moth with wide wings, rights: CC0-1.0, credit: Photo by Jo}
  - {file: back.jpg, role: back, alt: The back of the moth}
"""


def test_each_is_told_where_it_belongs(tmp_path: Path) -> None:
    """The design's rights stand in the record, a picture's own rights and credit in that picture alone."""
    folder = tmp_path / "pins" / "moth"
    folder.mkdir(parents=True)
    (folder / "pin.yaml").write_text(PIN, "utf-8")
    for name, colour in (("front.jpg", "#733"), ("back.jpg", "#777")):
        Image.new("RGB", (90, 90), colour).save(folder / name)
    settings = "title: T\nrights: CC-BY-NC-4.0\nauthor: Ada Example\n"
    (tmp_path / "pinsite.yaml").write_text(settings, "utf-8")
    report = Build(Order(tmp_path, tmp_path / "public", datetime(2026, 11, 22, tzinfo=UTC))).run()
    assert report.ok
    record = json.loads((tmp_path / "public/pins/moth/index.json").read_text("utf-8"))
    assert record["rights"]["code"] == "InC"
    pictures = {path.name: path.read_bytes() for path in (tmp_path / "public/assets/images").glob("*.jpg")}
    fronts = [content for name, content in pictures.items() if "front-90w" in name]
    backs = [content for name, content in pictures.items() if "back-90w" in name]
    assert fronts and all(b"publicdomain/zero" in content and b"Photo by Jo" in content for content in fronts)
    assert backs and all(
        b"licenses/by-nc/4.0" in content and b"Photo by Jo" not in content for content in backs
    )
