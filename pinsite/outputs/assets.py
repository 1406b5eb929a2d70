"""Styles, scripts and files of the theme, each under a name that carries the hash of its content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from pinsite.files import digest_bytes
from pinsite.outputs.target import Target
from pinsite.themes import Chain
from pinsite.views import Material, Views

RECIPE = 1


def asset_contents(chain: Chain, options: Mapping[str, str]) -> dict[str, bytes]:
    """Return the bytes of each asset of a theme, by its plain name."""
    contents = {"theme.css": chain.stylesheet(options)}
    contents |= {name: path.read_bytes() for name, path in {**chain.statics, **chain.scripts}.items()}
    return dict(sorted(contents.items()))


def asset_paths(contents: Mapping[str, bytes]) -> dict[str, str]:
    """Return the site path of each asset."""
    return {name: _hashed(name, content) for name, content in contents.items()}


def _hashed(name: str, content: bytes) -> str:
    path = PurePosixPath(name)
    return f"assets/{path.with_suffix('')}-{digest_bytes(content)[:12]}{path.suffix}"


def plan(material: Material) -> Iterable[Target]:
    """List the assets."""
    for name, path in material.assets.items():
        yield Target(path, "assets", material.main, (name,), f"the theme's {name}")


def make(target: Target, views: Views) -> bytes:
    """Return the bytes of one."""
    content = views.ask("asset content", target.about[0])
    assert isinstance(content, bytes)
    return content
