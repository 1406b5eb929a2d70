"""What views answer from: the loaded catalogue, the theme's chain, and the pictures as probed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from pinsite.catalogue import Catalogue, Picture
from pinsite.images import Picture as PlannedPicture
from pinsite.images import Recipe, Source, Wish, plan
from pinsite.images import Variant as PlannedVariant
from pinsite.source import Accounts, Loaded
from pinsite.themes import Chain
from pinsite.views.markdown_memory import Rendered
from pinsite.views.texts import Texts
from pinsite.views.values import TermLink

#: Where pictures are, below the root of the site.
IMAGES = "assets/images/"


@dataclass
class Material:
    """One state of the catalogue, ready to answer; `sources` has the probed pictures by their path.

    `kept` is the folder of what costs much to work out and is kept between builds.
    """

    loaded: Loaded
    chain: Chain
    options: Mapping[str, str]
    assets: Mapping[str, str]
    asset_contents: Mapping[str, bytes]
    sources: Mapping[str, Source]
    recipe: Recipe
    version: str
    moved: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    planned: dict[str, tuple[str, PlannedVariant]] = field(default_factory=dict)
    words: dict[tuple[str, str, str], TermLink] = field(default_factory=dict)
    search_records: dict[tuple[str, str], str] = field(default_factory=dict)
    search_paths: dict[str, str] = field(default_factory=dict)
    kept: Path | None = None
    likeness: dict[str, list[tuple[str, ...]]] | None = None
    register: tuple[tuple[str, str], ...] | None = None
    _texts: dict[str, Texts] = field(default_factory=dict)

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue."""
        return self.loaded.catalogue

    @property
    def accounts(self) -> Accounts:
        """Return how the editions stand."""
        return self.loaded.accounts

    @cached_property
    def main(self) -> str:
        """Return the main language."""
        return self.catalogue.site.main

    @cached_property
    def counted_pins(self) -> frozenset[str]:
        """Return the published pins that have an edition, or a variant that has one."""
        return frozenset(id for id, _ in self.accounts.counted if id in self.catalogue.pins)

    @cached_property
    def rendered(self) -> Rendered:
        """Return the Markdown texts as HTML, with those that were kept."""
        return Rendered(self.kept / "markdown.json" if self.kept else None)

    def texts(self, lang: str) -> Texts:
        """Return the interface in a language."""
        if lang not in self._texts:
            self._texts[lang] = Texts(lang, self.chain.catalogues(lang), self.kept)
        return self._texts[lang]

    def picture(
        self, path: str, stem: str, wish_name: str, picture: Picture
    ) -> tuple[PlannedPicture, str] | None:
        """Plan a picture for a wish of the theme; None where it could not be read.

        Rights and credit of its own are written into the picture in place of the site's. Every variant is noted by
        its site path, so that whoever makes images knows which are wanted.
        """
        source = self.sources.get(path)
        wish = self.chain.pictures.get(wish_name)
        if source is None or wish is None:
            return None
        crop = _ratio(wish.ratio)
        wanted = Wish(stem, wish.widths, wish.sizes, crop, picture.focal if crop else None)
        planned = plan(source, wanted, _with_rights(self.recipe, picture))
        for variant in planned.variants:
            self.planned[IMAGES + variant.name] = (path, variant)
        return planned, wish.sizes


def _with_rights(recipe: Recipe, picture: Picture) -> Recipe:
    if picture.rights:
        recipe = replace(recipe, licence_uri=picture.rights.uri or "")
    return replace(recipe, credit=str(picture.credit)) if picture.credit else recipe


def _ratio(ratio: float | None) -> tuple[int, int] | None:
    return (round(ratio * 1000), 1000) if ratio else None
