"""Every row of the event table moves the counter of the page, of the JSON and of `editions.json` alike."""

from __future__ import annotations

import json

import pytest
from support.builds import Studio
from support.catalogues import ledger_row, write_ledger, write_pin, write_settings
from support.counters import Shown, counters_of

Step = tuple[str, str, int]

#: What happens to an edition of ten (event, from, quantity), and where its copies are then.
EVENTS: dict[str, tuple[list[Step], dict[str, int]]] = {
    "nothing": ([], {"available": 10}),
    "reserved": ([("reserved", "", 2)], {"reserved": 2, "available": 8}),
    "committed": ([("committed", "", 2)], {"committed": 2, "available": 8}),
    "held": ([("held", "", 2)], {"held": 2, "available": 8}),
    "consigned": ([("consigned", "", 2)], {"consigned": 2, "available": 8}),
    "released": ([("reserved", "", 3), ("released", "", 2)], {"reserved": 1, "available": 9}),
    "released-from-held": ([("held", "", 3), ("released", "held", 2)], {"held": 1, "available": 9}),
    "sold": ([("sold", "", 3)], {"sold": 3, "available": 7}),
    "sold-from-committed": (
        [("committed", "", 3), ("sold", "committed", 2)],
        {"sold": 2, "committed": 1, "available": 7},
    ),
    "sold-from-consigned": ([("consigned", "", 3), ("sold", "consigned", 3)], {"sold": 3, "available": 7}),
    "gifted": ([("gifted", "", 1)], {"gifted": 1, "available": 9}),
    "traded": ([("traded", "", 4)], {"traded": 4, "available": 6}),
    "lost": ([("lost", "", 1)], {"lost": 1, "available": 9}),
    "damaged": ([("damaged", "", 2)], {"damaged": 2, "available": 8}),
    "returned": ([("sold", "", 3), ("returned", "", 1)], {"sold": 2, "available": 8}),
    "returned-from-gifted": ([("gifted", "", 3), ("returned", "gifted", 1)], {"gifted": 2, "available": 8}),
    "all-gone": ([("sold", "", 9), ("gifted", "", 1)], {"sold": 9, "gifted": 1}),
}
WAYS = ("pin", "variant", "grade")


def _rows(way: str, name: str, steps: list[Step]) -> list[str]:
    pin, variant = f"{way}-{name}", "blue" if way == "variant" else ""
    received = (
        [
            ledger_row("2026-01-01", pin, "received", quantity=5, grade="A"),
            ledger_row("2026-01-01", pin, "received", quantity=10, grade="B"),
        ]
        if way == "grade"
        else []
    )
    return received + [
        ledger_row(
            "2026-02-03",
            pin,
            event,
            variant=variant,
            from_=place,
            quantity=quantity,
            grade="B" if way == "grade" else "",
        )
        for event, place, quantity in steps
    ]


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    """Return a catalogue with one pin for every event in every way, built."""
    root = tmp_path_factory.mktemp("events") / "catalogue"
    write_settings(root, grades=[{"code": "A", "name": "Standard", "counts": True},
                                 {"code": "B", "name": "Seconds", "counts": True}])  # fmt: skip
    rows = []
    for name, (steps, _) in EVENTS.items():
        size = {"type": "limited", "size": 10}
        write_pin(root, f"pin-{name}", edition=size)
        write_pin(
            root,
            f"variant-{name}",
            variants=[
                {"id": "blue", "title": "Blue", "edition": size},
                {"id": "red", "title": "Red", "edition": size},
            ],
        )
        write_pin(root, f"grade-{name}", edition={"type": "limited", "size": 15})
        rows += [row for way in WAYS for row in _rows(way, name, steps)]
    write_ledger(root, rows)
    studio = Studio(root)
    studio.build()
    return studio


def _claimed(places: dict[str, int]) -> int:
    return sum(places.get(place, 0) for place in ("sold", "gifted", "traded"))


def _shown(studio: Studio, id: str, key: str) -> Shown:
    return counters_of(studio.page(f"pins/{id}/index.html"))[key]


def _edition(studio: Studio, id: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(studio.page("editions.json"))["editions"][id]
    assert json.loads(studio.page(f"pins/{id}/index.json"))["edition"] == found
    return found


def _check(shown: Shown, told: dict[str, object], places: dict[str, int], size: int, counted: bool) -> None:
    """Compare a counter and its data with the places that copies are in."""
    left = places.get("available", 0)
    expected = {"size": size, "claimed": _claimed(places), "reserved": places.get("reserved", 0),
                "held": places.get("held", 0), "available": left, "sold_out": not left}  # fmt: skip
    assert {name: told[name] for name in expected} == expected
    if counted:
        assert shown.words == ((_claimed(places), size, left) if left else (_claimed(places), size))
        assert shown.as_of == told["as_of"] == "2026-02-03"
        assert shown.places == (places if len(places) > 1 else {})


@pytest.mark.parametrize("name", EVENTS)
def test_the_counter_of_a_pin(name: str, studio: Studio) -> None:
    """On its page and in `editions.json`."""
    steps, places = EVENTS[name]
    id = f"pin-{name}"
    _check(_shown(studio, id, id), _edition(studio, id), places, 10, bool(steps))


@pytest.mark.parametrize("name", EVENTS)
def test_the_counter_of_a_variant(name: str, studio: Studio) -> None:
    """Its sister stays as she was."""
    steps, places = EVENTS[name]
    id = f"variant-{name}"
    variants = _edition(studio, id)["variants"]
    assert isinstance(variants, dict)
    _check(_shown(studio, id, f"{id}-blue"), variants["blue"], places, 10, bool(steps))
    assert (variants["red"]["claimed"], variants["red"]["available"]) == (0, 10)


@pytest.mark.parametrize("name", EVENTS)
def test_the_counter_of_a_grade(name: str, studio: Studio) -> None:
    """Ten seconds and five standard copies: what happens to seconds leaves the others alone."""
    steps, places = EVENTS[name]
    id = f"grade-{name}"
    every = places | {"available": places.get("available", 0) + 5}
    shown = _shown(studio, id, id)
    assert shown.grades == {"A": (5, 0, 5), "B": (10, _claimed(places), places.get("available", 0))}
    edition = _edition(studio, id)
    assert (edition["claimed"], edition["available"]) == (_claimed(every), every["available"])
    if steps:
        _check(shown, edition, every, 15, counted=True)
