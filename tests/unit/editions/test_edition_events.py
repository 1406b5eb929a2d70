"""Every row of the table of events: what it moves by default, and with `from`."""

from __future__ import annotations

import pytest
from edition_rows import broken, event, keys, limited, tally

from pinsite.editions import PLACES, Edition, EditionType, EventKind, Place, Tally

TO_A_PLACE = ("reserved", "committed", "held", "consigned", "sold", "gifted", "traded", "lost", "damaged")


def counts(tally: Tally) -> dict[str, int | None]:
    """List the places that are not empty."""
    found = {place.value: getattr(tally, place.value) for place in PLACES}
    return {place: count for place, count in found.items() if count}


def test_received_goes_from_the_factory_to_available() -> None:
    found = tally(limited(100), "received 60")
    assert (found.received, counts(found)) == (60, {"available": 60})


@pytest.mark.parametrize("word", TO_A_PLACE)
def test_an_event_moves_copies_from_available_to_the_place_of_its_name(word: str) -> None:
    found = tally(limited(100), f"{word} 7")
    assert counts(found) == {"available": 93, word: 7}


@pytest.mark.parametrize("word", TO_A_PLACE)
@pytest.mark.parametrize("origin", [place.value for place in PLACES])
def test_from_overrides_the_place_that_copies_leave(word: str, origin: str) -> None:
    if word == origin or origin == "available":
        return
    found = tally(limited(100), f"{origin} 9", f"{word} 4 from {origin}")
    assert counts(found) == {"available": 91, origin: 5, word: 4}


def test_released_goes_from_reserved_to_available() -> None:
    assert counts(tally(limited(10), "reserved 6", "released 4")) == {"available": 8, "reserved": 2}


def test_released_from_held() -> None:
    assert counts(tally(limited(10), "held 6", "released 4 from held")) == {"available": 8, "held": 2}


def test_returned_goes_from_sold_to_available() -> None:
    assert counts(tally(limited(10), "sold 3", "returned")) == {"available": 8, "sold": 2}


@pytest.mark.parametrize("origin", ["gifted", "traded", "consigned", "lost"])
def test_returned_from_elsewhere(origin: str) -> None:
    found = tally(limited(10), f"{origin} 3", f"returned 2 from {origin}")
    assert counts(found) == {"available": 9, origin: 1}


def test_quantity_defaults_to_one_and_else_to_the_number_of_copies() -> None:
    assert tally(limited(10), "sold").sold == 1
    assert tally(limited(10, "yes"), "sold #1;4-6").sold == 4


def test_claimed_is_sold_gifted_and_traded() -> None:
    found = tally(limited(100), "sold 37", "gifted 2", "traded 2", "held 5", "lost 2")
    assert (found.claimed, found.available) == (41, 52)


def test_every_event_has_a_source_and_a_destination() -> None:
    for kind in EventKind:
        row = event(kind.value)
        assert row.source is not row.destination
        assert (row.source is Place.FACTORY) == (kind is EventKind.RECEIVED)


@pytest.mark.parametrize(
    ("sentence", "column"),
    [("held 2 from held", "from"), ("sold 2 from factory", "from"), ("returned 2 from available", "from")],
)
def test_a_move_that_is_none_is_refused_and_changes_nothing(sentence: str, column: str) -> None:
    found = broken(limited(100), "held 5", sentence)
    assert keys(found) == ["impossible-move"]
    assert (found[0].lines, found[0].column) == ((3,), column)


def test_copies_are_received_from_the_factory_only() -> None:
    found = broken(limited(100), "received 50 from held", "sold 50")
    assert keys(found) == ["impossible-move"]


class TestWhereAnEditionStarts:
    """With its size, or with what was received in grades that count."""

    def test_a_limited_edition_without_receipts_starts_with_its_size(self) -> None:
        found = tally(limited(100), "sold")
        assert (found.received, found.available) == (None, 99)

    def test_a_receipt_replaces_the_size(self) -> None:
        found = tally(limited(100), "received 40", "sold")
        assert (found.size, found.received, found.available, found.still_to_come) == (100, 40, 39, 60)

    @pytest.mark.parametrize("kind", [EditionType.TIMED, EditionType.RELEASE, EditionType.OPEN])
    def test_without_a_size_and_receipts_nobody_knows(self, kind: EditionType) -> None:
        found = tally(Edition(kind), "sold 500")
        assert (found.available, found.oversold, found.sold) == (None, 0, 500)

    @pytest.mark.parametrize("kind", [EditionType.TIMED, EditionType.RELEASE, EditionType.OPEN])
    def test_without_a_size_receipts_tell(self, kind: EditionType) -> None:
        assert tally(Edition(kind), "received 500", "sold 20", "received 30").available == 510

    def test_the_size_of_an_open_edition_is_no_promise(self) -> None:
        assert tally(Edition(EditionType.OPEN, 5), "sold 9").available is None

    def test_a_closed_timed_edition_starts_with_its_size(self) -> None:
        assert tally(Edition(EditionType.TIMED, 340), "sold 9").available == 331

    def test_receiving_scrap_alone_does_not_empty_the_edition(self) -> None:
        found = tally(limited(50), "received 3 grade S", "committed 10")
        assert (found.received, found.available) == (None, 40)

    def test_nothing_happened_yet(self) -> None:
        found = tally(limited(30))
        assert (found.size, found.available, found.claimed, found.as_of) == (30, 30, 0, None)


class TestPreorders:
    """Copies committed before the first receipt may still be at the factory when others have come."""

    def test_a_part_delivery_is_not_oversold(self) -> None:
        found = tally(limited(100), "committed 60", "received 40")
        assert (found.available, found.awaited, found.oversold, found.committed) == (0, 20, 0, 60)

    def test_the_next_delivery_serves_the_preorders_first(self) -> None:
        found = tally(limited(100), "committed 60", "received 40", "received 60")
        assert (found.available, found.awaited) == (40, 0)

    def test_preorders_are_fulfilled_from_committed(self) -> None:
        found = tally(limited(100), "committed 60", "received 100", "sold 60 from committed")
        assert (found.available, found.sold, found.committed) == (40, 60, 0)

    def test_shipping_copies_that_have_not_come_is_oversold(self) -> None:
        found = broken(limited(100), "committed 60", "received 40", "sold 41 from committed")
        assert keys(found) == ["oversold"]
        assert found[0].lines == (4,)

    def test_what_was_sold_is_not_awaited(self) -> None:
        found = broken(limited(100), "sold 60", "received 40")
        assert keys(found) == ["oversold"]
        assert "by 20 copies" in found[0].message

    def test_selling_beyond_the_delivery_is_oversold_though_more_is_to_come(self) -> None:
        found = broken(limited(100), "received 40", "committed 41")
        assert keys(found) == ["oversold"]
