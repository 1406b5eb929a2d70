"""OKLab as other programs compute it, and the families by which people look for a colour."""

import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from pinsite.colours import FAMILIES, chroma, distance, families_of, hex_of, lab_of, mixed

hexes = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@given(hexes)
def test_as_another_library_computes_it(colour):
    assert tuple(lab_of(colour)) == pytest.approx(Color(colour).convert("oklab").coords(), abs=2e-5)


@given(hexes)
def test_there_and_back(colour):
    assert hex_of(lab_of(colour)) == colour


@given(hexes, hexes)
def test_distance_is_that_of_the_standard(one, other):
    assert distance(lab_of(one), lab_of(other)) == pytest.approx(
        Color(one).delta_e(other, method="ok"), abs=5e-5
    )


def test_greys_have_no_chroma():
    assert chroma(lab_of("#808080")) < 1e-6 < chroma(lab_of("#818080"))


def test_a_mixture_lies_between():
    assert hex_of(mixed([(lab_of("#000000"), 1), (lab_of("#ffffff"), 1)])) == "#636363"
    assert mixed([(lab_of("#123456"), 3)]) == pytest.approx(lab_of("#123456"))


@pytest.mark.parametrize(("colour", "name"), [
    ("#7a2426", "red"), ("#ff0000", "red"), ("#56222f", "red"), ("#f08030", "orange"), ("#ffd700", "yellow"),
    ("#228b22", "green"), ("#808000", "green"), ("#008080", "teal"), ("#000080", "blue"), ("#87ceeb", "blue"),
    ("#800080", "purple"), ("#4a3041", "purple"), ("#ffc0cb", "pink"), ("#8b4513", "brown"), ("#f1e6b2", "cream"),
    ("#ffffff", "white"), ("#eeeeee", "white"), ("#808080", "grey"), ("#111111", "black"), ("#1b2f66", "blue"),
    ("#33284f", "purple"), ("#c9737c", "pink"),
])  # fmt: skip
def test_a_colour_is_called_what_people_call_it(colour, name):
    assert families_of([colour])[0] == name


def test_a_colour_between_two_families_is_found_under_both():
    assert set(families_of(["#0d6d80"])) == {"teal", "blue"}


@given(hexes)
def test_every_colour_has_a_family_or_two(colour):
    found = families_of([colour])
    assert 1 <= len(found) <= 2 and set(found) <= set(FAMILIES)


@given(st.integers(0, 255))
def test_greys_are_called_nothing_else(value):
    assert set(families_of([f"#{value:02x}{value:02x}{value:02x}"])) <= {"black", "grey", "white"}


def test_families_come_in_the_order_of_the_colours_and_once():
    assert families_of(["#1b2f66", "#7a2426", "#000080"])[:2] == ("blue", "red")
    assert len(families_of(["#7a2426", "#8e1b22"])) == len(set(families_of(["#7a2426", "#8e1b22"])))


def test_each_swatch_belongs_to_its_family():
    for name, samples in FAMILIES.items():
        assert all(families_of([sample])[0] == name for sample in samples)
