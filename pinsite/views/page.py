"""What one page is given: the values and functions of its context, each noting what is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast, overload

from jinja2 import Environment
from markupsafe import Markup, escape
from msgspec import Struct, field
from msgspec.structs import replace

from pinsite.freshness import Before, Facts, Frame, Woven
from pinsite.themes import Later, render
from pinsite.views.blocks import Blocks
from pinsite.views.here import writing
from pinsite.views.rich_text import relative
from pinsite.views.texts import Texts
from pinsite.views.values import (
    Alternate,
    Card,
    Counter,
    DocumentView,
    Link,
    NumberRegister,
    PageView,
    PictureView,
    PinView,
    Rich,
    SeriesView,
    SiteView,
    StoryCard,
    VariantView,
)


class Options:
    """The theme's options; each one that a template reads is noted on its own."""

    def __init__(self, ask: Callable[..., object]) -> None:
        self._ask = ask

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            return self._ask("option", name)
        except KeyError:
            raise AttributeError(f"the theme has no option `{name}`") from None


class Cards(Sequence[Card]):
    """The cards of some pins, each asked for when it is looked at; `ids` are there without asking."""

    def __init__(self, ids: tuple[str, ...], card: Callable[[str], Card | None]) -> None:
        self.ids = ids
        self._card = card

    @overload
    def __getitem__(self, at: int) -> Card: ...
    @overload
    def __getitem__(self, at: slice) -> Cards: ...
    def __getitem__(self, at: int | slice) -> Card | Cards:
        if isinstance(at, slice):
            return Cards(self.ids[at], self._card)
        card = self._card(self.ids[at])
        assert card is not None, "lists hold published pins only"
        return card

    def __len__(self) -> int:
        return len(self.ids)


