"""Interface texts and the writing of dates, numbers and prices in the reader's language."""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal
from markupsafe import Markup

from pinsite.catalogue import Money, PartialDate, Said, Size, trimmed

_INCH = Decimal("25.4")


def locale_of(lang: str) -> Locale:
    """Return the locale of a language, or English where none is known."""
    try:
        return Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


class Texts:
    """The interface in one language: texts from gettext catalogues, values by locale."""

    def __init__(self, lang: str, catalogues: Iterable[Path]) -> None:
        self.lang = lang
        self._paths = tuple(catalogues)
        self.locale = locale_of(lang)

    @cached_property
    def _chain(self) -> gettext.NullTranslations:
        chain: gettext.NullTranslations = gettext.NullTranslations()
        for path in self._paths:
            translations = _translations(path, self.lang)
            translations.add_fallback(chain)
            chain = translations
        return chain

    def get(self, message: str) -> str:
        """Return a text as it is read in this language."""
        return self._chain.gettext(message)

    def said(self, message: str) -> Said:
        """Return a text with its language: English where there is no translation."""
        own = self.get(message)
        return Said(own, self.lang if own != message or self.lang.startswith("en") else "en")

    def written(self, message: str, **values: object) -> Markup:
        """Return a text with its `%(name)s` filled in; the values are escaped."""
        return Markup(self.get(message)) % values if values else Markup(self.get(message))

    def counted(self, one: str, many: str, n: int, **values: object) -> Markup:
        """Return the text that goes with a number (`%(n)s` in it is the number as it is written here)."""
        text = self._chain.ngettext(one, many, n)
        return Markup(text) % {"n": self.number(n), **values}

    def number(self, value: int | Decimal) -> str:
        """Write a number."""
        return format_decimal(value, locale=self.locale)

    def money(self, money: Money) -> str:
        """Write a price."""
        return format_currency(money.amount, money.currency, locale=self.locale)

    def day(self, value: PartialDate | date) -> str:
        """Write a date as precisely as it is known."""
        if isinstance(value, date):
            return format_date(value, "long", locale=self.locale)
        if value.precision == "year":
            return value.text
        if value.precision == "month":
            return format_skeleton("yMMMM", value.first_day, locale=self.locale)
        return format_date(value.first_day, "long", locale=self.locale)

    def size(self, size: Size) -> str:
        """Write a size in millimetres: `38 × 31.5 × 1.8 mm`."""
        sides = [side for side in (size.width, size.height, size.thickness) if side is not None]
        if size.width is None and size.longest is not None:
            sides = [size.longest]
        return " × ".join(self.number(side) for side in sides) + "\u202fmm"

    def inches(self, size: Size) -> str:
        """Write width and height in inches, to a hundredth."""
        known = [side for side in (size.width, size.height) if side is not None]
        sides = known or ([size.longest] if size.longest is not None else [])
        return (
            " × ".join(self.number(trimmed((side / _INCH).quantize(Decimal("0.01")))) for side in sides)
            + "\u202fin"
        )

    @property
    def name(self) -> str:
        """Return the language's name in itself."""
        return str(self.locale.get_display_name() or self.lang).capitalize()

    @property
    def direction(self) -> str:
        """Return `ltr` or `rtl`."""
        return (
            str(self.locale.character_order).replace("left-to-right", "ltr").replace("right-to-left", "rtl")
        )

    def fingerprint(self) -> tuple[str, ...]:
        """Return what the texts follow from: the bytes of the catalogues."""
        return (self.lang, *(path.read_text("utf-8") for path in self._paths))


def _translations(path: Path, lang: str) -> gettext.GNUTranslations:
    with path.open("rb") as file:
        catalogue = read_po(file, locale=str(locale_of(lang)))
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
