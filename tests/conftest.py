"""What all tests share: profiles of Hypothesis, and a catalogue to work on.

`pytest --hypothesis-profile=nightly` runs the property tests for hours instead of seconds.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from support.browsing import browser, playwright, pytest_terminal_summary
from support.builds import Studio, common_folder, copy_built, share_compiled
from support.catalogues import write_small_catalogue

__all__ = ["browser", "built", "catalogue", "compiled", "playwright", "pytest_terminal_summary", "studio"]

_SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile("default", deadline=None, suppress_health_check=_SLOW)
settings.register_profile("nightly", max_examples=10_000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile("default")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture(scope="session", autouse=True)
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for compiled templates, which catalogues may share: it is keyed by their text."""
    Studio.compiled = common_folder(tmp_path_factory, "compiled")
    return Studio.compiled


@pytest.fixture
def catalogue(tmp_path: Path, compiled: Path) -> Path:
    """Return the folder of a small catalogue of text alone, not built yet."""
    return share_compiled(write_small_catalogue(tmp_path / "catalogue"), compiled)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> Path:
    """Return the folder of a small catalogue that has been built once; nobody may change it."""
    root = tmp_path_factory.mktemp("built") / "catalogue"
    Studio(share_compiled(write_small_catalogue(root), compiled)).build()
    return root


@pytest.fixture
def studio(built: Path, tmp_path: Path) -> Studio:
    """Return a small catalogue that has been built: a copy, which a build has looked at where it is now."""
    return copy_built(built, tmp_path / "catalogue")