class Words(dict[str, Markup]):
    """The interface in one language, text by text as it is asked for."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, message: str) -> Markup:
        word = self[message] = self._texts.written(message)
        return word


class Room(Struct):
    """What all pages of one build share: facts, templates, and what was worked out for one page already.

    `weaves` tells whether somebody wants to know what each block of a page needs.
    """

    facts: Facts
    texts: Callable[[str], Texts]
    base: str | None
    environment: Environment
    weaves: bool = True
    urls: dict[str, dict[str, str]] = field(default_factory=dict)
    words: dict[str, Words] = field(default_factory=dict)


class Views:
    """The catalogue as one target sees it, in one language, from one address."""

    def __init__(self, room: Room, path: str, lang: str, before: Before | None = None) -> None:
        self.path = path
        self.lang = lang
        self._room = room
        self._base = room.base
        above = "../" * path.count("/")
        # An error page is shown at any depth, so its addresses begin at the root of the host.
        self.prefix = _root_of_host(room.base) if path == "404.html" and room.base is not None else above
        self._urls = room.urls.setdefault(self.prefix, {})
        self._words: Words | None = None
        self._value = room.facts.value
        self._before = before
        self._blocks: Blocks | None = None

    def ask(self, *key: str) -> Any:
        """Return the answer to a question, and note that it was asked."""
        return self._value(key)

    # ── addresses ────────────────────────────────────────────────────────────────────────────────────

    def url(self, path: str) -> str:
        """Return an address that works from this page for a site path (whole addresses stay).

        Without a `base_url` folders are named with their `index.html`, so that the site opens as files too.
        """
        try:
            return self._urls[path]
        except KeyError:
            made = self._urls[path] = escape(self._address(path))
            return made

    def _address(self, path: str) -> str:
        if ":" in path.split("/", 1)[0] or path.startswith(("#", "//")):
            return path
        bare, mark, fragment = path.partition("#")
        if self._base is None and (bare.endswith("/") or not bare):
            bare += "index.html"
        return ((self.prefix + bare) or "./") + mark + fragment

    @property
    def root(self) -> str:
        """Return the way from this page to the root of the site."""
        return self.prefix or "./"

    def whole(self, path: str) -> str:
        """Return a site path as a whole address where the site knows its own, else relative to this page."""
        return self._base + path if self._base is not None else self._address(path)

    # ── what is asked most ───────────────────────────────────────────────────────────────────────────

    @property
    def texts(self) -> Texts:
        """Return the interface texts; reading them is noted."""
        self._value(("texts", self.lang))
        return self._room.texts(self.lang)

    @property
    def words(self) -> Words:
        """Return the texts of the interface that hold no values; reading them is noted."""
        if self._words is None:
            self._words = self._room.words.setdefault(self.lang, Words(self.texts))
        return self._words

    def texts_of(self, lang: str) -> Texts:
        """Return what is known of another language: its name and direction, which no catalogue changes."""
        return self._room.texts(lang)

    def site(self) -> SiteView:
        """Return the site."""
        return cast(SiteView, self._value(("site", self.lang)))

    def card(self, id: str) -> Card | None:
        """Return a pin's card."""
        return cast("Card | None", self._value(("card", id, self.lang)))

    def cards(self, ids: tuple[str, ...]) -> Cards:
        """Return the cards of several pins, all of which are published."""
        return Cards(ids, self.card)

    def story_cards(self, ids: tuple[str, ...]) -> tuple[StoryCard, ...]:
        """Return the cards of several stories."""
        return tuple(card for id in ids if (card := self.ask("story", id, self.lang)))

    def counter(self, id: str, variant: str = "") -> Counter | None:
        """Return the counter of a pin or variant."""
        return cast("Counter | None", self.ask("counter", id, variant, self.lang))

    def numbers(self, id: str, variant: str = "") -> NumberRegister | None:
        """Return what became of each number of an edition; None where that is not known."""
        return cast("NumberRegister | None", self.ask("numbers", id, variant, self.lang))

    def pin(self, id: str) -> PinView:
        """Return a pin with links that work from here."""
        pin = cast(PinView, self.ask("pin", id, self.lang))
        description, pictures = self._here(pin.description), self._long(pin.pictures)
        if description is pin.description and pictures is pin.pictures:
            return pin
        return replace(pin, description=description, pictures=pictures)

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
        return relative(text, self._address)

    def _long(self, pictures: tuple[PictureView, ...]) -> tuple[PictureView, ...]:
        if not any(one.long_description for one in pictures):
            return pictures
        return tuple(replace(one, long_description=self._here(one.long_description)) for one in pictures)

    # ── templates ────────────────────────────────────────────────────────────────────────────────────

    def later(self, make: Callable[[], object]) -> Later:
        """Return a value of a page that is looked up when a template asks for it, if one does."""
        return Later(self._room.facts.later(make))

    def render(self, template: str, page: PageView | Later, **more: object) -> bytes:
        """Return the page that a template makes."""
        self.ask("template", template)
        # Asked here, they count for all blocks: texts are noted once a page.
        given = {"page": page, "site": self.site(), "option": Options(self.ask), **more}
        self._value(("texts", self.lang))
        if self._room.weaves:
            names = self.ask("blocks", template)
            self._blocks = Blocks(self._room.facts, template, names, self._before)
        with writing(self):
            return render(self._room.environment, template, given, self._blocks).encode()

    def woven(self, outside: Frame) -> Woven:
        """Return what the blocks of the page needed; `outside` has what was asked outside of all."""
        blocks, self._blocks = self._blocks, None
        return blocks.woven(outside) if blocks is not None else Woven()

    def part(self, template: str, **given: object) -> Markup:
        """Return a piece of a page that many pages show alike, made once for all of them.

        It sees what it is given (texts, numbers, flags and nothing), and all that templates can ask; but no `page`,
        for which one it would be is anybody's guess. Raises TypeError where it is given something else.
        """
        for value in given.values():
            if not (value is None or isinstance(value, str | int)):
                raise TypeError(f"a part takes texts, numbers and flags, not {type(value).__name__}")
        # The kinds of values, too: 1 and true are equal, and written differently.
        name = (template, self.lang, self.prefix, *given, *given.values(), *map(type, given.values()))
        return self._room.facts.piece(name, lambda: self._part(template, given))

    def _part(self, template: str, given: Mapping[str, object]) -> Markup:
        # Of this page's address a part depends on how deep it is.
        path = self.path if self.path == "404.html" else "-/" * self.path.count("/")
        return Views(self._room, path, self.lang)._render_part(template, given)

    def _render_part(self, template: str, given: Mapping[str, object]) -> Markup:
        self.ask("template", template)
        shown = {"site": self.site(), "option": Options(self.ask), **given}
        with writing(self):
            return Markup(render(self._room.environment, template, shown).rstrip("\n"))

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
            Alternate(lang, self.texts_of(lang).name, ("" if lang == languages[0] else f"{lang}/") + rest)
            for lang in languages
        )

    def menu_place(self) -> tuple[str, bool]:
        """Return the entry of the menu that leads here (its path, or nothing), and whether it is this very page."""
        at = self.path.removesuffix("index.html")
        paths = [link.path for link in self.site().menu if _leads_to(link, at)]
        return (paths[0], paths[0] == at) if paths else ("", False)


def _leads_to(link: Link, here: str) -> bool:
    return not link.external and bool(link.path) and here.startswith(link.path)


def _root_of_host(base: str) -> str:
    return base[base.find("/", 8) :]


__all__ = ["Cards", "Options", "Room", "Views"]
