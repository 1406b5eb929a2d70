"""Numbers, prices and dates as a language writes them; each value is written once.

Babel is imported when the first value is written.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

#: Values that are known at once; a catalogue has few prices, sizes and counts.
_KNOWN = 8192
#: Every category of every language that whole numbers of copies can be in occurs below this, or at a million.
_SAMPLED = 103
#: Where the digits of a numbering system begin in Unicode: those that a language of CLDR is written with.
_FIRST_DIGITS = {
    "adlm": 0x1E950,
    "arab": 0x660,
    "arabext": 0x6F0,
    "beng": 0x9E6,
    "cakm": 0x11136,
    "deva": 0x966,
    "hmnp": 0x1E140,
    "mtei": 0xABF0,
    "mymr": 0x1040,
    "nkoo": 0x7C0,
    "olck": 0x1C50,
    "tibt": 0xF20,
}
_NARROW = "\N{NARROW NO-BREAK SPACE}"


@cache
def locale_of(lang: str) -> Locale:
    """Return the locale of a language, or English where none is known."""
    from babel import Locale
    from babel.core import UnknownLocaleError

    try:
        return Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@lru_cache(maxsize=_KNOWN)
def write_number(value: int | Decimal, lang: str) -> str:
    """Write a number."""
    from babel.numbers import format_decimal

    return _in_digits(format_decimal(value, locale=locale_of(lang), numbering_system="default"), lang)


@lru_cache(maxsize=_KNOWN)
def write_money(amount: Decimal, currency: str, lang: str) -> str:
    """Write a price."""
    from babel.numbers import format_currency

    text = format_currency(amount, currency, locale=locale_of(lang), numbering_system="default")
    return _in_digits(text, lang)


@lru_cache(maxsize=_KNOWN)
def write_measure(value: Decimal, unit: str, lang: str) -> str:
    """Write a length or a weight with its unit (`length-millimeter`), which stays on the line of its number."""
    from babel.units import format_unit

    text = format_unit(value, unit, "short", locale=locale_of(lang), numbering_system="default")
    return _in_digits(text.replace(" ", _NARROW).replace("\N{NO-BREAK SPACE}", _NARROW), lang)


@lru_cache(maxsize=_KNOWN)
def write_coin(amount: Decimal, currency: str, lang: str) -> str:
    """Write what a coin is worth, shorter than a price: `2 €` where that would be `2,00 €`."""
    from babel.numbers import format_currency

    locale = locale_of(lang)
    short = locale.currency_formats["standard"].pattern.replace("0.00", "0.##")
    text = format_currency(
        amount, currency, short, locale=locale, currency_digits=False, numbering_system="default"
    )
    return _in_digits(text, lang)


@lru_cache(maxsize=_KNOWN)
def write_currency(currency: str, lang: str) -> str:
    """Write the name of a currency."""
    from babel.numbers import get_currency_name

    return get_currency_name(currency, locale=locale_of(lang))


@lru_cache(maxsize=_KNOWN)
def write_day(day: date, lang: str) -> str:
    """Write a day with its month in words."""
    from babel.dates import format_date

    return _in_digits(format_date(day, "long", locale=locale_of(lang)), lang)


@lru_cache(maxsize=_KNOWN)
def write_month(day: date, lang: str) -> str:
    """Write the month of a day in words."""
    from babel.dates import format_skeleton

    return _in_digits(format_skeleton("yMMMM", day, locale=locale_of(lang)), lang)


@lru_cache(maxsize=_KNOWN)
def write_year(day: date, lang: str) -> str:
    """Write the year of a day: `2026年` in Japanese."""
    from babel.dates import format_skeleton

    return _in_digits(format_skeleton("y", day, locale=locale_of(lang)), lang)


def digits_of(lang: str) -> str:
    """Return the name of the digits that a language is written with: `latn`, `arab` …"""
    return str(locale_of(lang).default_numbering_system)


def _in_digits(text: str, lang: str) -> str:
    """Write digits, which Babel leaves Latin, as the language does."""
    first = _FIRST_DIGITS.get(digits_of(lang))
    return text.translate({ord("0") + n: first + n for n in range(10)}) if first else text


@cache
def plural_samples(lang: str) -> dict[str, int]:
    """Return for each plural category of a language (`one`, `few`, `other` …) a number that belongs to it."""
    form = locale_of(lang).plural_form
    samples: dict[str, int] = {}
    for n in (*range(_SAMPLED), 1_000_000):
        samples.setdefault(form(n), n)
    return samples
