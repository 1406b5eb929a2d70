"""The example site comes out as it did: every file by its digest, some pages as a whole.

After a change that is meant, `python tests/golden/update.py` writes the new digests; the difference is read
like any other.
"""

from __future__ import annotations

import pytest
from support.example import ExampleSite
from support.golden import DIGESTS, WHOLE, digests_of, golden_files, page_file

UPDATE = "if this is meant: python tests/golden/update.py"


@pytest.fixture(scope="module")
def files(as_files: ExampleSite) -> dict[str, bytes]:
    """Return the files of the example site."""
    return golden_files(as_files)


@pytest.mark.parametrize("path", WHOLE)
def test_a_whole_file_is_as_it_was(path: str, files: dict[str, bytes]) -> None:
    """Shown line by line where it differs."""
    assert files[path].decode().splitlines() == page_file(path).read_text("utf-8").splitlines(), UPDATE


def test_every_file_is_as_it_was(files: dict[str, bytes]) -> None:
    """By digest; those that differ are named."""
    known = set(DIGESTS.read_text("utf-8").splitlines())
    now = set(digests_of(files).splitlines())
    assert sorted(line.split("  ")[1] for line in known ^ now) == [], UPDATE
