"""What views answer from: the loaded catalogue, the theme's chain, and the pictures as probed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from msgspec import Struct, field
from msgspec.structs import replace

from pinsite.catalogue import Catalogue, Picture
from pinsite.freshness import Facts
from pinsite.images import CARD_SIZE, Lettering, Recipe, Sight, Source, Wish, plan, plan_card
from pinsite.images import Picture as PlannedPicture
from pinsite.images import Variant as PlannedVariant
from pinsite.source import Accounts, Loaded
from pinsite.themes import Anatomy, Chain
from pinsite.views.markdown_memory import Rendered
from pinsite.views.sources import WatchedAccounts, WatchedCatalogue
from pinsite.views.texts import Texts

#: Ground around the pin on a social card, as a part of its longer side.
_CARD_MARGIN = 0.09

Shares = tuple[float, float, float, float]

#: Where pictures are, below the root of the site.
IMAGES = "assets/images/"


class Material(Struct, dict=True):
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
    sights: Mapping[str, Sight] = field(default_factory=dict)
    planned: dict[str, tuple[str, PlannedVariant]] = field(default_factory=dict)
    kept: Path | None = None
    _facts: Facts | None = None
    _watched: tuple[Catalogue, Accounts] | None = None
    _texts: dict[str, Texts] = field(default_factory=dict)
    _anatomies: dict[str, Anatomy] = field(default_factory=dict)

    def watch(self, facts: Facts) -> None:
        """From now on note every look at the catalogue with whoever is at work in `facts`."""
        self._facts = facts
        watched = WatchedCatalogue(self.loaded, facts.value), WatchedAccounts(self.loaded, facts.value)
        self._watched = cast("tuple[Catalogue, Accounts]", watched)

    def _note(self, *key: str) -> None:
        if self._facts is not None:
            self._facts.value(key)

    def ask(self, *key: str) -> Any:
        """Return the answer to another question, from within an answer."""
        assert self._facts is not None
        return self._facts.value(key)

    def digest(self, *key: str) -> str:
        """Return the digest of the answer to another question, which need not be asked for it if it is known."""
        assert self._facts is not None
        return self._facts.noted_digest(key)

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue; while a question is answered, or a target made, every look at it is noted."""
        if self._facts is None or self._watched is None or not self._facts.is_noting:
            return self.loaded.catalogue
        return self._watched[0]

    @property
    def accounts(self) -> Accounts:
        """Return how the editions stand."""
        if self._facts is None or self._watched is None or not self._facts.is_noting:
            return self.loaded.accounts
        return self._watched[1]

    @property
    def main(self) -> str:
        """Return the main language."""
        return self.catalogue.site.main

    @property
    def counted_pins(self) -> Collection[str]:
        """Return the published pins that have an edition, or a variant that has one."""
        return cast("Collection[str]", self.ask("=counted pins"))

    @cached_property
    def rendered(self) -> Rendered:
        """Return the Markdown texts as HTML, with those that were kept."""
        return Rendered(self.kept / "markdown.json" if self.kept else None)

    def anatomy(self, template: str) -> Anatomy:
        """Return the blocks of a template's pages."""
        if template not in self._anatomies:
            self._anatomies[template] = Anatomy(self.chain, template)
        return self._anatomies[template]

    def texts(self, lang: str) -> Texts:
        """Return the interface in a language."""
        self._note("texts", lang)
        return self.texts_unnoted(lang)

    def texts_unnoted(self, lang: str) -> Texts:
        """Return the interface in a language, to somebody who has noted it."""
        if lang not in self._texts:
            self._texts[lang] = Texts(lang, self.chain.catalogues(lang), self.kept)
        return self._texts[lang]

    def option(self, name: str) -> str:
        """Return an option of the theme, or nothing where the theme has none of this name."""
        self._note("=option", name)
        return self.options.get(name, "")

    def picture_file(self, folder: str, name: str) -> str | None:
        """Return the path of a picture that a record names, or None where it is not there."""
        self._note("=file", folder, name)
        use = self.loaded.pictures.get((folder, name))
        return use.path if use else None

    def picture(
        self, path: str, stem: str, wish_name: str, picture: Picture
    ) -> tuple[PlannedPicture, str] | None:
        """Plan a picture for a wish of the theme; None where it could not be read.

        Rights and credit of its own are written into the picture in place of the site's. Every variant is noted by
        its site path, so that whoever makes images knows which are wanted.
        """
        for noted in (("=head", path), ("=wish", wish_name), ("=recipe",)):
            self._note(*noted)
        source = self.sources.get(path)
        wish = self.chain.pictures.get(wish_name)
        if source is None or wish is None:
            return None
        crop = _ratio(wish.ratio)
        box = self.pin_box(path, picture) if wish.margin is not None else None
        focal = picture.focal if crop or box else None
        wanted = Wish(stem, wish.widths, wish.sizes, crop, focal, box, wish.margin or 0)
        planned = plan(source, wanted, _with_rights(self.recipe, picture))
        for variant in planned.variants:
            self._plan(path, variant)
        return planned, wish.sizes

    def _plan(self, path: str, variant: PlannedVariant) -> None:
        self.planned[IMAGES + variant.name] = (path, variant)
        if self._facts is not None:
            self._facts.mark(IMAGES + variant.name)

    def sight(self, path: str) -> Sight | None:
        """Return what was seen in a picture, or None where nobody has looked."""
        self._note("=sight", path)
        return self.sights.get(path)

    def social_colours(self) -> dict[str, str]:
        """Return the theme's colours of social cards by name."""
        self._note("=social colours")
        return self.chain.social_colours(self.options)

    def card(self, path: str, stem: str, picture: Picture, words: Lettering) -> PlannedVariant | None:
        """Plan a social card; None where the picture could not be read."""
        for noted in (("=head", path), ("=recipe",)):
            self._note(*noted)
        source = self.sources.get(path)
        if source is None:
            return None
        box = self.pin_box(path, picture)
        wish = Wish(f"{stem}-card", CARD_SIZE[:1], focal=picture.focal, box=box, margin=_CARD_MARGIN)
        card = plan_card(source, wish, words, _with_rights(self.recipe, picture))
        self._plan(path, card)
        return card

    def pin_box(self, path: str, picture: Picture) -> Shares | None:
        """Return where the pin is in a picture: where its author says, else where it was found, or None."""
        if picture.crop == "none":
            return None
        if picture.box:
            left, top, width, height = picture.box
            return left, top, min(1.0, left + width), min(1.0, top + height)
        sight = self.sight(path)
        return sight.box if sight else None


def _with_rights(recipe: Recipe, picture: Picture) -> Recipe:
    if picture.rights:
        recipe = replace(recipe, licence_uri=picture.rights.uri or "")
    return replace(recipe, credit=str(picture.credit)) if picture.credit else recipe


def _ratio(ratio: float | None) -> tuple[int, int] | None:
    return (round(ratio * 1000), 1000) if ratio else None
