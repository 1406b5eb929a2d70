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

    return format_decimal(value, locale=locale_of(lang))


@lru_cache(maxsize=_KNOWN)
def write_money(amount: Decimal, currency: str, lang: str) -> str:
    """Write a price."""
    from babel.numbers import format_currency

    return format_currency(amount, currency, locale=locale_of(lang))


@lru_cache(maxsize=_KNOWN)
def write_day(day: date, lang: str) -> str:
    """Write a day with its month in words."""
    from babel.dates import format_date

    return format_date(day, "long", locale=locale_of(lang))


@lru_cache(maxsize=_KNOWN)
def write_month(day: date, lang: str) -> str:
    """Write the month of a day in words."""
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", day, locale=locale_of(lang))
