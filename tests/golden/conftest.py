"""The example site as it opens from a folder, built once for all tests that only look at it."""

from __future__ import annotations

import pytest
from support.example import ExampleSite, shared_example


@pytest.fixture(scope="session")
def as_files(tmp_path_factory: pytest.TempPathFactory) -> ExampleSite:
    """Return the example site without a `base_url`."""
    return shared_example(tmp_path_factory, "files")
