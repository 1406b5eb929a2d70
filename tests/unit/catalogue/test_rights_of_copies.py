"""Which rights let a picture be taken away."""

from __future__ import annotations

import pytest

from pinsite.catalogue.rights import RIGHTS_LABELS, read_rights


@pytest.mark.parametrize("text", ["CC-BY-4.0", "CC-BY-NC-ND-3.0", "CC0", "PDM", "NoC-US", "InC-EDU", "NKC"])
def test_a_licence_lets_copies_be_taken(text: str) -> None:
    """Creative Commons, the public domain, and statements that permit a use."""
    assert read_rights(text).allows_copies


@pytest.mark.parametrize(
    "text", ["InC", "All rights reserved", "NoC-CR", "NoC-OKLR", "CNE", "UND", "https://example.org/terms"]
)
def test_what_is_reserved_or_unknown_stays(text: str) -> None:
    """In copyright, restricted by contract or law, not evaluated, or somebody's own terms."""
    assert not read_rights(text).allows_copies


def test_the_version_of_a_licence_is_the_same_in_every_language() -> None:
    """Themes translate the words; the version follows."""
    assert read_rights("CC-BY-NC-3.0").named == ("Creative Commons Attribution-NonCommercial", " 3.0")
    assert read_rights("InC").named == ("In copyright", "")
    assert "Creative Commons Attribution-NonCommercial" in RIGHTS_LABELS
