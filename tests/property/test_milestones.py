"""What followers are told agrees, evening by evening, with the tally that the fold gives."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from test_ledger import DAY, SCALE, graded_ledgers

from pinsite.editions import (
    Edition,
    EditionType,
    Event,
    EventKind,
    MilestoneKind,
    Tally,
    fold,
    is_low,
    milestones,
)


def level(tally: Tally) -> str | None:
    """Say how much of an edition is left."""
    if tally.available is None:
        return None
    return "gone" if tally.is_gone else "low" if is_low(tally) else "plenty"


@given(graded_ledgers(), st.sampled_from((None, 9, 40, 400)), st.data())
def test_milestones_follow_the_tally(
    made: tuple[list[Event], object], size: int | None, data: st.DataObject
) -> None:
    """Rows are spread over days at random; an evening at which the level differs from that of the last is told."""
    edition = Edition(EditionType.RELEASE if size is None else EditionType.LIMITED, size)
    day, rows = DAY, []
    for row in made[0]:
        day += datetime.timedelta(days=data.draw(st.integers(0, 1)))
        rows.append(replace(row, date=day))
    expected, before = [], level(fold([], edition, SCALE))
    for evening in sorted({row.date for row in rows}):
        tally = fold([row for row in rows if row.date <= evening], edition, SCALE)
        arrived = any(
            row.date == evening and row.kind is EventKind.RECEIVED and row.grade != "S" for row in rows
        )
        now = level(tally)
        told = None
        if before and now and before != now:
            if before == "gone" or (now == "plenty" and arrived):
                told = MilestoneKind.RESTOCKED
            elif now != "plenty":
                told = MilestoneKind.SOLD_OUT if now == "gone" else MilestoneKind.LAST_COPIES
        if told:
            expected.append((told, evening, tally.available))
        before = now
    found = milestones(rows, {("moth", None): edition}, SCALE).get(("moth", None), ())
    assert [(one.kind, one.day, one.available) for one in found] == expected
