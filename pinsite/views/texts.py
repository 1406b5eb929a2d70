"""Interface texts and the writing of dates, numbers and prices in the reader's language."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from markupsafe import Markup, escape

from pinsite.catalogue import Money, PartialDate, Said, Size, trimmed
from pinsite.views.local_writing import (
    digits_of,
    locale_of,
    plural_samples,
    write_day,
    write_measure,
    write_money,
    write_month,
    write_number,
    write_year,
)
from pinsite.views.translations import translations

_INCH = Decimal("25.4")
# What is not `%(name)s` is left to Markup, which knows every way of formatting.
_OTHER_FORM = re.compile(r"%(?!\(\w+\)s)")


class _English(str):
    """A text that has no translation; a translation may well be spelled like its original."""


class _Untranslated(gettext.NullTranslations):
    """The end of the chain, where texts stay English."""

    def gettext(self, message: str) -> str:
        """Return the text, and tell it from a translation."""
        return _English(message)


class Texts:
    """The interface in one language: texts from gettext catalogues, values by locale.

    With a `kept` folder the catalogues are kept there, compiled.
    """

    def __init__(self, lang: str, catalogues: Iterable[Path], kept: Path | None = None) -> None:
        self.lang = lang
        self._paths = tuple(catalogues)
        self._kept = kept
        self._known: dict[str, str] = {}
        self._markup: dict[str, tuple[Markup, bool]] = {}

    @cached_property
    def _chain(self) -> gettext.NullTranslations:
        english = self.lang.split("-")[0] == "en"
        chain: gettext.NullTranslations = gettext.NullTranslations() if english else _Untranslated()
        for number, path in enumerate(self._paths):
            kept = self._kept / f"texts-{self.lang}-{number}.mo" if self._kept else None
            later = translations(path, self.lang, kept)
            later.add_fallback(chain)
            chain = later
        return chain

    def get(self, message: str) -> str:
        """Return a text as it is read in this language."""
        text = self._known.get(message)
        if text is None:
            text = self._known[message] = self._chain.gettext(message)
        return text

    def said(self, message: str) -> Said:
        """Return a text with its language: English where there is no translation."""
        own = self.get(message)
        return Said(str(own), "en" if isinstance(own, _English) else self.lang)

    def written(self, message: str, **values: object) -> Markup:
        """Return a text with its `%(name)s` filled in; the values are escaped."""
        return self._filled(self.get(message), values) if values else self._marked(self.get(message))[0]

    def counted(self, one: str, many: str, n: int, **values: object) -> Markup:
        """Return the text that goes with a number (`%(n)s` in it is the number as it is written here)."""
        return self._filled(self._chain.ngettext(one, many, n), {"n": self.number(n), **values})

    def forms(self, one: str, many: str) -> dict[str, str]:
        """Return the text for each plural category that differs from `other`, as `Intl.PluralRules` names them."""
        samples = plural_samples(self.lang)
        texts = {name: self._chain.ngettext(one, many, n) for name, n in samples.items()}
        return {name: text for name, text in texts.items() if name == "other" or text != texts["other"]}

    def _filled(self, text: str, values: dict[str, object]) -> Markup:
        markup, plain = self._marked(text)
        if not plain:
            return markup % values
        return Markup(str.__mod__(text, {name: escape(value) for name, value in values.items()}))

    def _marked(self, text: str) -> tuple[Markup, bool]:
        """Return a text as markup, and whether it has no other places than `%(name)s`."""
        known = self._markup.get(text)
        if known is None:
            known = self._markup[text] = (Markup(text), not _OTHER_FORM.search(text))
        return known

    def number(self, value: int | Decimal) -> str:
        """Write a number."""
        return write_number(value, self.lang)

    def money(self, money: Money) -> str:
        """Write a price."""
        return write_money(money.amount, money.currency, self.lang)

    def day(self, value: PartialDate | date) -> str:
        """Write a date as precisely as it is known."""
        if isinstance(value, date):
            return write_day(value, self.lang)
        if value.precision == "year":
            return write_year(value.first_day, self.lang)
        write = write_month if value.precision == "month" else write_day
        return write(value.first_day, self.lang)

    def size(self, size: Size) -> str:
        """Write a size in millimetres: `38 × 31.5 × 1.8 mm`."""
        sides = [side for side in (size.width, size.height, size.thickness) if side is not None]
        if size.width is None and size.longest is not None:
            sides = [size.longest]
        return self._sides(sides, "length-millimeter")

    def _sides(self, sides: list[Decimal], unit: str) -> str:
        if not sides:
            return ""
        return " × ".join([*map(self.number, sides[:-1]), write_measure(sides[-1], unit, self.lang)])

    def weight(self, grams: Decimal) -> str:
        """Write a weight."""
        return write_measure(grams, "mass-gram", self.lang)

    def inches(self, size: Size) -> str:
        """Write width and height in inches, to a hundredth."""
        known = [side for side in (size.width, size.height) if side is not None]
        sides = known or ([size.longest] if size.longest is not None else [])
        return self._sides(
            [trimmed((side / _INCH).quantize(Decimal("0.01"))) for side in sides], "length-inch"
        )

    @property
    def name(self) -> str:
        """Return the language's name in itself."""
        return str(locale_of(self.lang).get_display_name() or self.lang).capitalize()

    @property
    def direction(self) -> str:
        """Return `ltr` or `rtl`."""
        return (
            str(locale_of(self.lang).character_order)
            .replace("left-to-right", "ltr")
            .replace("right-to-left", "rtl")
        )

    @property
    def digits(self) -> str:
        """Return the name of the digits that numbers are written with: `latn`, `arab` …"""
        return digits_of(self.lang)

    def fingerprint(self) -> tuple[str, ...]:
        """Return what the texts follow from: the bytes of the catalogues."""
        return (self.lang, *(path.read_text("utf-8") for path in self._paths))
