"""The functions and filters that every template has; each works for the page that is being written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from jinja2 import pass_context
from markupsafe import Markup, escape

from pinsite.catalogue import PartialDate, Said, Size
from pinsite.views.here import here
from pinsite.views.json_text import compact
from pinsite.views.page import Cards
from pinsite.views.values import (
    Card,
    Counter,
    Cutout,
    Freshness,
    NumberRegister,
    PictureView,
    PinOutline,
    Pocket,
    SourceSet,
)

# `pass_context` keeps the compiler from working a filter out once for all pages; the context itself is not needed.


@pass_context
def _url(_: object, path: str) -> str:
    return here().url(path)


@pass_context
def _root(_: object, path: str = "") -> str:
    return here().root


@pass_context
def _said(_: object, text: Said | None) -> Markup:
    if text is None:
        return Markup()
    page = here()
    if text.lang == page.lang:
        return escape(text.text)
    direction = page.texts_of(text.lang).direction
    own = Markup(' dir="{}"').format(direction) if direction != page.texts_of(page.lang).direction else ""
    return Markup('<span lang="{}"{}>{}</span>').format(text.lang, own, text.text)


@pass_context
def _own_lang(_: object, lang: str) -> Markup:
    return Markup(' lang="{}"').format(lang) if lang != here().lang else Markup()


@pass_context
def _date(_: object, value: PartialDate | date | None) -> Markup:
    if value is None:
        return Markup()
    machine = value.isoformat() if isinstance(value, date) else value.text
    return Markup(f'<time datetime="{machine}">{escape(here().texts.day(value))}</time>')


@pass_context
def _size(_: object, value: Size) -> str:
    return here().texts.size(value)


@pass_context
def _inches(_: object, value: Size) -> str:
    return here().texts.inches(value)


@pass_context
def _number(_: object, value: int | Decimal) -> str:
    return here().texts.number(value)


@pass_context
def _grams(_: object, value: Decimal) -> str:
    return here().texts.weight(value)


@pass_context
def _srcset(_: object, sources: SourceSet) -> str:
    url = here().url
    return ", ".join(f"{url(path)} {width}w" for path, width in sources.srcset)


#: The filters of every template.
FILTERS: dict[str, Callable[..., object]] = {
    "url": _url,
    "root": _root,
    "said": _said,
    "own_lang": _own_lang,
    "date": _date,
    "size": _size,
    "inches": _inches,
    "number": _number,
    "grams": _grams,
    "srcset": _srcset,
}


def _written(message: str, **values: object) -> Markup:
    if values:
        return here().texts.written(message, **values)
    return here().words[message]


def _counted(one: str, many: str, n: int, **values: object) -> Markup:
    return here().texts.counted(one, many, n, **values)


def _forms(one: str, many: str) -> str:
    return compact(here().texts.forms(one, many))


def _card(id: str) -> Card | None:
    return here().card(id)


def _cards(ids: tuple[str, ...]) -> Cards:
    return here().cards(tuple(ids))


def _counter(id: str, variant: str = "") -> Counter | None:
    return here().counter(id, variant)


def _numbers(id: str, variant: str = "") -> NumberRegister | None:
    return here().numbers(id, variant)


def _fresh(id: str = "") -> Freshness | None:
    page = here()
    found: Freshness | None = page.ask("fresh", page.lang, id)
    return found


def _series_cards(id: str) -> Cards:
    page = here()
    return page.cards(page.ask("members", id))


def _picture(id: str, wish: str) -> PictureView | None:
    page = here()
    picture: PictureView | None = page.ask("picture", id, wish, page.lang)
    return picture


def _outline(id: str, wish: str) -> PinOutline | None:
    outline: PinOutline | None = here().ask("outline", id, wish)
    return outline


def _cutout(id: str, variant: str = "", wish: str = "card") -> Cutout | None:
    page = here()
    found: Cutout | None = page.ask("cutout", id, variant, wish, page.lang)
    return found


def _pocket() -> Pocket:
    page = here()
    known: Pocket = page.ask("pocket", page.lang)
    return known


def _asset(name: str) -> str:
    return here().asset(name)


def _part(template: str, **given: object) -> Markup:
    return here().part(template, **given)


def _is_site_rights(rights: object) -> bool:
    return rights == here().site().rights


#: The functions of every template.
FUNCTIONS: dict[str, Callable[..., object]] = {
    "_": _written,
    "n_": _counted,
    "n_forms": _forms,
    "card_of": _card,
    "cards_of": _cards,
    "counter_of": _counter,
    "variant_counter": _counter,
    "numbers_of": _numbers,
    "fresh_of": _fresh,
    "series_cards_of": _series_cards,
    "picture_of": _picture,
    "outline_of": _outline,
    "cutout_of": _cutout,
    "pocket": _pocket,
    "asset": _asset,
    "part": _part,
    "is_site_rights": _is_site_rights,
}
