"""What one page is given: the values and functions of its context, each noting what is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, cast

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from pinsite.catalogue import PartialDate, Said, Size
from pinsite.freshness import Facts, Recorder
from pinsite.views.rich_text import relative
from pinsite.views.texts import Texts
from pinsite.views.values import (
    Alternate,
    Card,
    Counter,
    DocumentView,
    Link,
    PageView,
    PictureView,
    PinView,
    Rich,
    SeriesView,
    SiteView,
    SourceSet,
    StoryCard,
    VariantView,
)

T = TypeVar("T")


class Options:
    """The theme's options; each one that a template reads is noted on its own."""

    def __init__(self, ask: Callable[..., object]) -> None:
        self._ask = ask

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            return str(self._ask("option", name))
        except KeyError:
            raise AttributeError(f"the theme has no option `{name}`") from None


class Views:
    """The catalogue as one target sees it, in one language, from one address."""

    def __init__(
        self,
        facts: Facts,
        path: str,
        lang: str,
        texts: Callable[[str], Texts],
        base: str | None,
        environment: Environment,
    ) -> None:
        self.recorder = Recorder(facts)
        self.path = path
        self.lang = lang
        self._texts_of = texts
        self._base = base
        self._environment = environment
        self._root = "../" * path.count("/")

    def ask(self, *key: str) -> Any:
        """Return the answer to a question, and note that it was asked."""
        return self.recorder.ask(key)

    # ── addresses ────────────────────────────────────────────────────────────────────────────────────

    def url(self, path: str) -> str:
        """Return an address that works from this page for a site path (whole addresses stay).

        Without a `base_url` folders are named with their `index.html`, so that the site opens as files too.
        """
        if ":" in path.split("/", 1)[0] or path.startswith(("#", "//")):
            return path
        bare, mark, fragment = path.partition("#")
        if self.path == "404.html" and self._base is not None:
            return self._from_root(bare) + mark + fragment
        if self._base is None and (bare.endswith("/") or not bare):
            bare += "index.html"
        return ((self._root + bare) or "./") + mark + fragment

    def _from_root(self, path: str) -> str:
        # An error page is shown at any depth, so its addresses begin at the root of the host.
        host_end = (self._base or "").find("/", 8)
        return (self._base or "/")[host_end:] + path

    @property
    def root(self) -> str:
        """Return the way from this page to the root of the site."""
        return self._from_root("") if self.path == "404.html" and self._base else self._root or "./"

    def whole(self, path: str) -> str:
        """Return a site path as a whole address where the site knows its own, else relative to this page."""
        return self._base + path if self._base is not None else self.url(path)

    # ── what is asked most ───────────────────────────────────────────────────────────────────────────

    @property
    def texts(self) -> Texts:
        """Return the interface texts; reading them is noted."""
        self.ask("texts", self.lang)
        return self._texts_of(self.lang)

    def site(self) -> SiteView:
        """Return the site, with the entry of the menu marked that leads here."""
        site = cast(SiteView, self.ask("site", self.lang))
        here = self.path.removesuffix("index.html")
        return replace(site, menu=tuple(replace(link, current=_leads_to(link, here)) for link in site.menu))

    def card(self, id: str) -> Card | None:
        """Return a pin's card."""
        return cast("Card | None", self.ask("card", id, self.lang))

    def cards(self, ids: tuple[str, ...]) -> tuple[Card, ...]:
        """Return the cards of several pins."""
        return tuple(card for id in ids if (card := self.card(id)))

    def story_cards(self, ids: tuple[str, ...]) -> tuple[StoryCard, ...]:
        """Return the cards of several stories."""
        return tuple(card for id in ids if (card := self.ask("story", id, self.lang)))

    def counter(self, id: str, variant: str = "") -> Counter | None:
        """Return the counter of a pin or variant."""
        return cast("Counter | None", self.ask("counter", id, variant, self.lang))

    def pin(self, id: str) -> PinView:
        """Return a pin with links that work from here."""
        pin = cast(PinView, self.ask("pin", id, self.lang))
        return replace(pin, description=self._here(pin.description), pictures=self._long(pin.pictures))

    def variants(self, id: str) -> tuple[VariantView, ...]:
        """Return a pin's variants."""
        variants = cast("tuple[VariantView, ...]", self.ask("variants", id, self.lang))
        return tuple(replace(one, pictures=self._long(one.pictures)) for one in variants)

    def series(self, id: str) -> SeriesView:
        """Return a series with links that work from here."""
        series = cast(SeriesView, self.ask("series", id, self.lang))
        return replace(series, description=self._here(series.description))

    def series_cards(self, ids: tuple[str, ...]) -> tuple[SeriesView, ...]:
        """Return several series for a list, without their descriptions."""
        return tuple(card for id in ids if (card := self.ask("series card", id, self.lang)))

    def document(self, kind: str, id: str) -> DocumentView:
        """Return a story or page with links that work from here."""
        document = cast(DocumentView, self.ask("document", kind, id, self.lang))
        return replace(document, body=cast(Rich, self._here(document.body)))

    def intro(self) -> Rich | None:
        """Return the introduction of the home page."""
        return self._here(cast("Rich | None", self.ask("intro", self.lang)))

    def _here(self, text: Rich | None) -> Rich | None:
        return relative(text, self.url)

    def _long(self, pictures: tuple[PictureView, ...]) -> tuple[PictureView, ...]:
        return tuple(
            replace(one, long_description=self._here(one.long_description)) if one.long_description else one
            for one in pictures
        )

    # ── the context of templates ─────────────────────────────────────────────────────────────────────

    def context(self, page: PageView, more: Mapping[str, object]) -> dict[str, object]:
        """Return what a template sees."""
        texts = self.texts
        return {
            "site": self.site(),
            "page": page,
            "option": Options(self.ask),
            "_": texts.written,
            "n_": texts.counted,
            "card_of": self.card,
            "cards_of": lambda ids: self.cards(tuple(ids)),
            "counter_of": self.counter,
            "variant_counter": self.counter,
            "asset": self.asset,
            "picture_of": lambda id, wish: self.ask("picture", id, wish, self.lang),
            "series_cards_of": lambda id: self.cards(self.ask("members", id)),
            "views": self,
            **more,
        }

    def render(self, template: str, page: PageView, **more: object) -> bytes:
        """Return the page that a template makes."""
        self.ask("template", template)
        return self._environment.get_template(template).render(self.context(page, more)).encode()

    def asset(self, name: str) -> str:
        """Return the site path of a style, script or file of the theme."""
        path = self.ask("asset", name)
        if path is None:
            raise LookupError(f"the theme has no asset `{name}`")
        return str(path)

    def alternates(self) -> tuple[Alternate, ...]:
        """Return this page in every language of the site, if there is more than one."""
        languages = cast("tuple[str, ...]", self.ask("languages"))
        if len(languages) < 2:
            return ()
        own = "" if self.lang == languages[0] else f"{self.lang}/"
        rest = self.path.removesuffix("index.html").removeprefix(own)
        return tuple(
            Alternate(lang, self._texts_of(lang).name, ("" if lang == languages[0] else f"{lang}/") + rest)
            for lang in languages
        )


