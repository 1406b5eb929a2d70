"""The example site, built and served in both themes: once a session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from pages import THEMES, WIDE, ServedSite, Troubles
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from served import open_server, served, serving
from support.builds import Studio, made_once
from support.example import copy_example

from pinsite.files import locked

_LARGEST = (240, 240)
_PATIENCE = 300.0  # seconds that a worker waits for another one's build
Visit = Callable[..., Page]
Rewrite = Callable[[str], str]

# A machine with other work on it takes longer than the five seconds that are usual.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the example site with small pictures, which are quickly made in every format."""
    with made_once(tmp_path_factory, "example") as (folder, is_mine):
        if is_mine:
            _copy_with_small_pictures(folder / "site")
    return folder / "site"


def _copy_with_small_pictures(root: Path) -> None:
    for path in copy_example(root).rglob("*.jpg"):
        with Image.open(path) as picture:
            picture.draft("RGB", _LARGEST)
            picture.thumbnail(_LARGEST)
            picture.save(path, quality=70)


@pytest.fixture(scope="session")
def build_example(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return what builds the example site in a theme and gives the folder; all is made once for all workers."""

    def build(theme: str, name: str, **changes: object) -> Path:
        # One after the other: they share the catalogue, whose settings name the theme.
        with (
            locked(example.with_name("lock"), _PATIENCE),
            made_once(tmp_path_factory, name) as (output, is_mine),
        ):
            if is_mine:
                settings = example / "pinsite.yaml"
                settings.write_text(_with_theme(settings.read_text("utf-8"), theme), "utf-8")
                studio = Studio(example)
                studio.order = replace(studio.order, output=output, jobs=None)
                studio.build(**changes)
        return output

    return build


def _with_theme(settings: str, theme: str) -> str:
    lines = settings.splitlines()
    return "\n".join(f"theme: {theme}" if line.startswith("theme:") else line for line in lines) + "\n"


@pytest.fixture(scope="session", params=THEMES)
def site(
    request: pytest.FixtureRequest, browser: Browser, build_example: Callable[..., Path]
) -> Iterator[ServedSite]:
    """Return the example site in one theme, served from the root of a host. It knows no address of its own."""
    folder = build_example(request.param, request.param)
    with served(folder) as address:
        yield ServedSite(folder, address)


@pytest.fixture(scope="session")
def site_below(browser: Browser, build_example: Callable[..., Path]) -> Iterator[ServedSite]:
    """Return the example site built for, and served from, an address with a path."""
    server, prefix = open_server(), "/shop/pins/"
    folder = build_example(
        "atelier", f"below {server.server_port}", base_url=f"http://127.0.0.1:{server.server_port}{prefix}"
    )
    with serving(server, folder, prefix) as address:
        yield ServedSite(folder, address)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Return what opens a page of a site in a context of its own; at the end of the test it was a good visit.

    `rewrite` changes the HTML on its way; other settings are those of Playwright's contexts.
    """
    with ExitStack() as stack:
        troubles: list[Troubles] = []

        def go(
            site: ServedSite,
            path: str,
            size: tuple[int, int] = WIDE,
            *,
            rewrite: Rewrite | None = None,
            **settings: object,
        ) -> Page:
            given = {
                "reduced_motion": "reduce",
                **settings,
                "viewport": {"width": size[0], "height": size[1]},
            }
            context = stack.enter_context(browser.new_context(**given))  # type: ignore[arg-type]
            page = context.new_page()
            trouble = Troubles(site.address)
            trouble.listen(page)
            troubles.append(trouble)
            if rewrite is not None:
                body = rewrite(site.text(path))
                page.route(
                    site.address + path, lambda route: route.fulfill(body=body, content_type="text/html")
                )
            page.goto(site.address + path, wait_until="load")
            return page

        yield go
        assert [sentence for trouble in troubles for sentence in trouble.heard] == []
