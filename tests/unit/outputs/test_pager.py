"""Which pages of a list each of them links to: all of few, and of many as few as reach every one soon."""

from __future__ import annotations

import pytest

from pinsite.outputs.pages.frame import linked_pages


def test_a_page_of_few_links_to_all() -> None:
    assert linked_pages(2, 4) == (1, 2, 3, 4)
    assert linked_pages(1, 1) == (1,)


def test_a_page_of_many_links_to_the_ends_its_neighbours_and_farther_ones() -> None:
    assert linked_pages(50, 1042) == (1, 40, 48, 49, 50, 51, 52, 60, 150, 1042)


@pytest.mark.parametrize("pages", [15, 16, 209, 1042])
def test_every_page_is_few_links_away(pages: int) -> None:
    """And the links of a page do not grow with the list."""
    seen, border = {1}, {1}
    steps = 0
    while border:
        border = {other for one in border for other in linked_pages(one, pages)} - seen
        seen |= border
        steps += bool(border)
    assert seen == set(range(1, pages + 1))
    assert steps <= 12
    assert max(len(linked_pages(one, pages)) for one in range(1, pages + 1)) <= 15
