"""When the site would change by itself, and what is told of a build."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.builds import MOMENT, Studio
from support.catalogues import write_pin, write_settings

from pinsite.build import Build, Listeners, nothing_changed

LAST_MOMENT = datetime(2026, 11, 22, 23, 59, 59, 999999, tzinfo=UTC)


def quiet(studio: Studio, now: datetime) -> bool:
    """Tell whether a build at a moment would leave without looking."""
    order = studio.order
    return nothing_changed(order.state, order.root, order.output, "None False True", now) is not None


@pytest.mark.parametrize(("fields", "until"), [
    ({}, None),
    ({"publish": "2026-11-25T18:00+00:00"}, datetime(2026, 11, 25, 18, tzinfo=UTC)),
    ({"expires": "2026-11-25T18:00+00:00", "publish": "2026-01-01"}, datetime(2026, 11, 25, 18, tzinfo=UTC)),
    ({"released": "2026-12-24"}, LAST_MOMENT),
    ({"released": "2026-11-22"}, None),
    ({"variants": [{"id": "red", "title": "Red", "released": "2027"}]}, LAST_MOMENT),
    ({"production": [{"stage": "artwork", "done": "2026-11-30"}]}, LAST_MOMENT),
    ({"draft": True, "released": "2027"}, None),
])  # fmt: skip
def test_nothing_changes_until_a_moment_comes(
    fields: dict[str, object],
    until: datetime | None,
    tmp_path: Path,
) -> None:
    """Publication and end, a release, a stage of production."""
    write_settings(tmp_path)
    write_pin(tmp_path, "moth", **fields)
    studio = Studio(tmp_path)
    studio.build()
    assert quiet(studio, MOMENT)
    if until is None:
        assert quiet(studio, MOMENT + timedelta(days=1000))
    else:
        assert quiet(studio, until - timedelta(microseconds=1))
        assert not quiet(studio, until)


def test_listeners_hear_the_stages_in_order(studio: Studio) -> None:
    """Whoever shows progress hears what begins."""
    heard: list[str] = []
    Build(studio.order, Listeners(on_stage=heard.append)).run()
    assert heard == ["Reading", "Deciding", "Writing pages", "Making pictures", "Writing files"]


def test_a_report_counts_what_was_made_kept_and_removed(studio: Studio) -> None:
    """Pages are pages, whatever else was written."""
    before = studio.build().pages.kept
    (studio.root / "pins/hermit-crab.yaml").unlink()
    report = studio.build()
    removed = {path for path in report.removed if path.endswith(".html")}
    assert report.pages.removed == len(removed)
    assert report.pages.made + report.pages.kept == before - len(removed)
    assert report.warnings == len(report.problems)
    assert report.errors == 0
    assert report.seconds > 0
