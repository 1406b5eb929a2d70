"""A picture that is refused while variants are made: told where it is named, and nothing is published."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from support.builds import Studio
from support.catalogues import write_pin

from pinsite.build import pictures
from pinsite.diagnostics.codes import CODES
from pinsite.images import ImageRefused, Outcome, Refusal

SENTENCE = "the workers that made it ended three times"


@pytest.mark.parametrize(("kind", "code"), [(Refusal.LOST, "IMG007"), (Refusal.UNKNOWN, "IMG001")])
def test_it_is_told_where_the_picture_is_named(
    kind: Refusal, code: str, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pin(catalogue, "moth", images=[{"file": "moth.png", "alt": "A moth"}])
    Image.new("RGB", (40, 30), "#b22028").save(catalogue / "pins/moth.png")
    refused = ImageRefused(kind, SENTENCE)
    monkeypatch.setattr(
        pictures, "encode_all", lambda jobs, *_, **__: tuple(Outcome(job, refused=refused) for job in jobs)
    )
    studio = Studio(catalogue)
    report = studio.try_build()
    (told,) = [one for one in report.problems if one.severity == "error"]
    assert (told.code.id, told.help) == (code, SENTENCE)
    assert told.place.path == "pins/moth.yaml"
    assert told.place.line > 1
    assert not studio.output.exists()


def test_every_kind_has_a_problem() -> None:
    assert {pictures.CODE_OF.get(kind, "IMG001") for kind in Refusal} <= CODES.keys()
