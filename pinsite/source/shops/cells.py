"""What stands in the cells of exports: days, numbers, amounts, choices of a buyer."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from pinsite.source.shops.shop_row import Misread

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_PARTS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?!\d)")
_LONGEST_NAME = 60


def day_first(texts: Iterable[str]) -> bool:
    """Tell whether the days of a column are written before the months; months come first when nothing tells."""
    for text in texts:
        parts = _PARTS.match(text)
        if parts and int(parts[1]) > 12:
            return True
    return False


def read_day(text: str, *, day_first: bool = False) -> datetime.date:
    """Read `2026-03-09 21:14:05 +0100`, `03/09/26` or, with `day_first`, `09.03.2026`: the day as the shop says it."""
    wanted = "day/month/year" if day_first else "month/day/year"
    iso, parts = _ISO.match(text), _PARTS.match(text)
    try:
        if iso:
            return datetime.date(int(iso[1]), int(iso[2]), int(iso[3]))
        if parts:
            month, day = (parts[2], parts[1]) if day_first else (parts[1], parts[2])
            year = int(parts[3]) + (2000 if len(parts[3]) == 2 else 0)
            return datetime.date(year, int(month), int(day))
    except ValueError:
        pass
    raise Misread(f"the date is neither year-month-day nor {wanted}")


def read_quantity(text: str) -> int:
    """Read a whole number, however it is written: `2`, `2.0`, `-1`; an empty cell is 1."""
    try:
        number = Decimal(text.replace(",", ".") or "1")
        if number == number.to_integral_value() and abs(number) < 1_000_000:
            return int(number)
    except InvalidOperation:
        pass
    raise Misread("the quantity is not a whole number")


def read_amount(text: str) -> Decimal | None:
    """Read an amount of money, `$8.00`, `1.234,50 €`, `($8.00)`; None where there is none."""
    digits = re.sub(r"[^\d.,]", "", text)
    if not re.search(r"\d", digits):
        return None
    point = max(digits.rfind("."), digits.rfind(","))
    if point >= 0 and len(digits) - point - 1 != 3:
        whole, part = re.sub(r"[.,]", "", digits[:point]), digits[point + 1 :]
        number = Decimal(f"{whole or '0'}.{part or '0'}")
    else:
        number = Decimal(re.sub(r"[.,]", "", digits))
    return -number if "-" in text or text.strip().startswith("(") else number


def read_title(text: str) -> str:
    """Read the name of an item; shops write some characters as `&quot;` or `&#39;`."""
    return " ".join(html.unescape(text).split())


def read_choices(text: str) -> str:
    """Read what a buyer chose, `Colour:Gold,Backing:Rubber`, as `Gold, Rubber`.

    What a buyer wrote for a personalised copy is theirs, and is left out.
    """
    values = []
    for part in html.unescape(text).split(","):
        name, colon, value = part.partition(":")
        if re.search(r"personali[sz]", name, re.IGNORECASE):
            # Everything behind it may be the buyer's own words, commas included.
            break
        values.append(" ".join((value if colon else name).split()))
    return ", ".join(value for value in values if value)


def channel_of(shop: str, place: str) -> str:
    """Name the channel: the shop, and the place where it sold in person."""
    named = " ".join(place.split())[:_LONGEST_NAME]
    return f"{shop} {named}".strip()