def _leads_to(link: Link, here: str) -> bool:
    return not link.external and bool(link.path) and here.startswith(link.path)


# ── filters ──────────────────────────────────────────────────────────────────────────────────────────


def _views(context: Context) -> Views:
    return cast(Views, context["views"])


@pass_context
def _url(context: Context, path: str) -> str:
    return _views(context).url(path)


@pass_context
def _root(context: Context, _: str = "") -> str:
    return _views(context).root


@pass_context
def _said(context: Context, text: Said | None) -> Markup:
    if text is None:
        return Markup()
    lang = _views(context).lang
    if text.lang == lang:
        return escape(text.text)
    direction = _views(context)._texts_of(text.lang).direction
    own = Markup(' dir="{}"').format(direction) if direction != _views(context).texts.direction else ""
    return Markup('<span lang="{}"{}>{}</span>').format(text.lang, own, text.text)


@pass_context
def _date(context: Context, value: PartialDate | date | None) -> Markup:
    if value is None:
        return Markup()
    machine = value.isoformat() if isinstance(value, date) else value.text
    return Markup('<time datetime="{}">{}</time>').format(machine, _views(context).texts.day(value))


@pass_context
def _size(context: Context, value: Size) -> str:
    return _views(context).texts.size(value)


@pass_context
def _inches(context: Context, value: Size) -> str:
    return _views(context).texts.inches(value)


@pass_context
def _number(context: Context, value: int | Decimal) -> str:
    return _views(context).texts.number(value)


@pass_context
def _grams(context: Context, value: Decimal) -> str:
    return _views(context).texts.number(value) + "\u202fg"


@pass_context
def _srcset(context: Context, sources: SourceSet) -> str:
    return ", ".join(f"{_views(context).url(path)} {width}w" for path, width in sources.srcset)


#: The filters of every template.
FILTERS: dict[str, Callable[..., object]] = {
    "url": _url,
    "root": _root,
    "said": _said,
    "date": _date,
    "size": _size,
    "inches": _inches,
    "number": _number,
    "grams": _grams,
    "srcset": _srcset,
}
